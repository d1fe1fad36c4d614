"""Figures of an article that the question puts where the article has another one.

"Wer führt seit 1986 das Lichtspielhaus?": the article has that year, too, but of something else; what is asked about
stands in a sentence with 1968.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.analysis.answer_type import AnswerType
from retrieval.analysis.figures import Figure, FigureKind, figures_of
from retrieval.index.parsed_article import Sentence
from retrieval.scoring.article_facts import FigureInSentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.figures.calendar_conflicts import CALENDAR, OF_THE_YEAR, may_be_at_once, supports
from retrieval.scoring.premises.figures.figure_conflicts import counts_the_same, is_about, is_of_a_century, is_small
from retrieval.scoring.premises.figures.figures_of_article import part_of
from retrieval.scoring.premises.part import UnsupportedPart
from retrieval.scoring.premises.reduced_question import reduced_question

# So much better than where the figure stands does the article answer the rest of the question elsewhere.
_LEAD = 0.3

# "More than the two years".
_COMPARED = re.compile(r"\b(?:als|than) (?:d(?:ie|en|er|em)|the|those|these)\b[^.,;?!]{0,30}$", re.IGNORECASE)

# Of two numbers that can stand for each other, the one is no more than so many times the other.
_MOST_TIMES = 20


def misplaced_figures(context: PremiseContext) -> Iterator[UnsupportedPart]:
    """The figures of the question that the article gives elsewhere alone, with what it gives in their place."""
    for figure in figures_of(context.text, context.span, context.rules):
        where = frozenset(each.sentence.number for each in context.facts.figures if supports(each.figure, figure))
        known = where and not (is_of_a_century(context, figure) or _contradicts_nothing(context, figure))
        left = reduced_question(context.query, context.index, figure.span) if known else None
        if left is None or left.lead_over(where) < _LEAD:
            continue
        others = _in_its_place(context, figure, left.best)
        if not others and context.sentence.number not in where:
            others = _in_its_place(context, figure, context.sentence)
        if others and not any(is_about(context, figure, other.figure) for other in others):
            instead = max(others, key=lambda other: counts_the_same(figure, other.figure))  # the first of equals
            yield part_of(figure, instead)


def _contradicts_nothing(context: PremiseContext, figure: Figure) -> bool:
    """Whether another figure contradicts nothing: a date may be the answer, a number what is compared, or a pronoun."""
    if figure.kind in CALENDAR:
        return context.query.answer_type is AnswerType.DATE
    is_pronoun = context.written(figure.span).casefold() == "eins"
    return is_pronoun or bool(_COMPARED.search(context.text, 0, figure.span.start))


def _in_its_place(context: PremiseContext, figure: Figure, sentence: Sentence) -> list[FigureInSentence]:
    """The figures of the sentence that the question may mean."""
    there = [each for each in context.facts.figures if each.sentence is sentence]
    return [each for each in there if _can_stand_for(figure, each.figure)]


def _can_stand_for(one: Figure, other: Figure) -> bool:
    """Whether both are of one kind and, if numbers, of one size, and count the same: 35 euros are none of 640,000."""
    if {one.kind, other.kind} <= OF_THE_YEAR:
        return not may_be_at_once(one, other)
    if one.kind is not other.kind or one.kind is not FigureKind.NUMBER:
        return one.kind is other.kind
    same_measure = one.measures_the_same(other)
    smaller, larger = sorted((one.amount, other.amount) if same_measure else (one.values[0], other.values[0]))
    counts = is_small(one) or one.counted
    return larger <= _MOST_TIMES * max(smaller, 1.0) and (not counts or counts_the_same(one, other))
