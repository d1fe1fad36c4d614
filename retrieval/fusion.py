"""Texts ranked by several fields at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

import numpy as np

from retrieval.arrays import Arrays, prefixed, under
from retrieval.bm25.formula import Floats
from retrieval.fields import Field, Text, Tokens
from retrieval.ranking import FieldTally, FullRanking, Numbers, PartialRanking, Query
from retrieval.terms import Term


class FusionTally(Generic[Text]):
    """Counts the terms of texts, one after another, of which a `Fusion` is made."""

    def __init__(self, fields: Sequence[Field[Text]]) -> None:
        self._fields = fields
        self._texts = 0
        self._first = FieldTally(fields[:1])
        self._others = FieldTally(fields[1:])

    def add(self, text: Text) -> None:
        """Counts one more text."""
        self._texts += 1
        self._first.add(text)
        self._others.add(text)

    def fusion(self, candidates: int | None = None) -> Fusion[Text]:
        """The fusion of all texts that were counted; nothing can be added afterwards."""
        return Fusion(
            self._fields,
            self._first.full() if self._fields else None,
            self._others.partial() if self._fields[1:] else None,
            self._texts,
            self._texts if candidates is None else candidates,
        )


@dataclass(frozen=True, eq=False, slots=True)
class Fusion(Generic[Text]):
    """A fixed list of texts, each of which a question gives one score.

    All fields score at most `candidates` texts. Of more texts the first field scores each, and the others only so many
    that it finds best, and any as good as the last of these.
    """

    fields: Sequence[Field[Text]]
    _first: FullRanking | None
    _others: PartialRanking | None
    _texts: int
    _candidates: int

    @classmethod
    def from_arrays(cls, fields: Sequence[Field[Text]], candidates: int, arrays: Arrays) -> Fusion[Text]:
        """The fusion of the same fields whose `arrays` these are."""
        return cls(
            fields,
            FullRanking.from_arrays(under("first", arrays)) if fields else None,
            PartialRanking.from_arrays(under("others", arrays)) if fields[1:] else None,
            int(arrays["texts"]),
            candidates,
        )

    def arrays(self) -> Arrays:
        """All of it but the fields, to be kept."""
        return {
            "texts": np.array(self._texts),
            **prefixed("first", self._first.arrays() if self._first else {}),
            **prefixed("others", self._others.arrays() if self._others else {}),
        }

    def scores(self, question: Tokens) -> Floats:
        """One score a text, in their order: the mean of its fields' scores (`retrieval.ranking`).

        It is 0 where the first field finds nothing, as others also count function words, which stand everywhere, and
        for texts that are no candidates.
        """
        if self._first is None:
            return np.zeros(self._texts)
        queries = _queries(self.fields, question)
        first = self._first.scores(queries[0])
        if self._others is None:
            return first
        if self._texts <= self._candidates:
            others = self._others.scores(queries[1:]).sum(axis=1)
            return np.where(first > 0, first + others, 0.0) / len(queries)
        scores = np.zeros(self._texts)
        chosen = _best(first, self._candidates)
        if len(chosen):
            scores[chosen] = (first[chosen] + self._others.scores(queries[1:], chosen).sum(axis=1)) / len(queries)
        return scores

    def field_scores(self, question: Tokens, texts: Numbers) -> Floats:
        """For each of these texts (rows; by their numbers, ascending) its score by each field (columns)."""
        queries = _queries(self.fields, question)
        first = [self._first.scores(queries[0])[texts, np.newaxis]] if self._first else []
        others = [self._others.scores(queries[1:], texts)] if self._others else []
        return np.hstack([np.zeros((len(texts), 0)), *first, *others])


def weighed(terms: Iterable[Term]) -> dict[str, float]:
    """Each term once, with the most that it counts anywhere."""
    weights: dict[str, float] = {}
    for text, weight in terms:
        weights[text] = max(weight, weights.get(text, 0.0))
    return weights


def _queries(fields: Iterable[Field[Text]], question: Tokens) -> list[Query]:
    """The terms of the question for each field; fields that count alike share theirs."""
    made: dict[object, dict[str, float]] = {}
    return [made.get(field.terms) or made.setdefault(field.terms, weighed(field.terms(question))) for field in fields]


def _best(scores: Floats, limit: int) -> Numbers:
    """The places of the best `limit` scores above 0, and of those that equal the last of them, ascending."""
    above = np.flatnonzero(scores > 0)
    if len(above) <= limit:
        return above
    least = np.partition(scores, len(scores) - limit)[-limit]
    return np.flatnonzero(scores >= least)
