"""The formula: BM25Plus (Lv & Zhai 2011, "Lower-Bounding Term Frequency Normalization"), as rank-bm25 computes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Floats


@dataclass(frozen=True, slots=True)
class BM25Parameters:
    """A document's score is the sum, over the terms of the query, of idf x (delta + gain).

    `k1`, from 0: how slowly more of a term stops to count. `b`, 0 to 1: how much a long document is discounted.
    `delta`, from 0: what a term counts in every document, whether it has it or not.

    Raises:
        ValueError: a parameter is out of its range.
    """

    k1: float
    b: float
    delta: float

    def __post_init__(self) -> None:
        if not (self.k1 >= 0 and 0 <= self.b <= 1 and self.delta >= 0):
            raise ValueError(f"BM25 needs k1 >= 0, 0 <= b <= 1, delta >= 0, not {self.k1}, {self.b}, {self.delta}.")

    def norms(self, lengths: NDArray[Any], mean: float | Floats | None = None) -> Floats:
        """k1 x (1 - b + b x length / mean length), one a document of so many terms.

        `mean` is the mean length, of all or for each: that of these lengths, if it is not given. Where it is 0 there
        are only empty documents, which have no term to be normalised.
        """
        if mean is None:
            mean = lengths.mean() if lengths.any() else 1.0
        return np.asarray(self.k1 * (1 - self.b + self.b * lengths / np.where(mean > 0, mean, 1.0)), dtype=np.float64)

    def gains(self, times: NDArray[Any], norms: Floats) -> Floats:
        """times x (k1 + 1) / (norm + times), for documents of these norms that have a term so many times, from 1."""
        below = np.asarray(norms + times, np.float64)
        # In place: to make another large array costs more than the division.
        return np.divide(times * (self.k1 + 1), below, out=below)
