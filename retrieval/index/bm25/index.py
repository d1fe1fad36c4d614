"""An index by terms: for every term, the documents that have it. For scoring all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Arrays, Floats
from retrieval.index.bm25.formula import BM25Parameters
from retrieval.index.bm25.forward_index import BLOCK, ForwardIndex, PostingBlock, count_terms
from retrieval.index.bm25.statistics import TermStatistics


@dataclass(frozen=True, slots=True)
class IndexLayout:
    """How an index lies in memory, which no score depends on.

    A term that more than the share `dense` of the documents has is kept as one number a document: to add them all,
    numpy has to look up no places. With 100,000 passages, .2 is quicker than .03, .06 and .1; a little more saves
    memory. Postings of `long` documents are added where they are; shorter ones are put together first, which costs
    memory but spares numpy's cost of each call. With 100,000 passages, 4,000 is quicker than 500, 1,000, 2,000 and
    8,000; with 10,000 none are as long, and the more is put together the better. `block` is as of `Counts.blocks`.
    """

    dense: float = 0.25
    long: int = 4000
    block: int = BLOCK


_LAYOUT = IndexLayout()


class BM25Index:
    """BM25Plus, as rank-bm25's class of that name computes it, from postings.

    `documents` are lists of terms; any may be empty, also all of them, or the list itself. What a term adds to each
    document that has it is computed once, here. The parameters are those of `BM25Parameters`.

    Raises:
        ValueError: a parameter is out of its range.
    """

    def __init__(
        self,
        documents: Iterable[Sequence[str]],
        *,
        k1: float = 1.5,
        b: float = 0.75,
        delta: float = 1.0,
        layout: IndexLayout = _LAYOUT,
    ) -> None:
        self._build(count_terms(documents, layout.block), BM25Parameters(k1, b, delta), layout)

    @classmethod
    def of(cls, counts: ForwardIndex, formula: BM25Parameters, layout: IndexLayout = _LAYOUT) -> BM25Index:
        """The index of documents that are counted already."""
        index = cls.__new__(cls)
        index._build(counts, formula, layout)
        return index

    @classmethod
    def from_arrays(cls, arrays: Arrays, counts: ForwardIndex) -> BM25Index:
        """The index of the documents counted whose `arrays` these are."""
        index = cls.__new__(cls)
        index.statistics = TermStatistics(len(counts.first) - 1, counts.numbers, arrays["idfs"])
        index._layout = _LAYOUT
        index._delta = float(arrays["delta"])
        index._row_of = {number: row for row, number in enumerate(arrays["row_terms"].tolist())}
        index._rows = arrays["rows"]
        index._starts = arrays["starts"].tolist()
        index._documents = arrays["documents"]
        index._gains = arrays["gains"]
        return index

    def arrays(self) -> Arrays:
        """All of it but what was counted, to be kept."""
        return {
            "idfs": self.statistics.idfs,
            "delta": np.array(self._delta),
            "row_terms": np.array(list(self._row_of), np.int64),
            "rows": self._rows,
            "starts": np.array(self._starts, np.int64),
            "documents": self._documents,
            "gains": self._gains,
        }

    def get_scores(self, terms: Iterable[str]) -> Floats:
        """One score a document, in their order, for a query of these terms; a term that stands twice counts twice.

        A term that no document has counts nothing. Where rank-bm25 divides by zero (only empty documents; k1 = 0 and a
        document without the term) a document has the part of the score that delta gives.
        """
        query = Counter(term for term in terms if term in self.statistics.numbers)
        # Delta x idf of every term goes to every document, whether it has the term or not: once for all terms.
        base = self._delta * sum(times * self.statistics.idf(term) for term, times in query.items())
        total = self.gains(query)
        total += base
        return total

    def gains(self, query: Mapping[str, float]) -> Floats:
        """One score a document for terms and what each counts, without the part that delta gives to every document.

        It is 0 exactly where no term of the query occurs, and above it elsewhere, if every weight is.
        """
        postings, rows = self._postings_of(query)
        total = self._sum(postings)
        for row, weight in rows:
            total += _weigh(self._rows[row], weight)
        return total

    def _postings_of(self, query: Mapping[str, float]) -> tuple[list[tuple[slice, float]], list[tuple[int, float]]]:
        """The postings of the query's terms, and the rows of those that have one, each with what the term counts."""
        postings, rows = [], []
        for term, weight in query.items():
            number = self.statistics.numbers.get(term, -1)
            if number in self._row_of:
                rows.append((self._row_of[number], weight))
            elif number >= 0:
                postings.append((slice(self._starts[number], self._starts[number + 1]), weight))
        return postings, rows

    def _sum(self, postings: Sequence[tuple[slice, float]]) -> Floats:
        """What these postings add to each document."""
        size = self.statistics.documents
        short = [(own, weight) for own, weight in postings if own.stop - own.start < self._layout.long]
        total: Floats = np.zeros(size)
        if short:
            places = np.concatenate([self._documents[own] for own, _ in short], dtype=np.intp)
            gains = np.concatenate([_weigh(self._gains[own], weight) for own, weight in short])
            total = np.asarray(np.bincount(places, gains, size), np.float64)
        for own, weight in postings:
            if own.stop - own.start >= self._layout.long:
                np.add.at(total, self._documents[own], _weigh(self._gains[own], weight))
        return total

    def _build(self, counts: ForwardIndex, formula: BM25Parameters, layout: IndexLayout) -> None:
        self._layout = layout
        self.statistics = TermStatistics.of(counts)
        self._delta = formula.delta
        size = self.statistics.documents
        frequencies = counts.frequencies()
        dense = frequencies > layout.dense * size
        self._row_of = {number: row for row, number in enumerate(np.flatnonzero(dense).tolist())}
        self._rows = np.zeros((len(self._row_of), size))
        starts = np.concatenate(([0], np.cumsum(np.where(dense, 0, frequencies))))
        self._starts: list[int] = starts.tolist()
        self._documents = np.empty(starts[-1], np.int32)
        self._gains = np.empty(starts[-1])
        self._place(counts, formula, np.where(dense, np.cumsum(dense) - 1, -1), starts[:-1].copy())

    def _place(
        self, counts: ForwardIndex, formula: BM25Parameters, row_of: NDArray[np.int64], free: NDArray[np.int64]
    ) -> None:
        """Puts what was counted into rows and postings. `free` says where the next posting of each term goes."""
        norms = formula.norms(counts.lengths)
        for block in counts.blocks(self._layout.block):
            documents, terms, times = _by_term(block)
            gains = formula.gains(times, norms[documents]) * self.statistics.idfs[terms]
            rows = row_of[terms]
            common, rare = rows >= 0, rows < 0
            self._rows[rows[common], documents[common]] = gains[common]
            added = np.bincount(terms[rare], minlength=len(free))
            places = np.arange(added.sum()) + np.repeat(free - np.cumsum(added) + added, added)
            self._documents[places] = documents[rare]
            self._gains[places] = gains[rare]
            free += added


def _weigh(gains: Floats, weight: float) -> Floats:
    return gains if weight == 1 else gains * weight


def _by_term(block: PostingBlock) -> PostingBlock:
    """The block's postings in the order of terms, then of documents."""
    keys = (block.terms.astype(np.int64) << 32) + np.arange(len(block.terms))
    keys.sort()  # several times as fast as a stable argsort
    order = keys & 0xFFFFFFFF
    return PostingBlock(block.documents[order], keys >> 32, block.times[order])
