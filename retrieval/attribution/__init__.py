"""Who says it: the sentences of an article that report somebody's words, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from content import Article
from retrieval.attribution.attribution import Attribution, Confidence
from retrieval.attribution.attribution_finder import find
from retrieval.attribution.english import English
from retrieval.attribution.german import German
from retrieval.attribution.parts import parts_of
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.turns import TURN
from retrieval.base.spans import Span

_GRAMMARS: dict[str, Grammar] = {grammar.code: grammar for grammar in (German(), English())}


def attributions(article: Article) -> tuple[Attribution, ...]:
    """The reported sentences of the article, in order; none in a language that has no rules here."""
    return tuple(found for part in parts_of(article) for found in attributions_in_part(article, part))


def attributions_in_part(article: Article, part: Span) -> tuple[Attribution, ...]:
    """Those of this part of the article, one of `retrieval.attribution.parts`, in order."""
    grammar = grammar_of(article.language)
    if grammar is None:
        return ()
    if part == (0, len(article.text)):
        return find(article, grammar)
    found = find(replace(article, text=article.text[part.start : part.end]), grammar)
    return tuple(replace(each, start=each.start + part.start, end=each.end + part.start) for each in found)


def interview_guests(article: Article) -> tuple[str, ...] | None:
    """Whose interview the article is: the names of those who answer, in order of their first answer.

    None when the article is no interview; empty when it does not tell who answers, or leaves it to be guessed.
    """
    answers = [found for found in attributions(article) if found.rule == TURN]
    sure = (found.speaker for found in answers if found.speaker and found.confidence is not Confidence.WEAK)
    return tuple(dict.fromkeys(sure)) if answers else None


def grammar_of(language: str) -> Grammar | None:
    """The grammar of the language with this ISO 639-1 code; None when it has none here."""
    return _GRAMMARS.get(language.lower())


__all__ = ["Attribution", "Confidence", "attributions", "attributions_in_part", "grammar_of", "interview_guests"]
