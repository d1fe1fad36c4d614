"""The vectors of texts: made once each, kept in a store, and looked up there."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Floats
from retrieval.base.failsafe_cache import FailsafeCache
from retrieval.encoder import Encoder, Vectors, VectorStore

_log = logging.getLogger(__name__)

# The last questions are remembered: who turns the pages of an answer asks the same one again and again.
_REMEMBERED = 256

# So many texts are encoded before they are kept: a process that ends loses no more than some seconds of work.
_TOGETHER = 32


class CachingEncoder:
    """What an encoder makes of texts. Thread-safe, as encoders and stores are."""

    def __init__(self, encoder: Encoder, store: VectorStore) -> None:
        self._encoder = encoder
        self._store = store
        self._questions: FailsafeCache[str, NDArray[np.float32]] = FailsafeCache(
            _REMEMBERED,
            _log,
            fails="Until the encoder works again, questions are answered by their words alone",
            works="The encoder works again.",
        )
        self.name = encoder.name

    @property
    def unanswered(self) -> int:
        """How many questions the encoder gave no vector for."""
        return self._questions.failures

    def question(self, text: str) -> NDArray[np.float32] | None:
        """The vector of a question; None when the encoder does not give one, which `unanswered` counts."""
        vector = self._questions.get(text, lambda: self._encoder.embed_questions([text])[0])
        # A text without words means nothing.
        return vector if vector is not None and np.isfinite(vector).all() and vector.any() else None

    def suspend(self, seconds: float) -> None:
        """Gives no further question a vector for so long; those that are remembered have theirs."""
        self._questions.suspend(seconds)

    def stored_vectors(self, texts: Sequence[str]) -> tuple[Vectors, NDArray[np.bool_]]:
        """The vectors of the texts, a row each, and which are known: a row of zeros stands for the others."""
        return self._store.get(self.name, texts)

    def cosines(self, texts: Sequence[str], question: NDArray[np.float32]) -> Floats:
        """The cosine of each text with the question; NaN for those that are not known."""
        rows, known = self.stored_vectors(texts)
        if rows.shape[1] != len(question):
            return np.full(len(texts), np.nan)
        return np.where(known, rows @ question, np.nan)

    def make(self, texts: Sequence[str]) -> None:
        """Makes the vectors of those texts that are not known. A text that the encoder cannot bear stays unknown.

        Raises:
            EncoderUnavailable: the encoder cannot be used at all.
        """
        # What fails at first is tried once more: an encoder that has become unusable then says so.
        for _ in range(2):
            self._make(self._missing_texts(texts))

    def _missing_texts(self, texts: Sequence[str]) -> list[str]:
        _, known = self.stored_vectors(texts)
        return list(dict.fromkeys(text for text, there in zip(texts, known.tolist(), strict=True) if not there))

    def _make(self, missing: Sequence[str]) -> None:
        for at in range(0, len(missing), _TOGETHER):
            some = missing[at : at + _TOGETHER]
            self._store.put(self.name, some, self._encoder.embed_passages(some))  # which leaves out those that failed
