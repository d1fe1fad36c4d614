"""An encoder for tests: quick, the same on every machine, and out of order when told to be."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from retrieval.base.errors import EncoderUnavailable
from retrieval.base.words import words_of
from retrieval.encoder import Vectors, VectorStore
from retrieval.encoder.caching_encoder import CachingEncoder

# Words with so many first letters in common count as one: a stemmer that needs no language.
_STEM = 5

DIMENSIONS = 64


class FakeEncoder:
    """An `Encoder`. Texts are bags of their words' first letters, hashed: near in meaning are those that share words.

    `synonyms` are words that mean others ("Auto": "Wagen"). `questions` and `passages` are the texts that it was asked
    for, in order. While it is `down`, it raises; at the texts in `fails_at` it fails, at others it does not. When it is
    `dense`, no two texts are equally near to a third, and none is without any likeness to another.
    """

    def __init__(
        self,
        name: str = "fake",
        *,
        dimensions: int = DIMENSIONS,
        synonyms: Mapping[str, str] | None = None,
        fails_at: Collection[str] = (),
        dense: bool = False,
    ) -> None:
        self.name = name
        self.fails_at = fails_at
        self.down = False
        self.questions: list[str] = []
        self.passages: list[str] = []
        self._dimensions = dimensions
        self._dense = dense
        self._synonyms = {one.casefold(): other for one, other in (synonyms or {}).items()}

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """One row a text; raises when there is one that it fails at."""
        self._check()
        self.questions += texts
        if any(text in self.fails_at for text in texts):
            raise EncoderUnavailable("This text is told to fail.")
        return np.stack([self._vector(text) for text in texts])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text, of NaN for those that it fails at."""
        self._check()
        self.passages += texts
        nothing = np.full(self._dimensions, np.nan, np.float32)
        return np.stack([nothing if text in self.fails_at else self._vector(text) for text in texts])

    def _check(self) -> None:
        if self.down:
            raise EncoderUnavailable("The fake encoder is told to be down.")

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(self._dimensions, np.float32)
        for word in words_of(text):
            meant = self._synonyms.get(word.form, word.form).casefold()
            # Long words say more of what a text is about.
            vector += len(meant) * self._direction(zlib.crc32(meant[:_STEM].encode("utf-8", "replace")))
        return vector / (np.linalg.norm(vector) or 1)

    def _direction(self, seed: int) -> Vectors:
        if self._dense:
            return np.random.default_rng(seed).normal(size=self._dimensions).astype(np.float32)
        one = np.zeros(self._dimensions, np.float32)
        one[seed % self._dimensions] = 1
        return one


def text_vectors(encoder: FakeEncoder) -> CachingEncoder:
    """What keeps its vectors in memory."""
    return CachingEncoder(encoder, VectorStore(None))
