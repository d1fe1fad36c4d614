"""What is known of the terms of a list of documents."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from retrieval.base.arrays import Floats
from retrieval.index.bm25.forward_index import ForwardIndex


@dataclass(frozen=True, eq=False, slots=True)
class TermStatistics:
    """Of how many `documents` there are, `idfs` has log((N + 1) / df) for each term, by its number in `numbers`."""

    documents: int
    numbers: Mapping[str, int]
    idfs: Floats

    @classmethod
    def of(cls, counts: ForwardIndex) -> TermStatistics:
        """The statistics of documents that were counted."""
        documents = len(counts.first) - 1
        # A term may have been numbered that no document has any more.
        return cls(documents, counts.numbers, np.log((documents + 1) / np.maximum(counts.frequencies(), 0.5)))

    def idf(self, term: str) -> float:
        """The term's inverse document frequency, log((N + 1) / df); df = 1/2 for a term that no document has."""
        number = self.numbers.get(term)
        return math.log((self.documents + 1) / 0.5) if number is None else float(self.idfs[number])
