"""Few passages scored by all fields, with statistics that are kept elsewhere.

The formula is that of `retrieval.ranking` and `retrieval.across`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from retrieval.fields import Field, Tokens
from retrieval.lexicon import Token
from retrieval.milvus.texts import PassageText, parts
from retrieval.ranking import FORMULA
from retrieval.terms import Term, ngrams_across_words

Terms = Callable[[Tokens], Iterable[Term]]
Gains = Mapping[str, float]
Score = Callable[[Gains], float]


class View:
    """A question as one field compares it: the terms that count, and what a document scores by what it gains of each.

    `mean` is how many terms a document of the field has.
    """

    def __init__(self, field: Field, mean: float, terms: Collection[str], score: Score) -> None:
        self.field = field
        self._mean = mean
        self._terms = terms
        self._score = score
        # Of each word how many terms it has, and those that count: most words stand in several of the parts.
        self._words: dict[str, tuple[int, tuple[str, ...]]] = {}

    def of(self, text: PassageText) -> float:
        """The score of the passage: that of its best part."""
        return max((self._part(part) for part in parts(self.field, text)), default=0.0)

    def _part(self, part: Tokens) -> float:
        length, found = self._by_word(part) if self.field.terms is not ngrams_across_words else self._found(part)
        if not found:
            return 0.0
        norm = FORMULA.k1 * (1 - FORMULA.b + FORMULA.b * length / self._mean)
        return self._score({term: times * (FORMULA.k1 + 1) / (norm + times) for term, times in Counter(found).items()})

    def _by_word(self, part: Tokens) -> tuple[int, Sequence[str]]:
        length, found, known = 0, list[str](), self._words
        for token in part:
            word = known.get(token.form)
            if word is None:
                terms = _terms_of(self.field.terms, token.key, token.stem, token.stop)
                word = known[token.form] = len(terms), tuple(term for term in terms if term in self._terms)
            length += word[0]
            found += word[1]
        return length, found

    def _found(self, part: Tokens) -> tuple[int, tuple[str, ...]]:
        terms = [term.text for term in self.field.terms(part)]
        return len(terms), tuple(term for term in terms if term in self._terms)


# As many words as other caches of words hold: those of a question's passages are soon seen again.
@lru_cache(maxsize=1 << 15)
def _terms_of(terms: Terms, key: str, stem: str, stop: bool) -> tuple[str, ...]:
    """The terms of a word."""
    return tuple(term.text for term in terms((Token("", key, stem, stop, 1.0, 0, 0),)))


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
