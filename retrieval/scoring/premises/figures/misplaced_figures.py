"""Figures of an article that the question puts where the article has another one.

"Wer führt seit 1986 das Lichtspielhaus?": the article has that year, too, but of something else; what is asked about
stands in a sentence with 1968.
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.analysis.figures import Figure, FigureKind, figures_of
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.figures.figure_conflicts import KINDS, counts_the_same, is_of_a_century, is_small
from retrieval.scoring.premises.part import UnsupportedPart
from retrieval.scoring.premises.reduced_question import reduced_question

# So much better than where the figure stands does the article answer the rest of the question elsewhere, and at least
# so much like the whole by its meaning.
_LEAD = 0.6
_LESS_LIKE = 0.04

# Of two numbers that can stand for each other, the one is no more than so many times the other.
_MOST_TIMES = 20


def misplaced_figures(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The figures of the question that the article gives elsewhere alone, with what it gives in their place."""
    for figure in figures_of(context.text, context.span, context.rules):
        where = frozenset(each.sentence.number for each in context.facts.figures if _has(each.figure, figure))
        known = where and not is_of_a_century(context, figure)
        left = reduced_question(context.query, context.index, figure.span) if known else None
        if left is None or left.cosine < context.cosine - _LESS_LIKE or left.lead_over(where) < _LEAD:
            continue
        there = [each.figure for each in context.facts.figures if each.sentence is left.best]
        others = [other for other in there if _can_stand_for(figure, other)]
        if others:
            instead = max(others, key=lambda other: counts_the_same(figure, other))  # the first of equals
            yield UnsupportedPart(figure.span, KINDS[figure.kind], instead.span)


def _has(figure: Figure, asked: Figure) -> bool:
    """Whether both are the same, or the one is a day of the month asked about."""
    of_month = asked.kind is FigureKind.MONTH and figure.kind is FigureKind.DATE
    return figure.values == asked.values or (of_month and figure.values[-1] == asked.values[0])


def _can_stand_for(one: Figure, other: Figure) -> bool:
    """Whether both are of one kind and, if numbers, of one size, and count the same: 35 euros are none of 640,000."""
    if one.kind is not other.kind or one.kind is not FigureKind.NUMBER:
        return one.kind is other.kind
    smaller, larger = sorted((one.values[0], other.values[0]))
    counts = is_small(one) or one.counted
    return larger <= _MOST_TIMES * max(smaller, 1.0) and (not counts or counts_the_same(one, other))
