"""The file of trained weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from retrieval.reader.weights import InvalidWeights, SelfTest, read_name, read_weights

META = {"name": "test-1", "self_test": {"question": "Wer?", "window": "Anna.", "logit": 1.5}}


def test_what_is_in_it(tmp_path: Path) -> None:
    np.savez(tmp_path / "w.npz", meta=np.array(json.dumps(META)), bias=np.ones(1, np.float16))
    weights = read_weights(tmp_path / "w.npz")
    assert (weights.name, weights.self_test) == ("test-1", SelfTest("Wer?", "Anna.", 1.5))
    assert list(weights.tensors) == ["bias"]
    assert read_name(tmp_path / "w.npz") == "test-1"


@pytest.mark.parametrize("content", [None, b"", b"no archive", b"PK\x03\x04 cut off"])
def test_what_is_none_is_told_in_a_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "w.npz"
    if content is not None:
        path.write_bytes(content)
    for read in (read_name, read_weights):
        with pytest.raises(InvalidWeights) as told:
            read(path)
        assert str(path) in str(told.value)
        assert "\n" not in str(told.value)


@pytest.mark.parametrize("meta", ["{", "{}", '{"name": "x", "self_test": {"logit": 1}}', "[]"])
def test_what_says_nothing_of_itself_is_none(tmp_path: Path, meta: str) -> None:
    np.savez(tmp_path / "w.npz", meta=np.array(meta))
    with pytest.raises(InvalidWeights):
        read_weights(tmp_path / "w.npz")
