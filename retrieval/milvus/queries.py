"""A question as Milvus and the scoring need it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from retrieval.asked import Asked
from retrieval.fields import Field, PassageText
from retrieval.milvus.encoding import query_of
from retrieval.milvus.rows import Kinds
from retrieval.milvus.scoring import View, best_ways, weighed_sum
from retrieval.milvus.statistics import Rarity
from retrieval.renderings import Rendering
from retrieval.terms import ngrams, weighed

Fields = Sequence[Field[PassageText]]
Weights = Mapping[str, float]


class Query(Protocol):
    """What is asked of Milvus for a question, and what is made of its answers."""

    @property
    def text(self) -> str:
        """The text by which passages are searched for; empty when nothing can be."""

    def views(self, means: Sequence[float], rarity: Rarity) -> list[View]:
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

    def views(self, means: Sequence[float], rarity: Rarity) -> list[View]:
        """One for each field."""
        idfs = rarity.idfs((kind, term) for kind, weights in enumerate(self._weights) for term in weights)
        shares = [
            _shares({term: weight * idfs[kind, term] for term, weight in weights.items()})
            for kind, weights in enumerate(self._weights)
        ]
        found = [shares[self._kinds.of(field)] for field in self._fields]
        return [
            View(field, mean, share.keys(), weighed_sum(share))
            for field, mean, share in zip(self._fields, means, found, strict=True)
        ]


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

    def views(self, means: Sequence[float], rarity: Rarity) -> list[View]:
        """One for each field of 4-grams."""
        kind = self._kinds.terms.index(ngrams)
        idfs = {term: idf for (_, term), idf in rarity.idfs((kind, term) for term in self._terms()).items()}
        ways = [
            [_shares({term: weight * idfs[term] for term, weight in way.items()}) for way in word]
            for word in self._ways
        ]
        rare = list(self._rarities(idfs, rarity))
        score = best_ways([(share / (sum(rare) or 1.0), word) for share, word in zip(rare, ways, strict=True)])
        return [
            View(field, mean, idfs.keys(), score)
            for field, mean in zip(self._fields, means, strict=True)
            if field.terms is ngrams
        ]

    def _terms(self) -> dict[str, None]:
        return dict.fromkeys(term for word in self._ways for way in word for term in way)

    def _rarities(self, idfs: Weights, rarity: Rarity) -> Iterator[float]:
        for weight, word in zip(self._weights, self._ways, strict=True):
            have = sum(rarity.frequency(max(idfs[term] for term in way)) for way in word if way)
            had = min(float(rarity.passages), have)
            yield weight * math.log((rarity.passages + 1) / (had + 0.5))


def _shares(weights: Weights) -> dict[str, float]:
    """The weights, so that all together are 1."""
    mass = math.fsum(weights.values()) or 1.0
    return {term: weight / mass for term, weight in weights.items()}
