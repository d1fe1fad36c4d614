"""The file of the reader's network, and what it says of itself.

It is an ONNX model (https://onnx.ai/onnx/repo-docs/IR.html): its metadata are "name", what the weights are called, and
"self_test", JSON: a pair and the logit that it should get. They are read here, without onnxruntime, as whoever only
asks for the name needs none of its 35 MB.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

# Fields of the messages, by https://github.com/onnx/onnx/blob/main/onnx/onnx.proto: each is a number, and a string or
# message (of wire type 2).
_METADATA, _KEY, _VALUE = 14, 1, 2

_VARINT, _BYTES = 0, 2

# In bytes. What is longer in the file (the graph) is passed over.
_LONGEST = 1 << 16

# A file has a dozen. Without a limit, one of zeros would be read for as long as it is.
_MOST_FIELDS = 100

# In characters. The name stands in the log, and begins the names of what is kept of it.
_LONGEST_NAME = 100


class InvalidWeights(Exception):
    """The file is missing, or is none of a reader's weights."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A pair, and the logit that the network should give it."""

    question: str
    window: str
    logit: float


@dataclass(frozen=True, slots=True)
class Description:
    """What the file says of itself."""

    name: str
    self_test: SelfTest


def read_description(path: Path) -> Description:
    """What a file of weights says of itself; no weights are read.

    Raises:
        InvalidWeights: it cannot be read.
    """
    try:
        metadata = _read_metadata(path)
        test = json.loads(metadata["self_test"])
        self_test = SelfTest(str(test["question"]), str(test["window"]), float(test["logit"]))
        return Description(_valid_name(metadata["name"]), self_test)
    except (OSError, ValueError, KeyError, TypeError, EOFError, RecursionError, OverflowError) as error:
        raise InvalidWeights(f"{path}: no weights of a reader ({' '.join(str(error).split())})") from error


def _read_metadata(path: Path) -> dict[str, str]:
    if path.exists() and not path.is_file():  # a pipe would never be open
        raise ValueError("not a regular file")
    with path.open("rb") as file:
        entries = [dict(_fields(file, file.tell() + size)) for size in _metadata(file)]
    return {entry[_KEY].decode(): entry[_VALUE].decode() for entry in entries}


def _valid_name(name: str) -> str:
    if not name.isprintable() or not 0 < len(name) <= _LONGEST_NAME:
        raise ValueError("its name is empty, longer than 100 characters or not printable")
    return name


def _metadata(file: BinaryIO) -> Iterator[int]:
    """The size of each entry, where the file stands at its beginning."""
    end = os.fstat(file.fileno()).st_size
    for _ in range(_MOST_FIELDS):
        if file.tell() == end:
            return
        number, size = _head(file)
        after = file.tell() + size
        if after > end:
            raise EOFError("cut off")
        if number == _METADATA and size <= _LONGEST:
            yield size
        file.seek(after)
    raise ValueError("not an ONNX model")


def _fields(file: BinaryIO, end: int) -> Iterator[tuple[int, bytes]]:
    """The numbers and contents of an entry's fields."""
    while file.tell() < end:
        number, size = _head(file)
        yield number, file.read(min(size, end - file.tell()))


def _head(file: BinaryIO) -> tuple[int, int]:
    """A field's number, and how many bytes follow."""
    number, kind = divmod(_varint(file), 8)
    if kind == _VARINT:
        _varint(file)
        return number, 0
    if kind != _BYTES:
        raise ValueError("not an ONNX model")
    return number, _varint(file)


def _varint(file: BinaryIO) -> int:
    value = 0
    for shift in range(0, 64, 7):
        (byte,) = file.read(1) or (None,)
        if byte is None:
            raise EOFError("cut off")
        value |= (byte & 127) << shift
        if byte < 128:
            return value
    raise ValueError("not an ONNX model")
