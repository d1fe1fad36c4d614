"""An index by documents: for every document, its terms. For scoring few documents, or few of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays, prefixed, under
from retrieval.bm25.counts import Counts
from retrieval.bm25.formula import Floats, Formula
from retrieval.bm25.statistics import Statistics, Weighed


class BM25Rows:
    """Scores as those of `BM25Index.gains`, at a cost that grows with how many documents are asked for.

    Documents of several kinds, each with statistics of its own, are scored in one go: with few documents the calls of
    numpy cost more than what they do.
    """

    def __init__(self, counts: Counts, formula: Formula) -> None:
        """Of documents that were counted. It uses up the counts' blocks."""
        self._set(Statistics.of(counts), formula, _Rows.of(counts, formula))

    def _set(self, statistics: Sequence[Statistics], formula: Formula, rows: _Rows) -> None:
        self.statistics = statistics
        self._terms = sum(len(each.numbers) for each in statistics)
        self._formula = formula
        self._rows = rows

    @classmethod
    def from_arrays(cls, formula: Formula, arrays: Arrays) -> BM25Rows:
        """The index whose `arrays` these are, for the same formula."""
        kinds = [Statistics.from_arrays(under(str(kind), arrays)) for kind in range(int(arrays["kinds"]))]
        index = cls.__new__(cls)
        index._set(kinds, formula, _Rows(*(arrays[name] for name in ("ends", "terms", "times", "norms"))))
        return index

    def arrays(self) -> Arrays:
        """All of it but the formula, to be kept."""
        rows = self._rows
        arrays = {"kinds": np.array(len(self.statistics))}
        for kind, statistics in enumerate(self.statistics):
            arrays |= prefixed(str(kind), statistics.arrays())
        return arrays | {"ends": rows.ends, "terms": rows.terms, "times": rows.times, "norms": rows.norms}

    def gains(self, queries: Sequence[Weighed], runs: Sequence[tuple[int, int]] | None = None) -> Floats:
        """One score a document of the runs (first, end exclusive), in their order; without runs, of all documents.

        There is a query for each kind. A score is 0 exactly where none of its terms occurs, and above it elsewhere, if
        every weight is.
        """
        query = Weighed.joined(queries)
        found = self._found(query.numbers, runs)
        return np.bincount(found.documents, found.gains * query.weights[found.terms], found.size).astype(
            np.float64, copy=False
        )

    def each(self, queries: Sequence[Weighed], runs: Sequence[tuple[int, int]] | None = None) -> Floats:
        """For many queries (rows), each for documents of any kinds, what `gains` gives (columns) for each alone.

        The documents are looked through once, and each of their terms is counted for the queries that have it.
        """
        numbers = np.array([number for query in queries for number in query.numbers], np.int64)
        weights = np.concatenate([query.weights for query in queries])
        which = np.repeat(np.arange(len(queries)), [len(query.numbers) for query in queries])
        order = np.argsort(numbers, kind="stable")
        asked, first, times = np.unique(numbers[order], return_index=True, return_counts=True)
        found = self._found(asked.tolist(), runs)
        times = times[found.terms]
        # One entry for each occurrence and each query that has its term: which occurrence, and where in the queries.
        at = np.repeat(np.arange(len(times)), times)
        own = order[np.arange(len(at)) + np.repeat(first[found.terms] - np.cumsum(times) + times, times)]
        places = which[own] * found.size + found.documents[at]
        scores = np.bincount(places, found.gains[at] * weights[own], len(queries) * found.size)
        return scores.astype(np.float64, copy=False).reshape(len(queries), found.size)

    def _found(self, terms: list[int], runs: Sequence[tuple[int, int]] | None) -> _Found:
        rows = self._rows if runs is None else self._rows.among(runs)
        # For every term of the documents, its place among those asked for, from 1; 0 for a term not asked for.
        asked = np.zeros(self._terms, np.min_scalar_type(len(terms)))
        asked[terms] = np.arange(1, len(terms) + 1)
        found = asked.take(rows.terms)
        at = np.flatnonzero(found != 0)  # of truth values it is several times as fast as of numbers
        documents = np.searchsorted(rows.ends, at, side="right")
        gains = self._formula.gains(rows.times[at], rows.norms[documents])
        return _Found(len(rows.norms), documents, found[at] - 1, gains)


class _Found(NamedTuple):
    """Where terms were found in so many (`size`) documents: in which, which of the terms, and the gain (`Formula`)."""

    size: int
    documents: NDArray[np.int64]
    terms: NDArray[Any]
    gains: Floats


@dataclass(frozen=True, eq=False, slots=True)
class _Rows:
    """The counts of documents, row after row (`Block`), where each ends, and its norm (`Formula`)."""

    ends: NDArray[np.int64]
    terms: NDArray[Any]
    times: NDArray[Any]
    norms: Floats

    @classmethod
    def of(cls, counts: Counts, formula: Formula) -> _Rows:
        norms = np.zeros(len(counts.lengths))
        for kind in range(len(counts.numbers)):
            norms[counts.kinds == kind] = formula.norms(counts.lengths[counts.kinds == kind])
        blocks = tuple(counts.drained())
        return cls(
            np.cumsum(_joined([block.sizes for block in blocks]), dtype=np.int64),
            _joined([block.terms for block in blocks]),
            _joined([block.times for block in blocks]),
            norms,
        )

    def among(self, runs: Sequence[tuple[int, int]]) -> _Rows:
        """The rows of the documents in the runs, at least one run."""
        first, end = np.array(runs).T
        begins = np.where(first > 0, self.ends[first - 1], 0)
        sizes = self.ends[end - 1] - begins
        shifts = np.repeat(np.cumsum(sizes) - sizes - begins, end - first)  # from where the rows were to where they are
        entries = list(map(slice, begins.tolist(), self.ends[end - 1].tolist()))
        return _Rows(
            np.concatenate([self.ends[slice(*run)] for run in runs]) + shifts,
            np.concatenate([self.terms[each] for each in entries]),
            np.concatenate([self.times[each] for each in entries]),
            np.concatenate([self.norms[slice(*run)] for run in runs]),
        )


def _joined(arrays: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.zeros(0, np.uint8)
