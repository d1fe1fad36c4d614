"""What a file of weights says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retrieval.reader.weights import Description, InvalidWeights, SelfTest, read_description
from tests.support.retrieval.onnx_metadata import field, metadata

TEST = {"question": "Wer?", "window": "Anna.", "logit": 1.5}
META = metadata(name="test-1", self_test=json.dumps(TEST))

VERSION = b"\x08\x09"
GRAPH = field(7, b"x" * 100_000)


@pytest.mark.parametrize("content", [META, VERSION + GRAPH + META, META + GRAPH, metadata(other="x") + META])
def test_what_is_in_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "w.onnx").write_bytes(content)
    assert read_description(tmp_path / "w.onnx") == Description("test-1", SelfTest("Wer?", "Anna.", 1.5))


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"no model",
        b"PK\x03\x04 an archive",
        META[:-1],
        META + VERSION[:1],
        META + GRAPH[:-1],
        META + b"\xff" * 20,
        metadata(name="test-1"),
        metadata(name="test-1", self_test="{"),
        metadata(name="test-1", self_test="[]"),
        metadata(name="test-1", self_test='{"logit": 1}'),
        metadata(name="test-1", self_test=json.dumps(TEST | {"logit": None})),
        field(14, field(1, b"\xff") + field(2, b"\xff")),
        field(14, b"\x0a\xff\xff\xff\x7fname"),
    ],
)
def test_what_is_none_is_told_in_a_line(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "w.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidWeights) as told:
        read_description(path)
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)


def test_a_folder_is_none(tmp_path: Path) -> None:
    with pytest.raises(InvalidWeights):
        read_description(tmp_path)
