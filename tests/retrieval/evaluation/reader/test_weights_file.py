"""The file of trained weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from retrieval.evaluation.reader.__main__ import main
from retrieval.evaluation.reader.weights_file import read_weights, write_weights
from retrieval.reader import InvalidWeights

TENSORS = {
    "l6.q.w": np.array([[0.1, -2.0], [3.0, 4.0]], np.float32),
    "l6.q.b": np.array([0.1, 0.2], np.float32),
    "answers.w": np.array([[0.1, 0.3]], np.float32),
}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_weights(tmp_path / "w.npz", "test-1", TENSORS, {"files": ["x"]})
    weights = read_weights(tmp_path / "w.npz")
    assert weights.name == "test-1"
    assert weights.tensors.keys() == TENSORS.keys()
    for name, tensor in weights.tensors.items():
        assert tensor.dtype == np.float32
        np.testing.assert_allclose(tensor, TENSORS[name], rtol=1e-3 if name == "l6.q.w" else 0)


def test_the_mean_of_two_has_so_much_of_the_second(tmp_path: Path) -> None:
    for name, factor in (("one", 1.0), ("other", 3.0)):
        write_weights(tmp_path / f"{name}.npz", name, {key: factor * each for key, each in TENSORS.items()}, {})
    paths = [str(tmp_path / f"{name}.npz") for name in ("one", "other", "mean")]
    assert CliRunner().invoke(main, ["average", *paths, "--share", "0.75"]).exit_code == 0
    mean = read_weights(tmp_path / "mean.npz")
    assert mean.name == "mean"
    np.testing.assert_allclose(mean.tensors["l6.q.b"], 2.5 * TENSORS["l6.q.b"], rtol=1e-6)


def test_readers_of_other_tensors_have_no_mean(tmp_path: Path) -> None:
    write_weights(tmp_path / "one.npz", "one", TENSORS, {})
    write_weights(tmp_path / "other.npz", "other", {**TENSORS, "l6.q.b": np.zeros(3, np.float32)}, {})
    paths = [str(tmp_path / f"{name}.npz") for name in ("one", "other", "mean")]
    told = CliRunner().invoke(main, ["average", *paths])
    assert (told.exit_code, told.output) == (1, "Error: one and other: their tensors differ, so they have no mean\n")


def test_signed_bytes_of_an_older_file_get_their_scales(tmp_path: Path) -> None:
    older = {"l6.q.w": np.array([[1, -2]], np.int8), "l6.q.w.scale": np.array([0.5], np.float32)}
    np.savez(tmp_path / "w.npz", **older, meta=np.array(json.dumps({"name": "x"})))  # type: ignore[arg-type]
    assert {name: tensor.tolist() for name, tensor in read_weights(tmp_path / "w.npz").tensors.items()} == {
        "l6.q.w": [[0.5, -1.0]]
    }


@pytest.mark.parametrize("content", [None, b"", b"no archive", b"PK\x03\x04 cut off"])
def test_what_is_none_is_told_in_a_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "w.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidWeights) as told:
        read_weights(path)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("meta", ["{", "{}", "[]", "1"])
def test_what_says_nothing_of_itself_is_none(tmp_path: Path, meta: str) -> None:
    np.savez(tmp_path / "w.npz", meta=np.array(meta))
    with pytest.raises(InvalidWeights):
        read_weights(tmp_path / "w.npz")
