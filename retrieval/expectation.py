"""What kind of thing a question asks for, and whether a sentence offers one that the question does not name itself.

"Wann …" is answered by a date, "Wie viele …" by a number, "Wer …" by a name. It is a hint, not a filter: dates can
be told in words ("nach dem Krieg"), and names are known by their capitals only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from retrieval.language import LanguageRules
from retrieval.phrases import Phrases
from retrieval.words import Word

_YEAR = re.compile(r"1\d{3}|20\d\d|\d{2,4}(?:er|ern|s)")


class Kind(StrEnum):
    """What a question can ask for."""

    DURATION = "duration"
    DATE = "date"
    NUMBER = "number"
    NAME = "name"


class Expectation:
    """The rules of one language for what questions expect and sentences offer."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules
        shapes = rules.expectations
        self._phrases = {
            Kind.DURATION: Phrases(shapes.durations),
            Kind.DATE: Phrases(shapes.dates),
            Kind.NUMBER: Phrases(shapes.numbers),
            Kind.NAME: Phrases(shapes.names),
        }
        self._finders: dict[Kind, Callable[[str, Sequence[Word]], Iterator[str]]] = {
            Kind.DURATION: self._durations,
            Kind.DATE: self._dates,
            Kind.NUMBER: self._numbers,
            Kind.NAME: self._names,
        }

    def of(self, question: Sequence[Word]) -> Kind | None:
        """What the question asks for; None when its words do not tell."""
        return next((kind for kind, phrases in self._phrases.items() if any(phrases.find(question))), None)

    def offers(self, kind: Kind, text: str, words: Sequence[Word]) -> frozenset[str]:
        """The forms of the words in `words` (of `text`) that are of this kind."""
        return frozenset(self._finders[kind](text, words))

    def _durations(self, text: str, words: Sequence[Word]) -> Iterator[str]:
        yield from self._dates(text, words)
        yield from self._numbers(text, words)

    def _dates(self, _text: str, words: Sequence[Word]) -> Iterator[str]:
        months = self._rules.expectations.months
        return (word.form for word in words if word.form in months or _YEAR.fullmatch(word.form))

    def _numbers(self, _text: str, words: Sequence[Word]) -> Iterator[str]:
        numerals = self._rules.expectations.numerals
        return (
            word.form
            for word in words
            if word.form in numerals or (word.form[0].isdecimal() and not _YEAR.fullmatch(word.form))
        )

    def _names(self, text: str, words: Sequence[Word]) -> Iterator[str]:
        """Two capitalised words in a row ("Elon Musk"): in German one alone may be any noun."""
        for one, other in pairwise(words):
            together = text[one.end : other.start] == " " and text[one.start].isupper() and text[other.start].isupper()
            if together and one.form not in self._rules.stop_words:
                yield one.form
                yield other.form


def offers_something_new(offered: Collection[str], named: Collection[str]) -> bool:
    """Whether a sentence offers something of the kind that the question does not name itself, in word forms."""
    return bool(set(offered) - set(named))
