"""Texts ranked by BM25, one kind of terms at a time.

A score is the BM25 score, without the part that delta gives to every document, divided by the idf of the whole query,
so that scores of different fields can be added. It is 0 exactly where no term of the query occurs, and above it
elsewhere; a text that has every term about as often as its length makes likely has a score near 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Numbers
from retrieval.bm25 import BM25Index, Formula
from retrieval.bm25.formula import Floats
from retrieval.wording import Sought

# Found best for 4-grams on German XQuAD. Lower than the usual 1.2 to 1.5 and .75: 4-grams repeat within a word,
# and paragraphs of one text are of like length.
FORMULA = Formula(k1=0.9, b=0.4, delta=1.0)

# Each term once, and what it counts.
Query = Mapping[str, float]


class Statistics(Protocol):
    """What is known of all documents of a field, wherever it is kept (`retrieval.field_statistics`)."""

    @property
    def kind(self) -> int:
        """The number of the kind of its terms."""
        ...

    @property
    def documents(self) -> int:
        """How many documents there are."""
        ...

    @property
    def mean_length(self) -> float:
        """How many terms a document has in the mean."""
        ...

    def frequencies(self, sought: Sought) -> Numbers | Floats:
        """For each term sought of the kind, how many documents have it, in the mean."""
        ...


# Keeps a query without any weight from being divided by zero.
_LEAST = np.finfo(np.float64).tiny


@dataclass(frozen=True, eq=False, slots=True)
class DocumentsView:
    """Documents, for the terms of one question.

    They are in groups, each with statistics of its own, as the sentences of different articles are: group g has those
    from `bounds[g]` to `bounds[g + 1]`. `gains` (terms x documents) is what each term adds to each document before its
    idf, and `idfs` (terms x groups) that.
    """

    gains: Floats
    bounds: Sequence[int]
    idfs: Floats

    @classmethod
    def of(
        cls,
        sought: Sought,
        times: NDArray[np.int32],
        lengths: Numbers,
        bounds: Sequence[int],
        statistics: Sequence[Statistics] | None,
    ) -> DocumentsView:
        """Documents in which each term (rows of `times`) occurs so often, and which have so many (rows) of each kind.

        The terms are those sought of the first kinds. `statistics` are those of kinds of terms; without them each group
        has those of its own documents.
        """
        frequencies: Numbers | Floats
        if statistics is None:
            frequencies, numbers, means = _own_statistics(times, lengths, bounds)
        else:
            frequencies, numbers, means = _given_statistics(sought, statistics)
        kinds = sought.kinds[: len(times)]
        if means.shape[1] > 1:
            means = np.repeat(means, np.diff(bounds), axis=1)
        norms = FORMULA.norms(lengths.T, means[: lengths.shape[1]])
        idfs = np.log((numbers + 1) / np.maximum(frequencies, 0.5))[: len(times)]
        return cls(FORMULA.gains(times, norms[kinds]), bounds, idfs)

    def scores(self, weights: Floats) -> Floats:
        """Queries x documents, for queries (rows) that weigh all terms sought so."""
        weights = weights[:, : len(self.gains)]
        found = [
            _shares(weights * idfs) @ self.gains[:, first:end]
            for first, end, idfs in zip(self.bounds, self.bounds[1:], self.idfs.T, strict=False)
        ]
        return found[0] if len(found) == 1 else np.concatenate(found, axis=1)

    @property
    def sizes(self) -> Numbers:
        """How many documents each group has."""
        return np.diff(self.bounds)


def _shares(weights: Floats) -> Floats:
    """The weights as shares of those of each whole query."""
    return np.asarray(weights / np.maximum(weights.sum(axis=1, keepdims=True), _LEAST))


def _own_statistics(
    times: NDArray[np.int32], lengths: Numbers, bounds: Sequence[int]
) -> tuple[Numbers, Numbers, Floats]:
    sizes = np.diff(bounds)
    having = times > 0
    if len(sizes) == 1:
        return np.count_nonzero(having, axis=1)[:, np.newaxis], sizes, lengths.sum(axis=0)[:, np.newaxis] / sizes
    first = bounds[:-1]
    return (
        np.add.reduceat(having, first, axis=1, dtype=np.int64),
        sizes,
        np.add.reduceat(lengths.T, first, axis=1) / sizes,
    )


def _given_statistics(sought: Sought, statistics: Sequence[Statistics]) -> tuple[Floats, Numbers, Floats]:
    documents, means = np.ones(len(sought.terms), np.int64), np.ones(len(sought.terms))
    frequencies = np.zeros(sought.size)
    for each in statistics:
        frequencies[sought.of_kind(each.kind)] = each.frequencies(sought)
        documents[each.kind] = each.documents
        means[each.kind] = each.mean_length
    return frequencies[:, np.newaxis], documents[sought.kinds][:, np.newaxis], means[:, np.newaxis]


def best_of_texts(documents: Floats, first: Numbers) -> Floats:
    """Of documents' scores (columns), the best of each text: text t has those from `first[t]` to `first[t + 1]`."""
    if len(first) - 1 == documents.shape[-1]:
        return documents
    return np.asarray(np.maximum.reduceat(documents, first[:-1], axis=-1))


@dataclass(frozen=True, eq=False, slots=True)
class FullRanking:
    """All texts, each a document, ranked by one kind of terms from an index."""

    index: BM25Index

    def scores(self, query: Query) -> Floats:
        """One score a text, in their order."""
        return self.index.gains(query) / (self.index.statistics.mass(query) or 1.0)

    def best(self, query: Query, limit: int) -> Numbers:
        """The places of the best `limit` texts above 0, and of those that equal the last of them, ascending."""
        return self.index.best(query, limit)
