"""Which words of a question an article has, sentence by sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from retrieval.bm25.formula import Floats
from retrieval.evidence import HAD, Vocabulary
from retrieval.lexicon import Token
from retrieval.renderings import Rendering
from retrieval.terms import GRAMS, STEMS, ngrams_of
from retrieval.wording import Occurrences


class Presence:
    """What `retrieval.evidence.Vocabulary` tells of a text, for all sentences of an article at once."""

    def __init__(self, occurrences: Occurrences, first: int, end: int) -> None:
        """The article's sentences are those from `first` to `end`, exclusive, of the occurrences."""
        self._sought = occurrences.sought
        within = occurrences.within[first : end + 1]
        self._there = within[1:] > within[:-1]

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self._there)

    def having(self, word: Token | Rendering) -> int:
        """How many sentences have the word for the most part."""
        return int(np.count_nonzero(self._shares(word) >= HAD))

    def has(self, word: Token | Rendering) -> float:
        """How much of the word is somewhere in the article, 0 to 1."""
        return self._vocabulary.has(word)

    def with_both(self, one: str, other: str) -> Sequence[int]:
        """The numbers of the sentences that have both stems, which are the question's."""
        columns = [self._stem_columns.get(stem) for stem in (one, other)]
        known = [column for column in columns if column is not None]
        if len(known) < len(columns):
            return ()
        both: list[int] = np.flatnonzero(self._stems[:, known].all(axis=1)).tolist()
        return both

    def idf(self, gram: str) -> float:
        """How rare the question's 4-gram is in these sentences: log((N + 1) / df)."""
        df = int(np.count_nonzero(self._grams[:, self._gram_columns[gram]]))
        return math.log((self.sentences + 1) / (df or 0.5))

    def _shares(self, word: Token | Rendering) -> Floats:
        """How much of the word each sentence has, 0 to 1."""
        if isinstance(word, Rendering):
            ways = [np.mean(list(map(self._share, way)), axis=0) for way in word.ways]
            return np.asarray(np.max(ways, axis=0))
        return self._share(word)

    def _share(self, token: Token) -> Floats:
        columns = [self._gram_columns[gram] for gram in ngrams_of(token.key)]
        having = self._stems[:, self._stem_columns[token.stem]]
        return np.asarray(np.where(having, 1.0, self._grams[:, columns].sum(axis=1) / len(columns)))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        """Those of the question's terms that the article has."""
        anywhere = np.any(self._there, axis=0, keepdims=True)[0]
        stems, grams = (
            frozenset(compress(self._sought.terms[kind], anywhere[self._sought.of_kind(kind)].tolist()))
            for kind in (STEMS, GRAMS)
        )
        return Vocabulary(stems, grams)

    @cached_property
    def _grams(self) -> NDArray[np.bool_]:
        return np.asarray(self._there[:, self._sought.of_kind(GRAMS)])

    @cached_property
    def _stems(self) -> NDArray[np.bool_]:
        return np.asarray(self._there[:, self._sought.of_kind(STEMS)])

    @cached_property
    def _gram_columns(self) -> dict[str, int]:
        return {term: at for at, term in enumerate(self._sought.terms[GRAMS])}

    @cached_property
    def _stem_columns(self) -> dict[str, int]:
        return {term: at for at, term in enumerate(self._sought.terms[STEMS])}
