"""The forward index: which terms each document has, and how often. Postings are made of it (`bm25.index`)."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Arrays, Numbers, pack_words, slice_places, unpack_words

# So many terms are counted at a time. A sort of that many stays in the processor's cache, and needs little memory.
BLOCK = 1 << 20


class PostingBlock(NamedTuple):
    """The postings of a run of documents, document by document: the document, the term, and how often it occurs."""

    documents: Numbers
    terms: NDArray[np.int32]
    times: NDArray[np.uint16]


@dataclass(frozen=True, eq=False, slots=True)
class ForwardIndex:
    """Document d has the terms `terms[first[d]:first[d + 1]]`, each once, ascending, as often as `times` says there.

    `numbers` has the number of each term, from 0.
    """

    numbers: Mapping[str, int]
    first: Numbers
    terms: NDArray[np.int32]
    times: NDArray[np.uint16]

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> ForwardIndex:
        """The counts whose `arrays` these are."""
        numbers = {term: number for number, term in enumerate(unpack_words(arrays["numbers"]))}
        return cls(numbers, arrays["first"], arrays["terms"], arrays["times"])

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        return {"numbers": pack_words(self.numbers), "first": self.first, "terms": self.terms, "times": self.times}

    @property
    def lengths(self) -> Numbers:
        """How many terms each document has."""
        sums = np.concatenate(([0], np.cumsum(self.times, dtype=np.int64)))
        return np.diff(sums[self.first])

    def frequencies(self) -> Numbers:
        """How many documents have each term, by the terms' numbers."""
        return np.bincount(self.terms, minlength=len(self.numbers))

    def of_documents(self, documents: Numbers) -> PostingBlock:
        """The postings of these documents; their places in `documents` stand for them."""
        begins, sizes = self.first[documents], np.diff(self.first)[documents]
        places = slice_places(begins, sizes)
        return PostingBlock(np.repeat(np.arange(len(documents)), sizes), self.terms[places], self.times[places])

    def blocks(self, size: int = BLOCK) -> Iterator[PostingBlock]:
        """The postings of all documents, in blocks of at most `size`, or of one document."""
        steps = np.arange(size, len(self.terms) + size, size)
        begin = 0
        for end in np.minimum(np.searchsorted(self.first, steps, side="right"), len(self.first) - 1).tolist():
            if begin < end:
                own = slice(int(self.first[begin]), int(self.first[end]))
                documents = np.repeat(np.arange(begin, end), np.diff(self.first[begin : end + 1]))
                yield PostingBlock(documents, self.terms[own], self.times[own])
            begin = end


def _itself(item: str) -> Sequence[str]:
    return (item,)


class ForwardIndexBuilder:
    """Counts the terms of one document after another; `analyze` gives the terms of an item of a document.

    The terms of what was counted `before` keep their numbers. A `block` of so many terms is counted at a time.
    """

    def __init__(
        self,
        analyze: Callable[[str], Sequence[str]] = _itself,
        before: ForwardIndex | None = None,
        block: int = BLOCK,
    ) -> None:
        known = before.numbers if before else {}
        self._numbers = defaultdict[str, int](count(len(known)).__next__, known)
        self._analyze = analyze
        self._block = block
        self._of_item: dict[str, array[int]] = {}
        self._terms = array("i")
        self._lengths = array("q")
        self._parts: list[tuple[Numbers, NDArray[np.int32], NDArray[np.uint16]]] = []

    def add(self, document: Iterable[str]) -> None:
        """Counts one more document; a new term gets the next number."""
        before, of_item = len(self._terms), self._of_item
        for item in document:
            terms = of_item.get(item)
            self._terms.extend(self._append(item) if terms is None else terms)
        self._lengths.append(len(self._terms) - before)
        if len(self._terms) >= self._block:
            self._close()

    def _append(self, item: str) -> array[int]:
        terms = self._of_item[item] = array("i", map(self._numbers.__getitem__, self._analyze(item)))
        return terms

    def copy(self, counts: ForwardIndex, begin: int, end: int) -> None:
        """Takes over the documents from `begin` to `end`, exclusive, of what was counted before."""
        self._close()
        own = slice(int(counts.first[begin]), int(counts.first[end]))
        self._parts.append((np.diff(counts.first[begin : end + 1]), counts.terms[own], counts.times[own]))

    def counts(self) -> ForwardIndex:
        """All that was counted. Nothing can be added afterwards."""
        self._close()
        sizes, terms, times = zip(*self._parts, strict=True) if self._parts else ((), (), ())
        first = np.concatenate(([0], np.cumsum(np.concatenate((*sizes, np.zeros(0, np.int64))))))
        nothing = np.zeros(0, np.int32), np.zeros(0, np.uint16)
        return ForwardIndex(
            dict(self._numbers),
            first.astype(np.int64),
            np.concatenate((*terms, nothing[0])),
            np.concatenate((*times, nothing[1])),
        )

    def _close(self) -> None:
        if len(self._lengths):
            self._parts.append(_count(np.array(self._terms, np.int64), np.array(self._lengths, np.int64)))
            self._terms, self._lengths = array("i"), array("q")


def count_terms(documents: Iterable[Sequence[str]], block: int = BLOCK) -> ForwardIndex:
    """The terms of all the documents, of which as many as a `block` has are counted at a time."""
    tally = ForwardIndexBuilder(block=block)
    for document in documents:
        tally.add(document)
    return tally.counts()


def _count(terms: Numbers, lengths: Numbers) -> tuple[Numbers, NDArray[np.int32], NDArray[np.uint16]]:
    """Of documents of these lengths, one after another: how many different terms each has, which, and how often."""
    keys = terms + (np.repeat(np.arange(len(lengths)), lengths) << 32)
    keys.sort()
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    times = np.minimum(np.diff(first, append=len(keys)), np.iinfo(np.uint16).max)
    keys = keys[first]
    sizes: NDArray[Any] = np.bincount(keys >> 32, minlength=len(lengths))
    return sizes.astype(np.int64), (keys & 0xFFFFFFFF).astype(np.int32), times.astype(np.uint16)
