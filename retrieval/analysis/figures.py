"""The figures of a text, with their values: numbers, years, dates, months, seasons, weekdays, scores, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from retrieval.analysis.spelling import without_umlauts
from retrieval.base.spans import Span
from retrieval.base.words import HALF_DAY, hour_of, normalise, words_of
from retrieval.language import LanguageRules, rules_of

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_CURRENCIES = ("£", "$", "€")

# "Ein halbes Dutzend", "half a dozen".
_HALF = re.compile(r"\b(?:halbe[ns]?|half(?: a)?) $", re.IGNORECASE)
_LONGEST_HALF = 8

# Without a capital these are no months, even of a message without any.
_VERBS = frozenset({"may", "march", "jan", "mar"})

# In letters. Of what is longer, which strangers write as they like, nothing is looked up, let alone kept.
_LONGEST_NUMERAL = 64

# What a number counts stands at most so many words behind it.
_REACH = 3


class FigureKind(StrEnum):
    """What a figure is."""

    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    MONTH = "month"
    SEASON = "season"
    WEEKDAY = "weekday"
    PAIR = "pair"


class Figure(NamedTuple):
    """A figure. `values` are its number; of a date day and month, of a pair both, of a season or a holiday its months.

    `written_out`: it is a word.

    `half_day`: it is a time of day written with its half ("6 p.m.").
    `counted` are the forms of the words behind it that may say what it counts, the nearest first; `before` is the one
    before it. `measure` is what its unit measures, and how many of the smallest unit that is.
    """

    kind: FigureKind
    values: tuple[float, ...]
    span: Span
    written_out: bool = False
    counted: tuple[str, ...] = ()
    before: str = ""
    half_day: bool = False
    measure: tuple[str, float] | None = None

    @property
    def amount(self) -> float:
        """Its number in the smallest unit of what it measures; the number itself where no unit stands behind it."""
        return self.values[0] * (self.measure[1] if self.measure else 1.0)

    def measures_the_same(self, other: Figure) -> bool:
        """Whether both are of one kind of measure: times, lengths, weights."""
        return self.measure is not None and other.measure is not None and self.measure[0] == other.measure[0]

    def is_same_time(self, other: Figure) -> bool:
        """Whether both can be one time of day, of which one leaves out its half: "6:30" and "6:30 p.m."."""
        hours = {self.values[0] % 12, other.values[0] % 12}
        return self.half_day != other.half_day and len(hours) == 1 and self.values[1:] == other.values[1:]


def figures_of(text: str, span: Span, rules: LanguageRules) -> Iterator[Figure]:
    """The figures within the span, in order."""
    for found in _pattern(rules.code).finditer(text, span.start, span.end):
        # Nearly all it finds are words that are no number.
        figure = None if found.lastgroup == "word" and not _numeral(rules.code, found["word"]) else _read(found, rules)
        if figure is not None:
            counted = _nouns_behind(text, Span(figure.span.end, span.end), rules)
            yield figure._replace(
                counted=counted,
                measure=rules.premises.measures.get(counted[0]) if counted else None,
                before=_before(text, Span(span.start, figure.span.start)),
            )


@lru_cache(maxsize=16)
def _pattern(code: str) -> re.Pattern[str]:
    support = rules_of(code).premises
    month = _one_of(support.months)
    # "März 3" is English only: in German, "im Februar 19 Mal" counts something.
    month_first = month if support.decimal == "." else r"(?!)"
    hyphenated = {form: value for form, value in support.numerals.items() if "-" in form}
    thousand = r"\." if support.decimal == "," else ","
    return re.compile(
        rf"""
        (?<![\w.,:])(?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
        | (?<![\w.,:])(?P<day>\d{{1,2}})(?:\.\s*|(?:st|nd|rd|th)?\s+(?:of\s+)?)(?P<month>{month})\b
        | \b(?P<month2>{month_first})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,:]?\d)
        | (?<![\w.,:])(?P<dotted>\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{4}}|\d\d)?)(?!\d)
        | (?<![\w.,:])(?P<clock>\d{{1,2}})(?:[.:](?P<past>\d\d))?{HALF_DAY}
        | (?<![\w.,:])(?P<first>\d{{1,3}})(?:\s?:\s?|\s(?:zu|to)\s)(?P<second>\d{{1,3}})(?![\d:])
        | (?<![\w.,:])(?P<hour>\d{{1,2}})\.(?P<minute>\d\d)(?=\sUhr)
        | \b(?P<weekday>{_one_of(support.weekdays)})(?:s|abend\w*|morgen|mittag|nachmittag|nacht)?\b
        | \b(?P<alone>{month})\b
        | \b(?P<season>{_one_of(support.seasons)})s?\b
        | (?<![\w.,:])(?P<number>
              \d{{1,3}}(?:(?:{thousand}|[\u00a0\u202f' ])\d{{3}})+(?!\d)(?:{re.escape(support.decimal)}\d+)?
            | \d+(?:{re.escape(support.decimal)}\d+)?)(?P<fraction>[½¼¾])?(?P<ending>[^\W\d_]*)
            (?:\s(?P<scale>{_one_of(support.scales)})\b)?
        | \b(?P<word>{_one_of(hyphenated)}\b|[^\W\d_]+)(?:\s(?P<scale2>{_one_of(support.scales)})\b)?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _one_of(listed: Mapping[str, object]) -> str:
    forms = sorted({*listed, *map(without_umlauts, listed)}, key=lambda form: (-len(form), form))
    return "|".join(map(re.escape, forms)) or r"(?!)"


def _value(listed: Mapping[str, float] | Mapping[str, int], form: str) -> float:
    form = normalise(form)
    return float(listed[form] if form in listed else {without_umlauts(key): listed[key] for key in listed}[form])


def _read(found: re.Match[str], rules: LanguageRules) -> Figure | None:
    if found["number"]:
        return _number(found, rules)
    if found["word"]:
        return _word(found, rules)
    if found["clock"]:
        hour = hour_of(found["clock"], found["half"])
        return Figure(FigureKind.PAIR, (float(hour), float(found["past"] or 0)), Span(*found.span()), half_day=True)
    for one, other in (("first", "second"), ("hour", "minute")):
        if found[one]:
            return Figure(FigureKind.PAIR, (float(found[one]), float(found[other])), Span(*found.span()))
    return _calendar(found, rules)


def _calendar(found: re.Match[str], rules: LanguageRules) -> Figure | None:
    support, span = rules.premises, Span(*found.span())
    if found["weekday"]:
        return Figure(FigureKind.WEEKDAY, (_value(support.weekdays, found["weekday"]),), span)
    if found["alone"]:
        written = found["alone"]
        is_month = written[0].isupper() or (found.string.islower() and written not in _VERBS)
        return Figure(FigureKind.MONTH, (_value(support.months, written),), span) if is_month else None
    if found["season"]:
        listed = {without_umlauts(form): months for form, months in support.seasons.items()}
        months = listed[without_umlauts(normalise(found["season"]))]
        return Figure(FigureKind.SEASON, tuple(map(float, months)), span)
    if found["iso"]:
        _, month, day = map(float, found["iso"].split("-"))
    elif found["dotted"]:
        day, month = (float(part) for part in found["dotted"].split(".")[:2])
    else:
        day = float(found["day"] or found["day2"])
        month = _value(support.months, found["month"] or found["month2"])
    return Figure(FigureKind.DATE, (day, month), span) if month <= 12 else None


def _number(found: re.Match[str], rules: LanguageRules) -> Figure:
    support = rules.premises
    digits = re.sub(r"[^\d,.]", "", found["number"])
    digits = digits.replace("." if support.decimal == "," else ",", "").replace(",", ".")
    value = float(digits) + _FRACTIONS.get(found["fraction"] or "", 0.0)
    span = Span(found.start(), found.end("fraction") if found["fraction"] else found.end("number"))
    scale = found["scale"] or (found["ending"] if _is_scale(found, rules) else "")
    if scale:
        return Figure(FigureKind.NUMBER, (value * support.scales[normalise(scale)],), Span(*found.span()))
    is_year = re.fullmatch(r"1\d{3}|20\d\d", found["number"]) and not found["fraction"]
    return Figure(FigureKind.YEAR if is_year else FigureKind.NUMBER, (value,), span)


def _is_scale(found: re.Match[str], rules: LanguageRules) -> bool:
    """Whether the letters right behind the number multiply it: "£20m", "4bn"; not those of "a 100m race"."""
    of_money = found.string[max(0, found.start() - 1) : found.start()] in _CURRENCIES
    return normalise(found["ending"]) in rules.premises.scales and (of_money or len(found["ending"]) > 1)


def _word(found: re.Match[str], rules: LanguageRules) -> Figure | None:
    """A number word, alone or before what makes an adjective of it: "dreistündig", "vierköpfig"."""
    numeral, written, scale = _numeral(rules.code, found["word"]), Span(found.start(), found.end("word")), 1.0
    if found["scale2"]:
        last = normalise(found["scale2"])
        if numeral and not numeral.is_adjective:
            written, scale = Span(*found.span()), rules.premises.scales[last]
        elif (alone := _numeral(rules.code, last)) and not alone.is_adjective:  # "a dozen"
            written, numeral = Span(*found.span("scale2")), alone
    if numeral is None:
        return None
    value = numeral.value * scale
    if not numeral.is_adjective and _HALF.search(found.string, max(0, written.start - _LONGEST_HALF), written.start):
        value /= 2
    return Figure(FigureKind.NUMBER, (value,), written, written_out=True)


class _Numeral(NamedTuple):
    value: float
    is_adjective: bool


def _numeral(code: str, word: str) -> _Numeral | None:
    """The value of a number word, and whether it is in an adjective that is made of it; None: it is no number."""
    return _short_numeral(code, word) if len(word) <= _LONGEST_NUMERAL else None


@lru_cache(maxsize=1 << 15)
def _short_numeral(code: str, word: str) -> _Numeral | None:
    numerals, form = _plain_numerals(code), without_umlauts(normalise(word))
    if form in numerals:
        return _Numeral(numerals[form], is_adjective=False)
    compound = re.fullmatch(r"(\w+?)(jahrig|kopfig|stundig|tagig|fach|stockig|teilig|wochig|monatig|mal)\w*", form)
    return _Numeral(numerals[compound[1]], is_adjective=True) if compound and compound[1] in numerals else None


@lru_cache(maxsize=16)
def _plain_numerals(code: str) -> Mapping[str, float]:
    return {without_umlauts(form): value for form, value in rules_of(code).premises.numerals.items()}


def _nouns_behind(text: str, behind: Span, rules: LanguageRules) -> tuple[str, ...]:
    end = min(behind.end, behind.start + 80)
    border = re.search(r"[,;:.!?()\"„“»«]\s", text[behind.start : end])
    words = words_of(text, Span(behind.start, behind.start + border.start() if border else end))[:_REACH]
    return tuple(word.form for word in words if word.form not in rules.stop_words)


def _before(text: str, ahead: Span) -> str:
    words = words_of(text, Span(max(ahead.start, ahead.end - 40), ahead.end))
    return words[-1].form if words else ""
