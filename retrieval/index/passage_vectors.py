"""The vectors of all passages, for finding those that mean what is asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Floats, Numbers
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import PassageIndex

# Whole numbers take a quarter of the memory, and cost no right answer on any set; cosines differ by less than .002.
_LARGEST = 127

# So many rows are turned into floating-point numbers at a time: they stay in the processor's cache.
_BLOCK = 4096


class PassageVectors:
    """A row for each passage of an index, as whole numbers; those that are not known yet are rows of zeros."""

    def __init__(self, index: PassageIndex, vectors: CachingEncoder) -> None:
        self._index = index
        self._vectors = vectors
        self.encoder = vectors.name
        self._rows: NDArray[np.int8] | None = None
        self._scales = np.zeros(len(index), np.float32)
        self.known = np.zeros(len(index), np.bool_)
        for begin in range(0, len(index), _BLOCK):
            self.refresh(np.arange(begin, min(begin + _BLOCK, len(index))))

    def refresh(self, passages: Numbers) -> None:
        """Looks up the vectors of these passages (again)."""
        found, known = self._vectors.stored_vectors([self._index.text(at) for at in passages.tolist()])
        if not known.any():
            return
        if self._rows is None or self._rows.shape[1] != found.shape[1]:  # an encoder may come to have other dimensions
            self._rows = np.zeros((len(self.known), found.shape[1]), np.int8)
            self.known[:] = False
        scales = np.abs(found).max(axis=1) / _LARGEST
        self._rows[passages] = np.rint(found / np.where(scales > 0, scales, 1)[:, np.newaxis])
        self._scales[passages] = scales
        self.known[passages] = known

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has; 0 until one is known."""
        return 0 if self._rows is None else self._rows.shape[1]

    def rows(self, passages: Numbers) -> NDArray[np.float32]:
        """The vectors of these passages, a row each, by which their cosines are as here; zeros for those not known."""
        if self._rows is None:
            return np.zeros((len(passages), 0), np.float32)
        return self._rows[passages] * self._scales[passages, np.newaxis]

    def cosines(self, question: NDArray[np.float32]) -> Floats:
        """The cosine of each passage with the question; 0 for those that are not known, or of other dimensions."""
        cosines, rows = np.zeros(len(self.known)), self._rows  # another thread may put others in its place
        if rows is None or rows.shape[1] != len(question):
            return cosines
        for begin in range(0, len(cosines), _BLOCK):
            cosines[begin : begin + _BLOCK] = rows[begin : begin + _BLOCK].astype(np.float32) @ question
        return cosines * self._scales
