"""What is known of the terms of a list of documents."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from retrieval.arrays import Arrays, packed, unpacked
from retrieval.bm25.counts import Counts
from retrieval.bm25.formula import Floats


@dataclass(frozen=True, eq=False, slots=True)
class Statistics:
    """Of how many `documents` there are, `idfs` has log((N + 1) / df) for each term, by its number in `numbers`."""

    documents: int
    numbers: Mapping[str, int]
    idfs: Floats

    @classmethod
    def of(cls, counts: Counts) -> Statistics:
        """The statistics of documents that were counted."""
        documents = len(counts.lengths)
        # A term may have been numbered that no document has any more.
        return cls(documents, counts.numbers, np.log((documents + 1) / np.maximum(counts.frequencies(), 0.5)))

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Statistics:
        """The statistics whose `arrays` these are."""
        numbers = arrays["numbers"]
        idfs = np.zeros(int(numbers.max(initial=-1)) + 1)
        idfs[numbers] = arrays["idfs"]
        return cls(int(arrays["documents"]), dict(zip(unpacked(arrays["terms"]), numbers.tolist(), strict=True)), idfs)

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        numbers = np.fromiter(self.numbers.values(), np.int64, len(self.numbers))
        return {
            "documents": np.array(self.documents),
            "terms": packed(self.numbers),
            "numbers": numbers,
            "idfs": self.idfs[numbers],
        }

    def idf(self, term: str) -> float:
        """The term's inverse document frequency, log((N + 1) / df); df = 1/2 for a term that no document has."""
        number = self.numbers.get(term)
        return self._rarest if number is None else float(self.idfs[number])

    def mass(self, query: Mapping[str, float]) -> float:
        """The idf of all terms of the query, each times what it counts; also of those that no document has."""
        return sum(weight * self.idf(term) for term, weight in query.items())

    @property
    def _rarest(self) -> float:
        return math.log((self.documents + 1) / 0.5)
