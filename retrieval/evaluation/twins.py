"""False twins of questions: the same question with one thing changed that its article does not say.

Made from questions that are answered, they measure what `Answer.unsupported` finds, and with the questions themselves
how often it speaks where nothing is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from content import Article
from retrieval.analysis.figures import FigureKind, figures_of
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.index.parsed_article import LanguageResources, ParsedArticle
from retrieval.language import rules_of
from retrieval.scoring.support.article_facts import ArticleFacts
from retrieval.scoring.support.part import PartKind

# Of nobody in any article.
_STRANGER = "Quardtholm"

_DENIED = re.compile(r"\s(?:nicht|not)(?:\smehr)?\b")

# Added to numbers: what they come to is seldom in the same article.
_STEP = 19


class FalseTwin(NamedTuple):
    """A question that takes something false for given: `wrong` is its place, None where something was left out."""

    text: str
    wrong: Span | None
    kind: PartKind


def false_twins(question: str, article: Article) -> Iterator[FalseTwin]:
    """The twins of the question, which the article answers: a number, a year, a name changed, a negation left out."""
    rules = rules_of(article.language)
    figures = list(figures_of(question, Span(0, len(question)), rules))
    for figure in figures:
        value = figure.values[0]
        if figure.kind is FigureKind.YEAR:
            yield _replace(question, figure.span, str(int(value) - _STEP), PartKind.YEAR)
        elif figure.kind is FigureKind.NUMBER and not figure.written_out and value == int(value) and value < 1000:
            yield _replace(question, figure.span, str(int(value) + _STEP), PartKind.NUMBER)
    people = ArticleFacts(ParsedArticle(article, LanguageResources(rules))).people
    words = words_of(question)
    named = [word for word in words if word.form in people and question[word.start].isupper()]
    if named:
        yield _replace(question, Span(named[-1].start, named[-1].end), _STRANGER, PartKind.NAME)
    for denied in _DENIED.finditer(question):
        shorter = question[: denied.start()] + question[denied.end() :]
        yield FalseTwin(shorter, None, PartKind.NEGATION)


def _replace(question: str, span: Span, by: str, kind: PartKind) -> FalseTwin:
    text = question[: span.start] + by + question[span.end :]
    return FalseTwin(text, Span(span.start, span.start + len(by)), kind)
