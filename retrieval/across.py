"""A question of another language, whose words can be said in several ways, compared with texts.

It is a structured query (Pirkola 1998, "The effects of query structure and dictionary setups in dictionary-based
cross-language information retrieval"): all ways to say a word are one word, which a document has as well as it has the
best of them, and which is as rare as the documents that have any of them.

Only fields of 4-grams count: the words stand in another order than in the question, and dictionaries seldom know the
inflected form or the compound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.bm25.formula import Floats
from retrieval.ranking import FullRanking, Numbers, PartialRanking, Ways
from retrieval.renderings import Rendering
from retrieval.terms import ngrams, weighed

# From this score of a word on, a document has it: what it counts as evidence depends on how many have.
_HAD = 0.6


@dataclass(frozen=True, eq=False, slots=True)
class Across:
    """The ways to say each word, and what each counts: together 1.

    `first` has the scores of all texts by the first field; None when that is not one of 4-grams. `others` are the
    numbers, from 0, of the fields of `ranking` that are.
    """

    words: Sequence[Ways]
    weights: Floats
    first: Floats | None
    others: Sequence[int]
    ranking: PartialRanking | None

    @classmethod
    def led(
        cls, words: Sequence[Rendering], first: FullRanking, others: Sequence[int], ranking: PartialRanking | None
    ) -> Across:
        """By a first field of 4-grams: how rare a word is, is counted there."""
        ways = _ways(words)
        had = first.of_words(ways)
        weights = _weights(words, had, had.shape[1])
        return cls(ways, weights, first.of_texts(weights @ had), others, ranking)

    @classmethod
    def unled(cls, words: Sequence[Rendering], others: Sequence[int], ranking: PartialRanking) -> Across:
        """When the first field is none of 4-grams: how rare a word is, is counted in the first of the others."""
        ways = _ways(words)
        weights = _weights(words, ranking.of_words(ways, others[:1]), ranking.documents(others[0]))
        return cls(ways, weights, None, others, ranking)

    def scores(self, texts: Numbers | None = None) -> list[Floats]:
        """For each field of 4-grams one score a text, of all or of those with these numbers, ascending."""
        scores = [] if self.first is None else [self.first if texts is None else self.first[texts]]
        if self.ranking and self.others:
            documents = self.weights @ self.ranking.of_words(self.words, self.others, texts)
            scores += [*self.ranking.of_texts(documents, texts)[:, self.others].T]
        return scores


def _ways(words: Sequence[Rendering]) -> list[Ways]:
    return [[weighed(ngrams(way)) for way in word.ways] for word in words]


def _weights(words: Sequence[Rendering], had: Floats, documents: int) -> Floats:
    """What each word counts times its idf, log((N + 1) / (df + 1/2)), as a share of that of all."""
    idfs = np.log((documents + 1) / (np.count_nonzero(had >= _HAD, axis=1) + 0.5))
    weights = np.array([word.weight for word in words]) * idfs
    return np.asarray(weights / weights.sum())
