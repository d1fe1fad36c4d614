"""Texts, sentence by sentence, as the numbers of their words' forms."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from retrieval.arrays import Arrays, Numbers
from retrieval.terms import ACROSS
from retrieval.wording.forms import Forms

# Runs of sentences: from which (first column) to which, exclusive (second).
Ranges = Numbers


@dataclass(frozen=True, eq=False, slots=True)
class Wording:
    """`words` are the numbers of the forms; sentence s is `words[first[s]:first[s + 1]]`.

    `sizes` (sentences + 1 x kinds of terms) has how many terms of each kind the sentences before each have, without the
    seams between sentences; `seams` how many sentences before each have words. The next one from s that has any is
    `worded[s]`.
    """

    words: NDArray[np.int32]
    first: Numbers
    sizes: Numbers
    seams: Numbers
    worded: Numbers

    @classmethod
    def of(cls, forms: Forms, words: NDArray[np.int32], first: Numbers) -> Wording:
        """The sentences that have these words."""
        lengths = np.diff(first)
        worded = np.flatnonzero(lengths)
        following = np.full(len(first), len(lengths), np.int64)
        following[worded] = worded
        return cls(
            words,
            first,
            _sizes(forms, words, first, lengths),
            summed((lengths > 0).astype(np.int64)),
            np.minimum.accumulate(following[::-1])[::-1],
        )

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Wording:
        """The wording whose `arrays` these are."""
        return cls(*(arrays[name] for name in cls.__dataclass_fields__))

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def lengths(self, ranges: Ranges) -> Numbers:
        """For every run of sentences (rows), how many terms of each kind (columns) it has."""
        first, end = ranges.T
        lengths: Numbers = self.sizes[end] - self.sizes[first]
        # Two seams stand between any two of its sentences that have words.
        lengths[:, ACROSS] += 2 * np.maximum(self.seams[end] - self.seams[first] - 1, 0)
        return lengths


def summed(values: Numbers, kind: DTypeLike = np.int64) -> NDArray[Any]:
    """The sums of all rows before each, and of all, in whole numbers of this kind."""
    sums = np.zeros((len(values) + 1, *values.shape[1:]), kind)
    np.cumsum(values, axis=0, dtype=kind, out=sums[1:])
    return sums


def _sizes(forms: Forms, words: NDArray[np.int32], first: Numbers, lengths: Numbers) -> Numbers:
    sizes = [summed(own[words])[first] for own in forms.sizes]
    sizes[ACROSS] += summed(2 * np.maximum(lengths - 1, 0))
    return np.stack(sizes, axis=1)


class WordingTally:
    """Notes one sentence after another."""

    def __init__(self) -> None:
        self._words = array("i")
        self._first = array("q", [0])

    def add(self, sentence: Iterable[int]) -> None:
        """One more sentence, given by the numbers of its words."""
        self._words.extend(sentence)
        self._first.append(len(self._words))

    def copy(self, wording: Wording, first: int, end: int) -> None:
        """The sentences of another wording, with the same numbers of words, from `first` to `end`, exclusive."""
        ends = wording.first[first + 1 : end + 1] + (len(self._words) - wording.first[first])
        self._words.frombytes(np.ascontiguousarray(wording.words[wording.first[first] : wording.first[end]]).tobytes())
        self._first.frombytes(ends.astype(np.int64).tobytes())

    def wording(self, forms: Forms) -> Wording:
        """All sentences that were added so far."""
        return Wording.of(forms, np.array(self._words, np.int32), np.array(self._first, np.int64))
