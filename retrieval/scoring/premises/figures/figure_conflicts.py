"""Figures of a question that the article does not have, or not of what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.analysis.figures import Figure, FigureKind, figures_of
from retrieval.analysis.spelling import spelling_key
from retrieval.scoring.premises.context import SAME_MATTER, PremiseContext
from retrieval.scoring.premises.figures.calendar_conflicts import CALENDAR, calendar_conflict, year_conflict
from retrieval.scoring.premises.figures.figures_of_article import all_figures, figures_near, only_one, part_of
from retrieval.scoring.premises.part import UnsupportedPart

# What is counted by two figures is the same where so many first letters are.
_STEM = 6

# So many words behind a figure say what it counts.
_NEXT = 2

# "90-odd speakers".
_ODD = re.compile(r"-odd\b| or so\b")

# Years have no even number of months' days.
_UNEVEN = 0.02

# Below this a number is one that texts leave uncounted ("drei Gründe"): it is at odds only with another one.
_COUNTED_AT_SIGHT = 13

# "Rund", "mehr als": so much of a figure may be missing.
_ROUNDED = 0.2

# So near must the question be to the sentence by its meaning, where not by its words, for a figure that is told to be
# the right one instead.
_ALIKE = 0.85

# Of these the word may be left out.
_UNITS = (1e3, 1e6, 1e9)

# Of a place in an order a text has many.
_ORDINAL = re.compile(r"[a-zß](?:te[nrsm]?|th|rd|nd|st)$")

_SHARES = {1 / 2: 50.0, 1 / 3: 33.0, 1 / 4: 25.0, 1 / 5: 20.0, 2 / 3: 66.0, 3 / 4: 75.0}


def unsupported_figures(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The figures of the question that are at odds with the article."""
    for figure in figures_of(context.text, context.span, context.rules):
        if not any(figure.span.start <= word.start < figure.span.end for word in context.words):
            continue
        part = _check(context, figure)
        if part:
            yield part


