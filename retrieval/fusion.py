"""Texts ranked by several fields at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic

import numpy as np
from numpy.typing import NDArray

from retrieval.fields import Field, Text, Tokens
from retrieval.ranking import Ranking
from retrieval.terms import Term


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

    def field_scores(self, question: Tokens) -> list[NDArray[np.float64]]:
        """For each field one score a text, in the order of the fields and of the texts."""
        queries: dict[object, dict[str, float]] = {}  # fields that count alike share their query
        each = []
        for field in self._fields:
            if field.terms not in queries:
                queries[field.terms] = weighed(field.terms(question))
            each.append(field.scores(queries[field.terms]))
        return each


def weighed(terms: Iterable[Term]) -> dict[str, float]:
    """Each term once, with the most that it counts anywhere."""
    weights: dict[str, float] = {}
    for text, weight in terms:
        weights[text] = max(weight, weights.get(text, 0.0))
    return weights


class _FieldRanking(Generic[Text]):
    """One field's ranking of the texts: its documents, and which text each is a part of."""

    def __init__(self, field: Field[Text], texts: Sequence[Text]) -> None:
        self.terms = field.terms
        parts = [list(field.scope(text)) for text in texts]
        self._ranking = Ranking([[term.text for term in field.terms(part)] for own in parts for part in own])
        self._first = np.cumsum([0, *(len(own) for own in parts[:-1])])
        self._single = all(len(own) == 1 for own in parts)

    def scores(self, query: dict[str, float]) -> NDArray[np.float64]:
        scores = self._ranking.scores(query)
        return scores if self._single else np.maximum.reduceat(scores, self._first)
