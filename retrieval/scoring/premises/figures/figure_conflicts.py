"""Figures of a question that the article does not have, or not of what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.analysis.figures import Figure, FigureKind, figures_of
from retrieval.analysis.spelling import spelling_key
from retrieval.scoring.article_facts import FigureInSentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

KINDS = {
    FigureKind.NUMBER: PartKind.NUMBER,
    FigureKind.PAIR: PartKind.NUMBER,
    FigureKind.YEAR: PartKind.YEAR,
    FigureKind.DATE: PartKind.DATE,
    FigureKind.MONTH: PartKind.DATE,
    FigureKind.WEEKDAY: PartKind.WEEKDAY,
}

# What is counted by two figures is the same where so many first letters are.
_STEM = 6

# Below this a number is one that texts leave uncounted ("drei Gründe"): it is at odds only with another one.
_COUNTED_AT_SIGHT = 13

# "Rund", "mehr als": so much of a figure may be missing.
_ROUNDED = 0.35

# So much of the rest of the question has to stand near a figure that is told to be the right one instead.
_SAME_MATTER = 0.5

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
    if figure.kind in (FigureKind.DATE, FigureKind.MONTH, FigureKind.WEEKDAY):
        return None if context.is_foreign else _calendar(context, figure)
    if figure.kind is FigureKind.YEAR:
        return _year(context, figure)
    if figure.kind is FigureKind.PAIR:
        return _pair(context, figure)
    return _number(context, figure)


def _part(figure: Figure, instead: FigureInSentence | None, *, absent: bool) -> UnsupportedPart:
    return UnsupportedPart(figure.span, KINDS[figure.kind], instead.figure.span if instead else None, absent)


def _all_figures(context: PremiseContext) -> Iterator[Figure]:
    for facts in (context.facts, *context.others):
        yield from (each.figure for each in facts.figures)
        yield from facts.figures_around


def _values(context: PremiseContext) -> set[float]:
    return {value for figure in _all_figures(context) for value in figure.values}


def _near(context: PremiseContext, *kinds: FigureKind) -> list[FigureInSentence]:
    """The article's figures of these kinds in the sentence found, then in those next to it."""
    near = [each for each in context.facts.figures if each.figure.kind in kinds and each.sentence in context.nearby]
    return sorted(near, key=lambda each: each.sentence is not context.sentence)


