"""Arrays by name, as they are kept: the form that everything costly to make has outside a process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]

# Whole numbers: of words, sentences, documents, or how many of something there are.
Numbers = NDArray[np.int64]

# Scores, shares, weights.
Floats = NDArray[np.float64]

# Terms have no control characters: they are made of letters, digits and the marks around them.
_SEPARATOR = "\n"


def pack_words(words: Iterable[str]) -> NDArray[np.uint8]:
    """The words as one array of UTF-8 bytes."""
    return np.frombuffer(_SEPARATOR.join(words).encode("utf-8", "surrogatepass"), np.uint8)


def unpack_words(array: NDArray[np.uint8]) -> list[str]:
    """The words that were packed."""
    text = array.tobytes().decode("utf-8", "surrogatepass")
    return text.split(_SEPARATOR) if text else []


def with_prefix(name: str, arrays: Arrays) -> dict[str, NDArray[Any]]:
    """The arrays as parts of the thing of that name."""
    return {f"{name}.{part}": array for part, array in arrays.items()}


def without_prefix(name: str, arrays: Arrays) -> dict[str, NDArray[Any]]:
    """The parts of the thing of that name: what `with_prefix` was given."""
    return {part.removeprefix(f"{name}."): array for part, array in arrays.items() if part.startswith(f"{name}.")}


def slice_places(begins: Numbers, sizes: Numbers) -> Numbers:
    """The places of slices of an array that begin there and are so long, one slice after another."""
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(begins - ends + sizes, sizes)
