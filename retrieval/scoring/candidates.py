"""Candidates: the passages that are looked at more closely, out of all that there are."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from retrieval.base.arrays import Numbers
from retrieval.index.bm25.best import best_places
from retrieval.index.passage_index import PassageIndex
from retrieval.index.passage_vectors import PassageVectors
from retrieval.query.query import Query

# So many are the best by words, and as many the best by meaning.
CANDIDATES = 64


class CandidateFinder(Protocol):
    """Finds candidates, in this process or elsewhere. Elsewhere everything here raises `CandidatesUnavailable`."""

    def find(self, query: Query) -> Numbers:
        """The numbers of the candidates in the index, ascending."""
        ...

    def prepare(self) -> None:
        """Makes ready what the first question would otherwise wait for. Called again, takes up vectors made since."""
        ...


class LocalCandidateFinder:
    """Finds them in this process: by the postings of an index and the vectors of its passages."""

    def __init__(self, index: PassageIndex, vectors: PassageVectors | None) -> None:
        self._index = index
        self._vectors = vectors

    def find(self, query: Query) -> Numbers:
        """The best passages by words and the best by meaning, and all that equal the last of them; of few, all."""
        if len(self._index) <= CANDIDATES or self._index.bm25 is None:
            return np.arange(len(self._index))
        by_words = best_places(self._index.bm25.gains(dict.fromkeys(query.terms, 1.0)), CANDIDATES)
        if query.vector is None or self._vectors is None:
            return by_words
        return np.union1d(by_words, best_places(self._vectors.cosines(query.vector), CANDIDATES))

    def prepare(self) -> None:
        """Nothing has to be made ready."""


class CandidateFinderFactory(Protocol):
    """Makes finders that run elsewhere, and knows whether they can be reached."""

    @property
    def fault(self) -> str | None:
        """Why they cannot be reached, one line; None: they could, when last asked."""

    def passage_counts(self) -> dict[str, int]:
        """What is kept there, by names, and how many passages each holds, also what other versions have left.

        Raises:
            CandidatesUnavailable: they cannot be reached.
        """

    def stop(self) -> None:
        """No more articles are loaded, as the process is to end; questions are still answered."""

    def of(self, index: PassageIndex, vectors: PassageVectors | None) -> CandidateFinder:
        """The finder of the passages of an index, with their vectors where there is an encoder.

        It asks nothing yet, so that it can be made while nothing can be reached.
        """
