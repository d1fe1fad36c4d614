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
_LEAD = 0.45
_LESS_LIKE = 0.01

# What stands behind these is not counted by them.
_DATED = frozenset(FigureKind) - {FigureKind.NUMBER}


def misplaced_figures(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The figures of the question that the article gives elsewhere alone, with what it gives in their place."""
    if context.is_foreign:
        return
    for figure in figures_of(context.text, context.span, context.rules):
        where = [each for each in context.facts.figures if each.figure.values == figure.values]
        if not where:
            continue
        left = reduced_question(context.query, context.index, figure.span)
        if left is None or left.cosine < context.cosine - _LESS_LIKE:
            continue
        own = [each for each in context.facts.figures if each.sentence is left.best]
        others = [each for each in own if each.figure.kind is figure.kind and each not in where]
        if is_small(figure) or figure.counted:
            others = [each for each in others if counts_the_same(figure, each.figure) or each.figure.kind in _DATED]
        others = [each for each in others if _is_of_its_size(figure, each.figure)]
        if is_of_a_century(context, figure):
            continue
        if (
            where
            and others
            and not set(own) & set(where)
            and left.lead_over(frozenset(each.sentence.number for each in where)) >= _LEAD
        ):
            others.sort(key=lambda each: not counts_the_same(figure, each.figure))
            yield UnsupportedPart(figure.span, KINDS[figure.kind], others[0].figure.span)


def _is_of_its_size(one: Figure, other: Figure) -> bool:
    """Whether the one can stand for the other: 35 euros are none of 640,000."""
    smaller, larger = sorted((one.values[0], other.values[0]))
    return one.kind is not FigureKind.NUMBER or larger <= 20 * max(smaller, 1.0)
