"""Terms, counted: which document has which term how often."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

# So many terms are counted at a time. A sort of that many stays in the processor's cache, and needs little memory.
_BLOCK = 1 << 20


@dataclass(frozen=True, eq=False, slots=True)
class Block:
    """A run of documents. Row by row: the numbers of a document's terms, each once, ascending, and how often each.

    `sizes` says how many different terms each document has, which is its part of `terms` and `times`.
    """

    sizes: NDArray[Any]
    terms: NDArray[Any]
    times: NDArray[Any]

    @classmethod
    def of(cls, terms: NDArray[np.int64], documents: NDArray[np.int64], size: int) -> Block:
        """The terms of so many documents: which one each is, by its number, and of which document, ascending."""
        keys = terms + (documents << 32)
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        times = np.diff(first, append=len(keys))
        keys = keys[first]
        starts = np.searchsorted(keys, np.arange(size + 1) << 32)
        return cls(_narrow(np.diff(starts)), _narrow(keys & 0xFFFFFFFF), _narrow(times))


@dataclass(frozen=True, eq=False, slots=True)
class Counts:
    """What was counted: the number of each term, from 0, and how many terms each document has (`lengths`)."""

    numbers: Mapping[str, int]
    lengths: NDArray[np.int64]
    blocks: list[Block]

    def frequencies(self) -> NDArray[np.int64]:
        """How many documents have each term, by the terms' numbers."""
        total = np.zeros(len(self.numbers), np.int64)
        for block in self.blocks:
            total += np.bincount(block.terms, minlength=len(total))
        return total

    def drained(self) -> Iterator[Block]:
        """The blocks, in order, each given up as the next one is asked for: what is made of them needs the memory."""
        self.blocks.reverse()
        while self.blocks:
            yield self.blocks.pop()


class Tally:
    """Counts the terms of one document after another."""

    def __init__(self) -> None:
        self._numbers = defaultdict[str, int](count().__next__)
        self._terms = array("i")
        self._lengths = array("q")
        self._counted = 0
        self._blocks: list[Block] = []

    def add(self, document: Iterable[str]) -> None:
        """Counts the terms of one more document; a new term gets the next number."""
        before = len(self._terms)
        self._terms.extend(map(self._numbers.__getitem__, document))
        self._lengths.append(len(self._terms) - before)
        if len(self._terms) >= _BLOCK:
            self._close()

    def counts(self) -> Counts:
        """All that was counted. Nothing can be added afterwards."""
        if len(self._lengths) > self._counted:
            self._close()
        return Counts(dict(self._numbers), np.array(self._lengths, np.int64), self._blocks)

    def _close(self) -> None:
        lengths = np.array(self._lengths[self._counted :], np.int64)
        documents = np.repeat(np.arange(len(lengths)), lengths)
        self._blocks.append(Block.of(np.array(self._terms, np.int64), documents, len(lengths)))
        self._terms = array("i")
        self._counted = len(self._lengths)


def counted(documents: Iterable[Sequence[str]]) -> Counts:
    """The terms of all the documents."""
    tally = Tally()
    for document in documents:
        tally.add(document)
    return tally.counts()


def _narrow(values: NDArray[np.int64]) -> NDArray[Any]:
    """The same values in as few bytes each as the largest needs."""
    return values.astype(np.min_scalar_type(int(values.max(initial=0))))
