"""An index by documents: for every document, its terms. For scoring few documents, or few of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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
        (gains,) = self.each([Weighed.joined(queries)], runs)
        return gains

    def each(self, queries: Iterable[Weighed], runs: Sequence[tuple[int, int]] | None = None) -> Iterator[Floats]:
        """For one query after another, each for documents of any kinds, what `gains` gives for one of them alone.

        The documents are looked through once for all the queries.
        """
        rows = self._rows if runs is None else self._rows.among(runs)
        queries = tuple(queries)
        numbers = list(dict.fromkeys(number for query in queries for number in query.numbers))
        # For every term of the documents, its place among those of the queries, from 1; 0 for a term not asked for.
        asked = np.zeros(self._terms, np.min_scalar_type(len(numbers)))
        asked[numbers] = np.arange(1, len(numbers) + 1)
        found = asked.take(rows.terms)
        at = np.flatnonzero(found != 0)  # of truth values it is several times as fast as of numbers
        documents = np.searchsorted(rows.ends, at, side="right")
        found = found[at]
        gains = self._formula.gains(rows.times[at], rows.norms[documents])
        for query in queries:
            weights = np.zeros(len(numbers) + 1)
            weights[asked[query.numbers]] = query.weights
            own = np.bincount(documents, gains * weights[found], len(rows.norms))
            yield own.astype(np.float64, copy=False)


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
