"""A text, read in its language: its words as the index and the question compare them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from retrieval.analysis.spelling import spelling_key, without_umlauts
from retrieval.base.words import Word
from retrieval.language import LanguageRules

# How many different words are kept as read: those of a large library. Questions may bring any number of others.
_REMEMBERED = 100_000


class Token(NamedTuple):
    """A word of a text.

    `form` is the normalised word (`retrieval.base.words`), `key` the spelling key of its long form. `stop`: it carries
    grammar alone. `start` and `end` are its place in the text that it was read from, in code points, end exclusive.
    """

    form: str
    key: str
    stop: bool
    start: int
    end: int


class Analyzer:
    """Reads words in the way of one language."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self._stemmer = Stemmer.Stemmer(rules.stemmer) if rules.stemmer else None
        self._participle = re.compile(rules.participle) if rules.participle else None
        self._stop_words = rules.stop_words | {without_umlauts(form) for form in rules.stop_words}
        self._known: dict[str, tuple[str, bool]] = {}
        self.stem = lru_cache(_REMEMBERED)(self._stem)

    def read(self, words: Iterable[Word]) -> tuple[Token, ...]:
        """The tokens of the words, in order, stop words among them."""
        return tuple(Token(word.form, *self._entry(word.form), word.start, word.end) for word in words)

    def _stem(self, form: str) -> str:
        """The spelling key of the form's stem; of the form itself when the language has no stemmer."""
        found = self._participle.fullmatch(form) if self._participle else None
        stemmed = (found["before"] or "") + found["verb"] if found else form
        return spelling_key(self._stemmer.stemWord(stemmed) if self._stemmer else stemmed)

    def _entry(self, form: str) -> tuple[str, bool]:
        entry = self._known.get(form)
        if entry is None:
            entry = (
                spelling_key(self.rules.long_forms.get(form, form)),
                form in self._stop_words or without_umlauts(form) in self._stop_words,
            )
            if len(self._known) < _REMEMBERED:
                self._known[form] = entry
        return entry
