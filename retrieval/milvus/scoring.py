"""Few passages scored by all fields, with statistics that are kept elsewhere.

The formula is that of `retrieval.ranking` and `retrieval.across`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from retrieval.fields import Field, PassageText, Tokens
from retrieval.ranking import FORMULA

Gains = Mapping[str, float]
Score = Callable[[Gains], float]


class View(NamedTuple):
    """A question as one field compares it: the terms that count, and what a document scores by what it gains of each.

    `mean` is how many terms a document of the field has.
    """

    field: Field[PassageText]
    mean: float
    terms: Collection[str]
    score: Score

    def of(self, text: PassageText) -> float:
        """The score of the passage: that of its best part."""
        return max((self._part(part) for part in self.field.scope(text)), default=0.0)

    def _part(self, part: Tokens) -> float:
        terms = [term.text for term in self.field.terms(part)]
        times = Counter(term for term in terms if term in self.terms)
        if not times:
            return 0.0
        norm = FORMULA.k1 * (1 - FORMULA.b + FORMULA.b * len(terms) / self.mean)
        return self.score({term: count * (FORMULA.k1 + 1) / (norm + count) for term, count in times.items()})


def weighed_sum(weights: Mapping[str, float]) -> Score:
    """What every term gains, by its weight."""
    return lambda gains: sum(weights[term] * gain for term, gain in gains.items())


def best_ways(words: Sequence[tuple[float, Sequence[Mapping[str, float]]]]) -> Score:
    """For words that can be said in several ways, given what each counts and the weights of each way's terms: a
    document has a word as well as it has the best way to say it."""

    def score(gains: Gains) -> float:
        return sum(counts * max(_had(way, gains) for way in ways) for counts, ways in words)

    return score


def _had(way: Mapping[str, float], gains: Gains) -> float:
    return sum(weight * gains[term] for term, weight in way.items() if term in gains)
