"""Texts ranked by several fields at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Generic

import numpy as np
from numpy.typing import NDArray

from retrieval.fields import Field, Text, Tokens
from retrieval.ranking import Ranking
from retrieval.renderings import Rendering
from retrieval.terms import Term, ngrams

# From this score of a word on, a text has it: what it counts as evidence depends on how many have.
_HAD = 0.6


class Fusion(Generic[Text]):
    """A fixed list of texts, each of which a question gives one score."""

    def __init__(self, texts: Sequence[Text], fields: Sequence[Field[Text]]) -> None:
        self._size = len(texts)
        self._fields = tuple(_FieldRanking(field, texts) for field in fields)

    def scores(self, question: Tokens) -> NDArray[np.float64]:
        """One score a text, in their order: the mean of its fields' scores (`Ranking.scores`).

        It is 0 where the first field finds nothing: others also count function words, which stand everywhere.
        """
        each = self.field_scores(question)
        return np.where(each[0] > 0, np.mean(each, axis=0), 0.0) if each else np.zeros(self._size)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields, in their order."""
        return tuple(field.name for field in self._fields)

    def field_scores(self, question: Tokens) -> list[NDArray[np.float64]]:
        """For each field one score a text, in the order of the fields and of the texts."""
        queries: dict[object, dict[str, float]] = {}  # fields that count alike share their query
        each = []
        for field in self._fields:
            if field.terms not in queries:
                queries[field.terms] = weighed(field.terms(question))
            each.append(field.scores(queries[field.terms]))
        return each

    def scores_across(self, words: Sequence[Rendering]) -> NDArray[np.float64]:
        """The same for a question of another language, whose words can be said in several ways."""
        each = self.field_scores_across(words)
        return np.asarray(np.mean(list(each.values()), axis=0)) if each else np.zeros(self._size)

    def field_scores_across(self, words: Sequence[Rendering]) -> dict[str, NDArray[np.float64]]:
        """For each field of 4-grams, by its name, one score a text, for the words of a question of another language.

        A structured query (Pirkola 1998): all ways to say a word are one word, which a text has as well as it has the
        best of them, and which is as rare as the texts that have any of them. Only 4-grams count: the words stand in
        another order than in the question, and dictionaries seldom know the inflected form or the compound.
        """
        fields = [field for field in self._fields if field.terms is ngrams]
        if not fields or not words:
            return {}
        had = [[field.best(word) for word in words] for field in fields]  # by field and word, of each document
        rare = [math.log((len(each) + 1) / (np.count_nonzero(each >= _HAD) + 0.5)) for each in had[0]]
        weights = np.array([word.weight for word in words]) * rare / np.dot([word.weight for word in words], rare)
        return {field.name: field.of_texts(weights @ np.array(own)) for field, own in zip(fields, had, strict=True)}


def weighed(terms: Iterable[Term]) -> dict[str, float]:
    """Each term once, with the most that it counts anywhere."""
    weights: dict[str, float] = {}
    for text, weight in terms:
        weights[text] = max(weight, weights.get(text, 0.0))
    return weights


class _FieldRanking(Generic[Text]):
    """One field's ranking of the texts: its documents, and which text each is a part of."""

    def __init__(self, field: Field[Text], texts: Sequence[Text]) -> None:
        self.name = field.name
        self.terms = field.terms
        parts = [list(field.scope(text)) for text in texts]
        self._ranking = Ranking([[term.text for term in field.terms(part)] for own in parts for part in own])
        self._first = np.cumsum([0, *(len(own) for own in parts[:-1])])
        self._single = all(len(own) == 1 for own in parts)

    def scores(self, query: dict[str, float]) -> NDArray[np.float64]:
        return self.of_texts(self._ranking.scores(query))

    def best(self, word: Rendering) -> NDArray[np.float64]:
        """Of each document, the score for the way to say the word that it has best."""
        ways = [self._ranking.scores(weighed(self.terms(way))) for way in word.ways]
        return np.asarray(np.max(ways, axis=0))

    def of_texts(self, documents: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of each text, the best score of its documents."""
        return documents if self._single else np.maximum.reduceat(documents, self._first)
