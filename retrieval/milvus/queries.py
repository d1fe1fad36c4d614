"""A question as Milvus and the scoring need it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from retrieval.asked import Asked
from retrieval.fields import Field
from retrieval.milvus.encoding import query_of
from retrieval.milvus.rows import Kinds, Totals
from retrieval.milvus.scoring import View, best_ways, weighed_sum
from retrieval.milvus.statistics import Rarity
from retrieval.renderings import Rendering
from retrieval.terms import ngrams, weighed

Fields = Sequence[Field]
Weights = Mapping[str, float]

_T = TypeVar("_T")


class Query(Protocol):
    """What is asked of Milvus for a question, and what is made of its answers."""

    @property
    def text(self) -> str:
        """The text by which passages are searched for; empty when nothing can be."""

    def views(self, totals: Sequence[Totals], rarity: Rarity) -> list[View]:
        """The question as each field that counts compares it, the first field first.

        Raises:
            EngineUnavailable: Milvus cannot be reached.
        """


def query_for(asked: Asked, fields: Fields) -> Query:
    """The query for a question in the articles' language, or in another one."""
    return AcrossQuery(asked.renderings, fields) if asked.foreign else TermsQuery(asked, fields)


class TermsQuery:
    """A question in the articles' language: its terms, each of which counts its share of the idf of all."""

    def __init__(self, asked: Asked, fields: Fields) -> None:
        self._fields = fields
        self._kinds = Kinds(fields)
        self._weights = [weighed(terms(asked.tokens)) for terms in self._kinds.terms]

    @property
    def text(self) -> str:
        """The terms of the first field."""
        return query_of(self._weights[0]) if self._weights[0] else ""

    def views(self, totals: Sequence[Totals], rarity: Rarity) -> list[View]:
        """One for each field."""
        had = rarity.frequencies((kind, term) for kind, weights in enumerate(self._weights) for term in weights)
        found: list[View] = []
        for field, total in zip(self._fields, totals, strict=True):
            kind = self._kinds.of(field)
            idfs = {term: rarity.idf(had[kind, term], total.documents) for term in self._weights[kind]}
            shares = _shares(self._weights[kind], idfs)
            found.append(View(field, total.mean, shares.keys(), weighed_sum(shares)))
        return found


class AcrossQuery:
    """A question in another language: the ways to say its words, compared by the fields of 4-grams (`across`).

    How many passages have a word is estimated: as many as have the rarest 4-gram of a way to say it, for all ways.
    """

    def __init__(self, words: Sequence[Rendering], fields: Fields) -> None:
        self._fields = fields
        self._kinds = Kinds(fields)
        self._weights = [word.weight for word in words]
        self._ways = [[weighed(ngrams(way)) for way in word.ways] for word in words]

    @property
    def text(self) -> str:
        """All the 4-grams; none when the first field does not count any."""
        terms = self._terms()
        return query_of(dict.fromkeys(terms, 1.0)) if terms and self._fields[0].terms is ngrams else ""

    def views(self, totals: Sequence[Totals], rarity: Rarity) -> list[View]:
        """One for each field of 4-grams."""
        kind = self._kinds.terms.index(ngrams)
        had = {term: times for (_, term), times in rarity.frequencies((kind, term) for term in self._terms()).items()}
        counts = _shares(dict(enumerate(self._weights)), self._rarities(had, rarity.passages))
        found: list[View] = []
        for field, total in zip(self._fields, totals, strict=True):
            if field.terms is ngrams:
                idfs = {term: rarity.idf(times, total.documents) for term, times in had.items()}
                words = [(counts[at], [_shares(way, idfs) for way in word]) for at, word in enumerate(self._ways)]
                found.append(View(field, total.mean, idfs.keys(), best_ways(words)))
        return found

    def _terms(self) -> dict[str, None]:
        return dict.fromkeys(term for word in self._ways for way in word for term in way)

    def _rarities(self, had: Weights, passages: int) -> dict[int, float]:
        """For each word log((N + 1) / (df + 1/2)), as `across` has it."""
        having = (sum(int(min(had[term] for term in way)) for way in word if way) for word in self._ways)
        return {at: math.log((passages + 1) / (min(passages, times) + 0.5)) for at, times in enumerate(having)}


def _shares(weights: Mapping[_T, float], rarities: Mapping[_T, float]) -> dict[_T, float]:
    """What each counts by its weight and how rare it is, all together 1."""
    counts = {each: weight * rarities[each] for each, weight in weights.items()}
    mass = math.fsum(counts.values()) or 1.0
    return {each: count / mass for each, count in counts.items()}
