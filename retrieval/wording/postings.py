"""Postings: which rows have what, by what they have."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays, Numbers
from retrieval.wording.expanding import expanded


@dataclass(frozen=True, eq=False, slots=True)
class Postings:
    """The rows that have the thing of number n are `rows[first[n]:first[n + 1]]`, as often as they have it."""

    first: Numbers
    rows: NDArray[np.int32]

    @classmethod
    def of(cls, things: NDArray[np.int32], rows: NDArray[np.int64], size: int) -> Postings:
        """Each of the `things`, numbers below `size`, is had by the row that stands in the same place."""
        first = np.zeros(size + 1, np.int64)
        np.cumsum(np.bincount(things, minlength=size), out=first[1:])
        return cls(first, rows[np.argsort(things, kind="stable")].astype(np.int32))

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Postings:
        """The postings whose `arrays` these are."""
        return cls(arrays["first"], arrays["rows"])

    def arrays(self) -> Arrays:
        """All of it, to be kept."""
        return {"first": self.first, "rows": self.rows}

    def having(self, things: Numbers) -> tuple[NDArray[np.int32], Numbers]:
        """The rows that have one of these things; and which of these, by its place here, each has."""
        begins = self.first.take(things)
        sizes = self.first.take(things + 1) - begins
        return self.rows.take(expanded(begins, sizes)), np.repeat(np.arange(len(things)), sizes)
