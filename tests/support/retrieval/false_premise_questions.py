"""Questions with a false premise: one that is answered, with one thing changed that its article does not say.

Made from questions that are answered, they measure what `Answer.unsupported` finds, and with the questions themselves
how often it speaks where nothing is wrong. What is put in place of a name or a figure is nowhere in the article, or it
is the article's own, said of something else: that is harder to notice. A few are true by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from content import Article
from retrieval.analysis.figures import Figure, FigureKind, figures_of
from retrieval.base.spans import Span
from retrieval.base.words import Word, normalise, words_of
from retrieval.index.parsed_article import LanguageResources, ParsedArticle
from retrieval.language import rules_of
from retrieval.scoring.article_facts import ArticleFacts

# Of nobody in any article.
_STRANGER = "Quardtholm"

_DENIED = re.compile(r"\s(?:nicht|not)(?:\smehr)?\b")

# Added to numbers: what they come to is seldom in the same article.
_STEP = 19

_WHY = re.compile(r"(?:warum|wieso|weshalb|weswegen|why)\b", re.IGNORECASE)
_LAST_VERB = re.compile(r"\s[a-zäöüß]+(?=\?$)")

_OPPOSITES = (
    "gestiegen gesunken|steigen sinken|steigt sinkt|mehr weniger|größer kleiner|höher niedriger|länger kürzer|"
    "früher später|schneller langsamer|geöffnet geschlossen|gewonnen verloren|gewann verlor|erlaubt verboten|"
    "abgelehnt angenommen|lobt kritisiert|lobte kritisierte|teurer billiger|beginnt endet|erste letzte|"
    "rose fell|rise fall|more less|larger smaller|higher lower|longer shorter|earlier later|slower faster|"
    "opened closed|won lost|win lose|allowed banned|rejected accepted|praised criticised|praise criticise|"
    "likely unlikely|first last"
)


class FalsePremiseKind(StrEnum):
    """What is changed. `other` ones have something of the article that it says of something else."""

    NAME = "name"
    OTHER_NAME = "other name"
    FIGURE = "figure"
    OTHER_FIGURE = "other figure"
    NO_NEGATION = "no negation"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    ROLE = "role"


class FalsePremiseQuestion(NamedTuple):
    """A question that takes something false for given: `wrong` is its place, None where something was left out."""

    text: str
    wrong: Span | None
    kind: FalsePremiseKind


def false_premise_questions(question: str, article: Article) -> Iterator[FalsePremiseQuestion]:
    """Those made of the question, which the article answers."""
    facts = ArticleFacts(ParsedArticle(article, LanguageResources(rules_of(article.language))))
    for figure in figures_of(question, Span(0, len(question)), facts.rules):
        yield from _with_other_figures(question, figure, facts)
    yield from _with_other_names(question, facts)
    yield from _with_other_roles(question, facts)
    yield from _with_opposites(question)
    for denied in _DENIED.finditer(question):
        shorter = question[: denied.start()] + question[denied.end() :]
        yield FalsePremiseQuestion(shorter, None, FalsePremiseKind.NO_NEGATION)
    if _WHY.match(question) and not _DENIED.search(question):
        yield from _denied(question, article.language)


def _with_other_figures(question: str, figure: Figure, facts: ArticleFacts) -> Iterator[FalsePremiseQuestion]:
    value = figure.values[0]
    if figure.kind is FigureKind.YEAR:
        yield _replace(question, figure.span, str(int(value) - _STEP), FalsePremiseKind.FIGURE)
    elif figure.kind is FigureKind.NUMBER and not figure.written_out and value == int(value) and value < 1000:
        yield _replace(question, figure.span, str(int(value) + _STEP), FalsePremiseKind.FIGURE)
    text = facts.parsed.article.text
    alike = [each.figure for each in facts.figures if each.figure.kind is figure.kind]
    others = [other for other in alike if other.values != figure.values and other.written_out == figure.written_out]
    if others:
        written = text[others[-1].span.start : others[-1].span.end]
        yield _replace(question, figure.span, written, FalsePremiseKind.OTHER_FIGURE)


def _with_other_names(question: str, facts: ArticleFacts) -> Iterator[FalsePremiseQuestion]:
    name = _names(question, facts)[-1:]
    if name:
        yield _replace(question, Span(name[0][-1].start, name[0][-1].end), _STRANGER, FalsePremiseKind.NAME)
        asked = {word.form for word in words_of(question)}
        people = [said.speaker for said in facts.parsed.attributions if said.speaker and len(said.speaker.split()) == 2]
        strange = [person for person in people if not asked & {normalise(part) for part in person.split()}]
        if strange:
            by = strange[-1] if len(name[0]) == 2 else strange[-1].split()[1]
            yield _replace(question, Span(name[0][0].start, name[0][-1].end), by, FalsePremiseKind.OTHER_NAME)


def _names(question: str, facts: ArticleFacts) -> list[list[Word]]:
    """The names of people in the question, words beside each other as one."""
    words = [word for word in words_of(question) if word.form in facts.people and question[word.start].isupper()]
    runs = [[word] for word in words[:1]]
    for one, other in pairwise(words):
        if question[one.end : other.start] == " ":
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _with_other_roles(question: str, facts: ArticleFacts) -> Iterator[FalsePremiseQuestion]:
    """Its first two names in each other's place."""
    names = _names(question, facts)[:2]
    if len(names) == 2:
        (a, b), (c, d) = ((name[0].start, name[-1].end) for name in names)
        text = question[:a] + question[c:d] + question[b:c] + question[a:b] + question[d:]
        yield FalsePremiseQuestion(text, Span(a, d), FalsePremiseKind.ROLE)


def _with_opposites(question: str) -> Iterator[FalsePremiseQuestion]:
    for pair in _OPPOSITES.split("|"):
        one, other = pair.split()
        for word, by in ((one, other), (other, one)):
            for found in re.finditer(rf"\b{word}\b", question):
                yield _replace(question, Span(*found.span()), by, FalsePremiseKind.OPPOSITE)


def _denied(question: str, language: str) -> Iterator[FalsePremiseQuestion]:
    if language == "de":
        last = _LAST_VERB.search(question)
        at = last.start() if last else len(question.rstrip("?"))
        yield _replace(question, Span(at, at), " nicht", FalsePremiseKind.NEGATION)
        return
    for found in re.finditer(r"\b(?:did|does|is|was|has|were)\b", question):
        yield _replace(question, Span(*found.span()), f"{found[0]}n't", FalsePremiseKind.NEGATION)
        return


def _replace(question: str, span: Span, by: str, kind: FalsePremiseKind) -> FalsePremiseQuestion:
    text = question[: span.start] + by + question[span.end :]
    return FalsePremiseQuestion(text, Span(span.start, span.start + len(by)), kind)
