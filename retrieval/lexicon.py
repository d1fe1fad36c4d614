"""A text, read in its language: its words as the index and the question compare them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import Stemmer

from retrieval.language import LanguageRules, rules_of
from retrieval.spelling import spelling_key, without_umlauts
from retrieval.words import Word

# What a word that is common in any text ("gewinnen", "Jahr") counts in a question, where another counts 1. Not
# sensitive: on German XQuAD .3 and .7 rank as well, and 1 worse.
_LIGHT = 0.5

# How many different words are kept as read: those of a large library. Questions may bring any number of others.
_REMEMBERED = 100_000


class Token(NamedTuple):
    """A word of a text.

    `form` is the normalised word (`retrieval.words`), `key` its spelling key, `stem` the spelling key of its stem.
    `stop`: it carries grammar, not subject. `weight` is what it counts in a question, above 0 and at most 1.
    `start` and `end` are its place in the text that it was read from, in code points, end exclusive.
    """

    form: str
    key: str
    stem: str
    stop: bool
    weight: float
    start: int
    end: int


def stemmer_of(language: str) -> Callable[[str], str]:
    """What takes a word of the language (ISO 639-1) to its Snowball stem; to itself when it has no stemmer."""
    algorithm = rules_of(language).stemmer
    return Stemmer.Stemmer(algorithm).stemWord if algorithm else str


class Lexicon:
    """Reads words in the way of one language."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self._stemmer = Stemmer.Stemmer(rules.stemmer) if rules.stemmer else None
        self._participle = re.compile(rules.participle) if rules.participle else None
        self._stop_words = rules.stop_words | {without_umlauts(form) for form in rules.stop_words}
        self._light = {self._plain_stem(form) for form in rules.light_words}
        self._known: dict[str, tuple[str, str, bool, float]] = {}

    def read(self, words: Iterable[Word]) -> tuple[Token, ...]:
        """The tokens of the words, in order, stop words among them."""
        return tuple(Token(word.form, *self._entry(word.form), word.start, word.end) for word in words)

    def stem(self, form: str) -> str:
        """The spelling key of the form's stem; of the form itself when the language has no stemmer."""
        return self._stem_of_verb(form) or self._plain_stem(form)

    def _stem_of_verb(self, form: str) -> str | None:
        """The stem of the verb that the form is a participle of."""
        found = self._participle.fullmatch(form) if self._participle else None
        return self._plain_stem((found["before"] or "") + found["verb"]) if found else None

    def _plain_stem(self, form: str) -> str:
        return spelling_key(self._stemmer.stemWord(form) if self._stemmer else form)

    def _entry(self, form: str) -> tuple[str, str, bool, float]:
        entry = self._known.get(form)
        if entry is None:
            plain = self._plain_stem(form)
            stop = form in self._stop_words or without_umlauts(form) in self._stop_words
            # Not by the stem proper: that of "gegründet" is that of "Grund", which is light.
            weight = _LIGHT if plain in self._light else 1.0
            entry = spelling_key(form), self._stem_of_verb(form) or plain, stop, weight
            if len(self._known) < _REMEMBERED:
                self._known[form] = entry
        return entry