def _check(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    if figure.kind in CALENDAR:
        return None if context.is_foreign else calendar_conflict(context, figure)
    if figure.kind is FigureKind.YEAR:
        return year_conflict(context, figure)
    if figure.kind is FigureKind.PAIR:
        return _pair(context, figure)
    return _number(context, figure)


def _numbers(context: PremiseContext) -> Iterator[Figure]:
    return (each for each in all_figures(context) if each.kind not in CALENDAR)


def _values(context: PremiseContext) -> set[float]:
    return {value for figure in _numbers(context) for value in figure.values}


def _pair(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    """A score or a time of day; both its numbers may also stand apart in one sentence."""
    figures = context.facts.figures
    for each in figures:
        if each.figure.values in (figure.values, figure.values[::-1]) or figure.is_same_time(each.figure):
            return None
        own = {value for other in figures if other.sentence is each.sentence for value in other.figure.values}
        if set(figure.values) <= own:
            return None
    pairs = [each for each in figures if each.figure.kind is FigureKind.PAIR]
    similar = [each for each in pairs if set(each.figure.values) & set(figure.values)] or figures_near(
        context, FigureKind.PAIR
    )
    if not similar and figure.values[0] in _values(context):
        return None
    best = [each for each in similar if each.sentence in context.nearby] or similar
    return part_of(figure, best[0] if best else None, absent=True)


def _number(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    value = figure.values[0]
    small = is_small(figure)
    numbers = [each for each in context.facts.figures if each.figure.kind in (FigureKind.NUMBER, FigureKind.PAIR)]
    alike = [each for each in numbers if counts_the_same(figure, each.figure)]
    if (
        is_of_a_century(context, figure)
        or _is_loose(context, figure, small=small)
        or any(_is_same(figure, each.figure) for each in numbers if each in alike or each.sentence is context.sentence)
        or _is_shortened(context, value)
    ):
        return None
    absent = not any(_is_same(figure, each) for each in _numbers(context))
    same = [each for each in alike if len(_counted(figure) & _counted(each.figure)) > 1]
    if same and figure.before not in context.rules.premises.selecting:
        return part_of(figure, same[0], absent=absent)
    conflicting = [each for each in alike if each.sentence in context.nearby]
    conflicting.sort(key=lambda each: each.sentence is not context.sentence)
    if absent and not small:
        return part_of(figure, only_one(conflicting or alike), absent=True)
    is_ordinal = bool(_ORDINAL.search(context.written(figure.span)))
    near = context.fit(context.nearby, (figure.span,)) >= SAME_MATTER or (absent and context.cosine >= _ALIKE)
    fits = near and (absent or not is_ordinal)
    return part_of(figure, conflicting[0], absent=absent) if conflicting and fits and not context.is_foreign else None


def is_small(figure: Figure) -> bool:
    """Whether texts leave so few uncounted; a place in an order is small, too."""
    value = figure.values[0]
    return figure.kind is FigureKind.NUMBER and value < _COUNTED_AT_SIGHT and value == int(value)


def is_of_a_century(context: PremiseContext, figure: Figure) -> bool:
    """Whether it numbers a century of which the article has a year."""
    if figure.kind is not FigureKind.NUMBER or not set(figure.counted) & context.rules.premises.centuries:
        return False
    years = [each for each in all_figures(context) if each.kind is FigureKind.YEAR]
    return any((year.values[0] - 1) // 100 + 1 == figure.values[0] for year in years)


def _is_shortened(context: PremiseContext, value: float) -> bool:
    """Whether the article has it without its unit, beside a number with that: "58 Millionen Euro, elf mehr"."""
    figures = context.facts.figures
    for unit in (unit for unit in _UNITS if value >= unit):
        beside = {each.sentence.number for each in figures if value / unit in each.figure.values}
        if any(each.sentence.number in beside and max(each.figure.values) >= unit for each in figures):
            return True
    return False


def _is_loose(context: PremiseContext, figure: Figure, *, small: bool) -> bool:
    """Whether the number only counts what is asked for, or is about as large as one of the article."""
    if small and figure.before in context.rules.premises.selecting:
        return True
    return any(is_about(context, figure, other) for other in _numbers(context))


def is_about(context: PremiseContext, figure: Figure, other: Figure) -> bool:
    """Whether the question only says about how many, and that is about what the other says."""
    if figure.before not in context.rules.premises.approximate and not _ODD.match(context.text, figure.span.end):
        return False
    if figure.measures_the_same(other):
        return abs(other.amount - figure.amount) <= _ROUNDED * figure.amount
    return any(abs(value - figure.values[0]) <= _ROUNDED * figure.values[0] for value in other.values)


def _is_same(figure: Figure, other: Figure) -> bool:
    """Whether both are one number, one share or one amount: "anderthalb Jahre" are eighteen months."""
    value = figure.values[0]
    if other.kind is FigureKind.NUMBER and any(
        {value, each} <= {share, percent} for each in other.values for share, percent in _SHARES.items()
    ):
        return True
    if figure.measures_the_same(other) and figure.measure != other.measure:
        return abs(other.amount - figure.amount) <= _UNEVEN * figure.amount
    return any(abs(value - each) < 1e-9 * max(1.0, value) for each in other.values)


def counts_the_same(one: Figure, other: Figure) -> bool:
    """Whether both count what the same noun says, by the next words behind them, or measure the same."""
    return one.measures_the_same(other) or any(
        _is_same_noun(form, each) for form in one.counted[:_NEXT] for each in other.counted[:_NEXT]
    )


def _is_same_noun(one: str, other: str) -> bool:
    """Whether both begin alike, or one is the last part of the other: "Automaten" and "Parkscheinautomaten"."""
    shorter, longer = sorted((spelling_key(one), spelling_key(other)), key=len)
    return shorter[:_STEM] == longer[:_STEM] or (len(shorter) >= _STEM and longer.endswith(shorter))


def _counted(figure: Figure) -> set[str]:
    return {spelling_key(form)[:_STEM] for form in figure.counted[:_NEXT]}
