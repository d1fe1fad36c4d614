"""Texts ranked by several fields at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

import numpy as np

from retrieval.across import Across
from retrieval.arrays import Arrays, prefixed, under
from retrieval.bm25.formula import Floats
from retrieval.fields import Field, Text, Tokens
from retrieval.ranking import FieldTally, FullRanking, Numbers, PartialRanking, Query
from retrieval.renderings import Rendering
from retrieval.terms import ngrams, weighed


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

    def field_scores(self, question: Tokens, texts: Numbers) -> dict[str, Floats]:
        """For each field, by its name, the scores of these texts (by their numbers, ascending)."""
        queries = _queries(self.fields, question)
        first = [self._first.scores(queries[0])[texts]] if self._first else []
        others = self._others.scores(queries[1:], texts).T if self._others else ()
        return dict(zip((field.name for field in self.fields), (*first, *others), strict=True))

    def scores_across(self, words: Sequence[Rendering]) -> Floats:
        """One score a text, in their order, for a question of another language: the mean of its fields of 4-grams.

        Of more than `candidates` texts only those that the first field finds best have one (`retrieval.across`).
        """
        scores = np.zeros(self._texts)
        across = self._across(words)
        if across is None:
            return scores
        if self._texts <= self._candidates or across.first is None:
            return np.asarray(np.mean(across.scores(), axis=0))
        chosen = _best(across.first, self._candidates)
        if len(chosen):
            scores[chosen] = np.mean(across.scores(chosen), axis=0)
        return scores

    def field_scores_across(self, words: Sequence[Rendering], texts: Numbers) -> dict[str, Floats]:
        """For each field of 4-grams, by its name, the scores of these texts (by their numbers, ascending)."""
        across = self._across(words)
        names = (field.name for field in self.fields if field.terms is ngrams)
        return dict(zip(names, across.scores(texts), strict=True)) if across else {}

    def _across(self, words: Sequence[Rendering]) -> Across | None:
        """The question compared with the fields of 4-grams; None when there is no word, or no such field."""
        others = [at for at, field in enumerate(self.fields[1:]) if field.terms is ngrams]
        if words and self._first and self.fields[0].terms is ngrams:
            return Across.led(words, self._first, others, self._others)
        return Across.unled(words, others, self._others) if words and self._others and others else None


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
