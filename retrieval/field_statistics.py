"""What is known of all documents of a field: how many there are, how long, and how many have each term."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays, Numbers
from retrieval.wording import Sought


@dataclass(frozen=True, eq=False, slots=True)
class FieldStatistics:
    """`length` is how many terms all documents have.

    `of_terms` has for each term, by its number, how many documents have it.

    `seams`, ascending, are those that stand between two words of a document, and `of_seams` how many documents have
    each.
    """

    kind: int
    documents: int
    length: int
    of_terms: NDArray[np.int32]
    seams: Numbers
    of_seams: NDArray[np.int32]

    @property
    def mean_length(self) -> float:
        """How many terms a document has in the mean."""
        return self.length / max(1, self.documents)

    def plus(self, other: FieldStatistics, sign: int = 1) -> FieldStatistics:
        """Those of these documents and of others; with the sign -1, those of these without the others.

        The others' terms may be numbered on where these end.
        """
        of_terms = np.zeros(max(len(self.of_terms), len(other.of_terms)), np.int32)
        of_terms[: len(self.of_terms)] += self.of_terms
        of_terms[: len(other.of_terms)] += sign * other.of_terms
        seams, numbers = np.unique(np.concatenate([self.seams, other.seams]), return_inverse=True)
        of_seams = np.bincount(numbers, np.concatenate([self.of_seams, sign * other.of_seams]), len(seams))
        left = np.flatnonzero(of_seams)
        documents, length = self.documents + sign * other.documents, self.length + sign * other.length
        return FieldStatistics(self.kind, documents, length, of_terms, seams[left], of_seams[left].astype(np.int32))

    def frequencies(self, sought: Sought) -> Numbers:
        """For each term sought of this field's kind, how many documents have it."""
        columns = sought.of_kind(self.kind)
        found = np.zeros(sought.size, np.int64)
        found[sought.columns] = self.of_terms.take(sought.numbers)
        if len(self.seams) and len(sought.seams):
            at = np.minimum(np.searchsorted(self.seams, sought.seams), len(self.seams) - 1)
            found[sought.seam_columns] += np.where(self.seams[at] == sought.seams, self.of_seams[at], 0)
        return found[columns]

    @classmethod
    def from_arrays(cls, kind: int, arrays: Arrays) -> FieldStatistics:
        """The statistics whose `arrays` these are."""
        return cls(
            kind,
            int(arrays["documents"]),
            int(arrays["length"]),
            arrays["of_terms"],
            arrays["seams"],
            arrays["of_seams"],
        )

    def arrays(self) -> Arrays:
        """All of it but the kind, to be kept."""
        return {
            "documents": np.array(self.documents),
            "length": np.array(self.length),
            "of_terms": self.of_terms,
            "seams": self.seams,
            "of_seams": self.of_seams,
        }
