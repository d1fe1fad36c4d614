"""An encoder of a few lines, for tests in which meaning has to be found: the same text always gets the same vector."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from retrieval.base.errors import EncoderUnavailable
from retrieval.base.words import words_of
from retrieval.encoder import Vectors

DIMENSIONS = 48


class FakeEncoder:
    """The vector of a text is the sum of one of each of its words, so texts with words in common are near each other.

    It embeds no question while it is `broken`.
    """

    def __init__(self, name: str = "fake 1") -> None:
        self.name = name
        self.broken = False

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        if self.broken:
            raise EncoderUnavailable("The encoder of these tests is broken.")
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_vector(text) for text in texts])


def _vector(text: str) -> Vectors:
    words = [_of_word(word.form) for word in words_of(text)]
    total = np.sum([np.zeros(DIMENSIONS, np.float32), *words], axis=0)
    return np.asarray(total / (np.linalg.norm(total) or 1), np.float32)


def _of_word(form: str) -> Vectors:
    seed = int.from_bytes(hashlib.blake2b(form.encode(), digest_size=8).digest(), "big")
    return np.random.default_rng(seed).normal(size=DIMENSIONS).astype(np.float32)
