"""What kind of thing a question asks for, and what of that kind a text offers.

"Wann …" is answered by a date, "Wie viele …" by a number, "Wie alt …" by an age. The words and patterns are those of
`retrieval.language`; a language that has none of a kind asks for it as for anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from itertools import pairwise

from retrieval.analysis.phrases import PhraseList
from retrieval.base.spans import Span
from retrieval.base.words import Word
from retrieval.language import LanguageRules

_YEAR = re.compile(r"1\d{3}|20\d\d|\d{2,4}(?:er|ern|s)")


class AnswerType(StrEnum):
    """What a question can ask for."""

    DURATION = "duration"
    DATE = "date"
    AGE = "age"
    PRICE = "price"
    NUMBER = "number"
    NAME = "name"
    PERSON = "person"
    REASON = "reason"


# What can be asked on about a quote without naming anything ("Und wann?").
DETAILS = frozenset({AnswerType.DURATION, AnswerType.DATE, AnswerType.AGE, AnswerType.PRICE, AnswerType.NUMBER})


class AnswerTypeRules:
    """The rules of one language for what questions expect and texts offer."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules
        shapes = rules.answer_types
        # The longer phrases stand first: "wie alt" is not "wie".
        self._phrases = {
            AnswerType.DURATION: PhraseList(shapes.durations),
            AnswerType.DATE: PhraseList(shapes.dates),
            AnswerType.AGE: PhraseList(shapes.ages),
            AnswerType.PRICE: PhraseList(shapes.prices),
            AnswerType.NUMBER: PhraseList(shapes.numbers),
            AnswerType.NAME: PhraseList(shapes.names),
            AnswerType.PERSON: PhraseList(shapes.persons),
            AnswerType.REASON: PhraseList(shapes.reasons),
        }
        flags = re.VERBOSE | re.IGNORECASE
        self._times = re.compile(rules.follow_ups.times, flags)
        self._because = re.compile(rules.follow_ups.because, flags)
        self._age, self._price = re.compile(shapes.age, flags), re.compile(shapes.price, flags)
        self._naming, self._number = re.compile(shapes.name, flags), re.compile(shapes.number, flags)
        self._finders: dict[AnswerType, Callable[[str, Span, Sequence[Word]], Iterator[str]]] = {
            AnswerType.DURATION: self._durations,
            AnswerType.DATE: self._dates,
            AnswerType.AGE: partial(_within, self._age),
            AnswerType.PRICE: partial(_within, self._price),
            AnswerType.NUMBER: self._numbers,
            AnswerType.NAME: self._names,
            AnswerType.PERSON: self._persons,
            AnswerType.REASON: partial(_within, self._because),
        }

    def of(self, question: Sequence[Word]) -> AnswerType | None:
        """What the question asks for; None when its words do not tell.

        Of several question words the first one asks: "What did they do when …" asks for no date, and "Warum stieg die
        Anzahl?" for no number.
        """
        first = next((at for at, word in enumerate(question) if word.form in self._rules.question_words), None)
        nouns: list[AnswerType] = []
        for kind, phrases in self._phrases.items():
            for found in phrases.find(question):
                if first is not None and first in found:
                    return kind
                if not any(question[at].form in self._rules.question_words for at in found):
                    nouns.append(kind)
        return nouns[0] if nouns else None

    def offers(self, kind: AnswerType, text: str, span: Span, words: Sequence[Word]) -> frozenset[str]:
        """The forms of the `words` that are of this kind, which are those of `text` within the span."""
        return frozenset(self._finders[kind](text, span, words))

    def _durations(self, text: str, span: Span, words: Sequence[Word]) -> Iterator[str]:
        yield from self._dates(text, span, words)
        yield from self._numbers(text, span, words)

    def _dates(self, text: str, span: Span, words: Sequence[Word]) -> Iterator[str]:
        months = self._rules.answer_types.months
        yield from (word.form for word in words if word.form in months or _YEAR.fullmatch(word.form))
        yield from _within(self._times, text, span, words)

    def _numbers(self, text: str, span: Span, words: Sequence[Word]) -> Iterator[str]:
        rules = self._rules.answer_types
        before = ""
        for word in words:
            # "Seit 1996" tells a year, "kamen 1500 Menschen" a number.
            is_year = _YEAR.fullmatch(word.form) and (before in rules.before_years or before in rules.months)
            if word.form in rules.numerals or (word.form[0].isdecimal() and not is_year):
                yield word.form
            before = word.form
        yield from _within(self._number, text, span, words)

    def _names(self, text: str, span: Span, words: Sequence[Word]) -> Iterator[str]:
        yield from self._persons(text, span, words)
        yield from _within(self._naming, text, span, words)
        # A noun that opens a sentence without an article is a name, as a rule.
        if words and text[words[0].start].isupper() and words[0].form not in self._rules.stop_words:
            yield words[0].form

    def _persons(self, text: str, _span: Span, words: Sequence[Word]) -> Iterator[str]:
        """Two capitalised words in a row ("Elon Musk"): in German one alone may be any noun."""
        for one, other in pairwise(words):
            together = text[one.start].isupper() and text[other.start].isupper() and text[one.end : other.start] == " "
            if together and one.form not in self._rules.stop_words:
                yield one.form
                yield other.form


def _within(pattern: re.Pattern[str], text: str, span: Span, words: Sequence[Word]) -> Iterator[str]:
    """The forms of the words in what the pattern finds within the span."""
    found = [match.span() for match in pattern.finditer(text[span.start : span.end])]
    for word in words if found else ():
        begin, end = word.start - span.start, word.end - span.start
        if any(begin < stop and start < end for start, stop in found):
            yield word.form


def offers_something_new(offered: frozenset[str], named: frozenset[str]) -> bool:
    """Whether something is offered that the question does not name itself, in word forms."""
    return not offered <= named
