"""How much of a question a text speaks of, word by word."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from retrieval.lexicon import Token
from retrieval.refusal import Distance, Signals
from retrieval.renderings import Rendering
from retrieval.terms import ngrams_of

# What a word counts that says what a question is about. Set by hand, not fitted: a word common in any text is little
# evidence, one written with a capital or in digits (in German every noun, in English every name) the most.
_LIGHT, _PLAIN, _NAMED = 0.3, 1.0, 1.3

# From this share of its 4-grams on, a sentence has a word for the most part.
HAD = 0.6


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a text, by their stems and by their 4-grams (`retrieval.terms`)."""

    stems: frozenset[str]
    grams: frozenset[str]

    @classmethod
    def of(cls, tokens: Iterable[Token]) -> Vocabulary:
        """The vocabulary of the tokens, stop words left out."""
        subject = [token for token in tokens if not token.stop]
        return cls(
            frozenset(token.stem for token in subject),
            frozenset(gram for token in subject for gram in ngrams_of(token.key)),
        )

    @classmethod
    def union(cls, vocabularies: Sequence[Vocabulary]) -> Vocabulary:
        """The words of several texts together."""
        return cls(
            frozenset().union(*(vocabulary.stems for vocabulary in vocabularies)),
            frozenset().union(*(vocabulary.grams for vocabulary in vocabularies)),
        )

    def has(self, word: Token | Rendering) -> float:
        """How much of the word is there, 0 to 1: all of it when its stem is, else the share of its 4-grams that are.

        Of a word of another language, what is there of the way to say it that is there most.
        """
        if isinstance(word, Rendering):
            return max(self.has_way(way) for way in word.ways)
        return self._has(word)

    def has_way(self, way: Sequence[Token]) -> float:
        """How much is there of the words that together say one word of another language."""
        return sum(map(self._has, way)) / len(way)

    def _has(self, token: Token) -> float:
        if token.stem in self.stems:
            return 1.0
        grams = ngrams_of(token.key)
        return sum(gram in self.grams for gram in grams) / len(grams)


def weight(token: Token, written: str) -> float:
    """What the word counts as evidence, given how it is `written` in the question."""
    if token.weight < 1:
        return _LIGHT
    return _PLAIN if written.islower() else _NAMED


def weigh(
    words: Sequence[tuple[Token | Rendering, float]],
    having: Sequence[int],
    sentences: int,
    is_name: Callable[[str, str], bool],
) -> list[tuple[Token | Rendering, float]]:
    """The words with what each counts in an article of so many sentences: its weight times its idf there.

    idf = log((N + 1) / (df + 1/2)) with the df of the N sentences that have it for the most part (`having`): a name
    that stands everywhere is little evidence, one that the article never mentions is missed most. The words of one
    name, which is told by their stems, share the weight of one word: "Elon Musk" is one thing to speak of, not two.
    """
    runs = _runs([word for word, _ in words], is_name)
    return [
        (word, counts * math.log((sentences + 1) / (number + 0.5)) / run)
        for (word, counts), number, run in zip(words, having, runs, strict=True)
    ]


def _runs(words: Sequence[Token | Rendering], is_name: Callable[[str, str], bool]) -> list[int]:
    """For each word, of how many words the name that it is a part of consists."""
    runs: list[list[Token | Rendering]] = []
    for word in words:
        if runs and is_name(runs[-1][-1].stem, word.stem):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [len(run) for run in runs for _ in run]


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """A word of a question's subject, and how much of it is there (`Vocabulary.has`, 0 to 1).

    `weight` is what it counts as evidence, `rarity` the same times its idf in the article (`weigh`). `in_sentence` is
    how much of it the best sentence has, or the name of who says that, if it is asked what somebody says;
    `in_article` how much of it the article has.
    """

    token: Token | Rendering
    weight: float
    rarity: float
    in_sentence: float
    in_article: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for and against an answer: word by word, the score of the best passage, and other `Signals`."""

    words: tuple[WordEvidence, ...]
    score: float
    offer: float
    distance: Distance = Distance.NONE

    @classmethod
    def nothing(cls, weights: Iterable[tuple[Token | Rendering, float]]) -> Evidence:
        """That nothing was found: every word is missing, and as rare as any other."""
        return cls(tuple(WordEvidence(token, counts, counts, 0.0, 0.0) for token, counts in weights), 0.0, 0.0)

    @property
    def signals(self) -> Signals:
        """What the refusal decides by."""
        return Signals(
            sentence=coverage((word.weight, word.in_sentence) for word in self.words),
            article=coverage((word.weight, word.in_article) for word in self.words),
            score=self.score,
            rare=coverage((word.rarity, word.in_article) for word in self.words),
            offer=self.offer,
            distance=self.distance,
        )


def coverage(words: Iterable[tuple[float, float]]) -> float:
    """The share, by weight, of words that are there, given the weight of each and how much of it is: 0 to 1.

    0 for no words at all.
    """
    total = covered = 0.0
    for counts, there in words:
        total += counts
        covered += counts * there
    return covered / total if total else 0.0
