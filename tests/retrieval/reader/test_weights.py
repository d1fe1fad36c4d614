"""What a file of weights says of itself."""

from __future__ import annotations

import json
import os
import time
import tracemalloc
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
        metadata(name="test-1", self_test="[" * 60_000),
        metadata(name="test-1", self_test=json.dumps(TEST | {"logit": 10**400})),
        metadata(name="test\x1b]0;x\x07\n", self_test=json.dumps(TEST)),
        metadata(name="test" * 100, self_test=json.dumps(TEST)),
        metadata(name="", self_test=json.dumps(TEST)),
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


@pytest.mark.parametrize("content", [b"\0", VERSION, metadata(x="y" * 60_000)])
def test_a_large_file_of_nothing_takes_neither_time_nor_memory(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "w.onnx").write_bytes(content * (30_000_000 // len(content)))
    begun = time.process_time()
    tracemalloc.start()
    try:
        with pytest.raises(InvalidWeights):
            read_description(tmp_path / "w.onnx")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()
    assert time.process_time() - begun < 1


def test_a_pipe_that_nobody_writes_into_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "w.onnx")
    with pytest.raises(InvalidWeights, match="not a regular file"):
        read_description(tmp_path / "w.onnx")
