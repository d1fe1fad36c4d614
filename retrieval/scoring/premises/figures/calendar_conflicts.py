"""Years, dates, months, seasons and weekdays of a question that the article does not have."""

from __future__ import annotations

import re

from retrieval.analysis.figures import Figure, FigureKind
from retrieval.scoring.article_facts import FigureInSentence
from retrieval.scoring.premises.context import SAME_MATTER, PremiseContext
from retrieval.scoring.premises.figures.figures_of_article import all_figures, figures_near, only_one, part_of
from retrieval.scoring.premises.part import UnsupportedPart

# Of one day each of these may be said.
OF_THE_YEAR = frozenset({FigureKind.DATE, FigureKind.MONTH, FigureKind.SEASON})
CALENDAR = OF_THE_YEAR | {FigureKind.WEEKDAY}

# A season has so many months of its own; in the others it may begin or end.
_OWN_MONTHS = 3

# A word that begins with so many letters of a season or a holiday speaks of it: "Osterferien".
_STEM = 5


def supports(figure: Figure, asked: Figure) -> bool:
    """Whether the article's figure says what the one of the question does: a day has its month and its season."""
    if {asked.kind, figure.kind} <= OF_THE_YEAR and asked.kind is not FigureKind.DATE:
        return may_be_at_once(figure, asked)
    alike = figure.kind is asked.kind or CALENDAR.isdisjoint({figure.kind, asked.kind})
    return alike and figure.values == asked.values


def may_be_at_once(one: Figure, other: Figure) -> bool:
    """Whether both may be said of one day of the year."""
    if one.kind is other.kind is FigureKind.SEASON:
        return not set(one.values[:_OWN_MONTHS]).isdisjoint(other.values[:_OWN_MONTHS])
    if one.kind is other.kind:
        return one.values == other.values
    return not _months(one).isdisjoint(_months(other))


def _months(figure: Figure) -> set[float]:
    return set(figure.values) if figure.kind is FigureKind.SEASON else {figure.values[-1]}


def calendar_conflict(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    """A date, a month, a season or a weekday: at odds only where another one stands near what was found."""
    kinds = OF_THE_YEAR if figure.kind in OF_THE_YEAR else {FigureKind.WEEKDAY}
    others = [each for each in figures_near(context, *kinds) if not _may_agree(each.figure, figure)]
    listed = [each for each in all_figures(context) if each.kind in kinds]
    if any(supports(each, figure) for each in listed) or _is_known(context, figure, others):
        return None
    others = others or _fitting(context, figure)
    is_date = figure.kind is FigureKind.DATE
    if others and (is_date or others[0].sentence is context.sentence or _fits(context, others[0], figure)):
        return part_of(figure, others[0], absent=True)
    if is_date and any(each.kind is FigureKind.DATE for each in listed):
        return part_of(figure, None, absent=True)
    return None


def _may_agree(one: Figure, other: Figure) -> bool:
    """Whether both may be said of one time: of one day of the year, or as the same weekday."""
    return may_be_at_once(one, other) if {one.kind, other.kind} <= OF_THE_YEAR else one.values == other.values


def _is_known(context: PremiseContext, figure: Figure, others: list[FigureInSentence]) -> bool:
    """Whether the article was published then, or speaks of the season in a compound."""
    if figure.kind is FigureKind.SEASON:
        stem = context.written(figure.span).casefold()[:_STEM]
        return any(form.startswith(stem) for form in context.facts.forms)
    published = context.parsed.article.published
    if published is None:
        return False
    if figure.kind is FigureKind.DATE:
        return (published.day, published.month) == figure.values
    if figure.kind is FigureKind.MONTH:
        return published.month == figure.values[0] and not others
    return published.isoweekday() == figure.values[0]


def _fits(context: PremiseContext, other: FigureInSentence, figure: Figure) -> bool:
    return context.fit(context.around(other.sentence), (figure.span,)) >= SAME_MATTER


def _fitting(context: PremiseContext, figure: Figure) -> list[FigureInSentence]:
    """The article's figures of the same kind where it has most of the question besides."""
    return [e for e in context.facts.figures if e.figure.kind is figure.kind and _fits(context, e, figure)]


def year_conflict(context: PremiseContext, figure: Figure) -> UnsupportedPart | None:
    """A year that the article does not have, nor was published about."""
    year = int(figure.values[0])
    published = context.parsed.article.published
    around = {published.year + step for step in (-1, 0, 1)} if published else set()
    there = {each.form for each in context.facts.words if each.form[0].isdecimal()}
    known = any(year in each.values for each in all_figures(context) if each.kind not in CALENDAR)
    if known or year in around or any(str(year) in form for form in there) or _is_abbreviated(context, year):
        return None
    near = [each for each in figures_near(context, FigureKind.YEAR) if each.figure.values[0] != year]
    return part_of(figure, only_one(near), absent=True)


def _is_abbreviated(context: PremiseContext, year: int) -> bool:
    """ "2020/21", "der Jahrgang '68"."""
    return bool(re.search(rf"[/'’‘–-]{year % 100:02}(?!\d)", context.parsed.article.text))
