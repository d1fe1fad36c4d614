"""How much of a question a text speaks of, word by word."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from retrieval.lexicon import Token
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
    sentences: Sequence[Vocabulary],
    names: Collection[tuple[str, str]],
) -> list[tuple[Token | Rendering, float]]:
    """The words with what each counts in an article of these sentences: its weight times its idf there.

    idf = log((N + 1) / (df + 1/2)) with the df of the N sentences that have it for the most part: a name that stands
    everywhere is little evidence, one that the article never mentions is missed most. The words of one name, which are
    pairs of stems in `names`, share the weight of one word: "Elon Musk" is one thing to speak of, not two.
    """
    runs = _runs([word for word, _ in words], names)
    return [
        (
            word,
            counts * math.log((len(sentences) + 1) / (sum(each.has(word) >= HAD for each in sentences) + 0.5)) / run,
        )
        for (word, counts), run in zip(words, runs, strict=True)
    ]


def _runs(words: Sequence[Token | Rendering], names: Collection[tuple[str, str]]) -> list[int]:
    """For each word, of how many words the name that it is a part of consists."""
    runs: list[list[Token | Rendering]] = []
    for word in words:
        if runs and (runs[-1][-1].stem, word.stem) in names:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [len(run) for run in runs for _ in run]


def coverage(words: Sequence[tuple[Token | Rendering, float]], vocabulary: Vocabulary) -> float:
    """The share, by weight, of the words of a question that the vocabulary has: 0 to 1; 0 for no words at all."""
    total = sum(counts for _, counts in words)
    return sum(counts * vocabulary.has(token) for token, counts in words) / total if total else 0.0
