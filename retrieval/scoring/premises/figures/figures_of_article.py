"""The figures of an article that those of a question are held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.analysis.figures import Figure, FigureKind
from retrieval.scoring.article_facts import FigureInSentence
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.part import PartKind, UnsupportedPart

_KINDS = {
    FigureKind.NUMBER: PartKind.NUMBER,
    FigureKind.PAIR: PartKind.NUMBER,
    FigureKind.YEAR: PartKind.YEAR,
    FigureKind.DATE: PartKind.DATE,
    FigureKind.MONTH: PartKind.DATE,
    FigureKind.SEASON: PartKind.DATE,
    FigureKind.WEEKDAY: PartKind.WEEKDAY,
}


def part_of(figure: Figure, instead: FigureInSentence | None, *, absent: bool = False) -> UnsupportedPart:
    """The figure of a question as a part of it that is not supported."""
    return UnsupportedPart(figure.span, _KINDS[figure.kind], instead.figure.span if instead else None, absent)


def all_figures(context: PremiseContext) -> Iterator[Figure]:
    """The figures of all articles that were found, of titles and headings, too."""
    for facts in (context.facts, *context.others):
        yield from (each.figure for each in facts.figures)
        yield from facts.figures_around


def figures_near(context: PremiseContext, *kinds: FigureKind) -> list[FigureInSentence]:
    """The article's figures of these kinds in the sentence found, then in those next to it."""
    near = [each for each in context.facts.figures if each.figure.kind in kinds and each.sentence in context.nearby]
    return sorted(near, key=lambda each: each.sentence is not context.sentence)


def only_one(alike: Sequence[FigureInSentence]) -> FigureInSentence | None:
    """The first, where no other one stands in the same sentence: of several, it is not known which is meant."""
    of_sentence = [each for each in alike if each.sentence is alike[0].sentence]
    return of_sentence[0] if len(of_sentence) == 1 else None