def _calendar(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    """A date, a month or a weekday: at odds only where another one stands near what was found."""
    kinds = {FigureKind.WEEKDAY} if figure.kind is FigureKind.WEEKDAY else {FigureKind.DATE, FigureKind.MONTH}
    listed = [each for each in _all_figures(context) if each.kind in kinds]
    published = context.parsed.article.published
    if figure.kind is FigureKind.DATE:
        supported = any(each.values == figure.values for each in listed)
        supported |= published is not None and (published.day, published.month) == figure.values
    elif figure.kind is FigureKind.MONTH:
        supported = any(each.values[-1] == figure.values[0] for each in listed)
        near = _near(context, FigureKind.DATE, FigureKind.MONTH)
        supported |= published is not None and published.month == figure.values[0] and not near
    else:
        supported = any(each.values == figure.values for each in listed)
        supported |= published is not None and published.isoweekday() == figure.values[0]
    if supported:
        return None
    near = _near(context, *kinds) or _fitting(context, figure)
    fits = near and context.fit(context.around(near[0].sentence), (figure.span,)) >= _SAME_MATTER
    if near and (fits or figure.kind is FigureKind.DATE):
        return _part(figure, near[0], absent=True)
    if figure.kind is FigureKind.DATE and any(each.kind is FigureKind.DATE for each in listed):
        return _part(figure, None, absent=True)
    return None


def _fitting(context: PremiseContext, figure: Figure) -> list[FigureInSentence]:
    """The article's figures of the same kind where it has most of the question besides."""
    alike = [each for each in context.facts.figures if each.figure.kind is figure.kind]
    return [e for e in alike if context.fit(context.around(e.sentence), (figure.span,)) >= _SAME_MATTER]


def _year(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    year = figure.values[0]
    published = context.parsed.article.published
    around = {published.year + step for step in (-1, 0, 1)} if published else set()
    short = f"{int(year) % 100:02}"
    there = {each.form for each in context.facts.words if each.form[0].isdecimal()}
    near = [each for each in _near(context, FigureKind.YEAR) if each.figure.values[0] != year]
    if year in _values(context) or year in around or any(str(int(year)) in form for form in there) or short in there:
        return None
    return _part(figure, _only_one(near), absent=True)


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
    similar = [each for each in pairs if set(each.figure.values) & set(figure.values)] or _near(
        context, FigureKind.PAIR
    )
    if not similar and figure.values[0] in _values(context):
        return None
    best = [each for each in similar if each.sentence in context.nearby] or similar
    return _part(figure, best[0] if best else None, absent=True)


def _number(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    value = figure.values[0]
    small = is_small(figure)
    numbers = [each for each in context.facts.figures if each.figure.kind in (FigureKind.NUMBER, FigureKind.PAIR)]
    alike = [each for each in numbers if counts_the_same(figure, each.figure)]
    if (
        is_of_a_century(context, figure)
        or _is_loose(context, figure, small=small)
        or any(_is_same(value, each.figure) for each in alike)
        or _is_shortened(context, value)
    ):
        return None
    same = [each for each in alike if len(_counted(figure) & _counted(each.figure)) > 1]
    if same and figure.before not in context.rules.premises.selecting:
        return _part(figure, same[0], absent=not any(_is_same(value, each) for each in _all_figures(context)))
    conflicting = [each for each in alike if each.sentence in context.nearby]
    conflicting.sort(key=lambda each: each.sentence is not context.sentence)
    absent = not any(_is_same(value, each) for each in _all_figures(context))
    if absent and not small:
        return _part(figure, _only_one(conflicting or alike), absent=True)
    is_ordinal = bool(_ORDINAL.search(context.written(figure.span)))
    fits = context.fit(context.nearby, (figure.span,)) >= _SAME_MATTER and (absent or not is_ordinal)
    return _part(figure, conflicting[0], absent=absent) if conflicting and fits and not context.is_foreign else None


def is_small(figure: Figure) -> bool:
    """Whether texts leave so few uncounted; a place in an order is small, too."""
    value = figure.values[0]
    return figure.kind is FigureKind.NUMBER and value < _COUNTED_AT_SIGHT and value == int(value)


def is_of_a_century(context: PremiseContext, figure: Figure) -> bool:
    """Whether it numbers a century of which the article has a year."""
    if figure.kind is not FigureKind.NUMBER or not set(figure.counted) & context.rules.premises.centuries:
        return False
    years = [each for each in _all_figures(context) if each.kind is FigureKind.YEAR]
    return any((year.values[0] - 1) // 100 + 1 == figure.values[0] for year in years)


def _is_shortened(context: PremiseContext, value: float) -> bool:
    """Whether the article has it without its unit, beside a number with that: "58 Millionen Euro, elf mehr"."""
    figures = context.facts.figures
    for unit in (unit for unit in _UNITS if value >= unit):
        beside = {each.sentence.number for each in figures if value / unit in each.figure.values}
        if any(each.sentence.number in beside and max(each.figure.values) >= unit for each in figures):
            return True
    return False


def _only_one(alike: list[FigureInSentence]) -> FigureInSentence | None:
    """The first, where no other one stands in the same sentence: of several, it is not known which is meant."""
    of_sentence = [each for each in alike if each.sentence is alike[0].sentence]
    return of_sentence[0] if len(of_sentence) == 1 else None


def _is_loose(context: PremiseContext, figure: Figure, *, small: bool) -> bool:
    """Whether the number only counts what is asked for, or is about as large as one of the article."""
    value, support = figure.values[0], context.rules.premises
    if small and figure.before in support.selecting:
        return True
    about = figure.before in support.approximate
    return about and any(abs(other - value) <= _ROUNDED * value for other in _values(context))


def _is_same(value: float, figure: Figure) -> bool:
    if figure.kind is FigureKind.NUMBER and any(
        {value, other} <= {share, percent} for other in figure.values for share, percent in _SHARES.items()
    ):
        return True
    return any(abs(value - other) < 1e-9 * max(1.0, value) for other in figure.values)


def counts_the_same(one: Figure, other: Figure) -> bool:
    """Whether both count what the same noun says, by the next word behind them."""
    return bool(_counted(one) & _counted(other))


def _counted(figure: Figure) -> set[str]:
    return {spelling_key(form)[:_STEM] for form in figure.counted[:2]}
