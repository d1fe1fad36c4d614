"""Where a quotation may have been taken from: the parts of articles that share most of its rare words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from content import Article
from retrieval.base.spans import Span
from retrieval.base.words import Word, words_of
from retrieval.checking.quotation_words import QuotedWord, quoted_words
from retrieval.language import LanguageRules, rules_of
from retrieval.language.identification import language_of
from retrieval.query.query import Query
from retrieval.query.question import Question
from retrieval.scoring.searcher import Searcher

# So many passages are looked at, and around each as much text as the quotation could reach into with what it leaves
# out: code points, and times its own length.
_PASSAGES = 6
_AROUND, _TIMES = 300, 2

# A quotation with fewer words beside stop words is looked for in all passages as it is written, too.
_TELLING = 3

# Code points of a quotation by which its passages are looked up: those of any sentence of it find the others, too.
_SAMPLE = 600


class QuotationSource(NamedTuple):
    """Words of an article in a row: those of its paragraphs, or of its headings."""

    article: Article
    words: Sequence[QuotedWord]


class SourceFinder:
    """Finds sources in a library."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._languages = tuple(dict.fromkeys(article.language for article in searcher.index.articles))

    def find(self, text: str, quotation: Span) -> Iterator[QuotationSource]:
        """The sources of that quotation of a message, the likeliest first.

        Raises:
            CandidatesUnavailable: what finds passages cannot be reached.
        """
        windows: dict[Article, list[Span]] = {}
        around = _AROUND + _TIMES * (quotation.end - quotation.start)
        for article, span in self._passages(text, quotation):
            windows.setdefault(article, []).append(_lines(article.text, span.start - around, span.end + around))
        for article, spans in windows.items():
            for span in _merge(spans):
                yield from _sources(article, span)

    def rules_of(self, text: str) -> LanguageRules:
        """The rules of the language that the text is in, in doubt of that of the articles."""
        return rules_of(language_of(text, self._languages) or self._languages[0])

    def _passages(self, text: str, quotation: Span) -> Iterator[tuple[Article, Span]]:
        query = self._query(text[quotation.start : quotation.end][:_SAMPLE])
        index = self._searcher.index
        numbers = self._searcher.candidates.find(query)
        order = np.argsort(-index.shares(query.terms, numbers), kind="stable")[:_PASSAGES]
        found = numbers[order].tolist()
        common = rules_of(query.question.language).stop_words
        if sum(word.form not in common for word in query.question.words) < _TELLING:
            # Of words that stand everywhere ("Sie soll machen, was sie will.") the best passages are any.
            plain = text[quotation.start : quotation.end].strip()
            found = [*(at for at in range(len(index)) if plain in index.text(at)), *found]
        for passage in map(index.passage, dict.fromkeys(found)):
            yield passage.article, passage.span

    def _query(self, written: str) -> Query:
        rules = self.rules_of(written)
        forms = [word.form for quoted in quoted_words(written, Span(0, len(written))) for word in words_of(quoted.form)]
        words = tuple(Word(form, at, at + 1) for at, form in enumerate(forms))
        telling = tuple(word for word in words if word.form not in rules.stop_words)
        return Query(Question(written, rules.code, words, telling or words, written))


def _lines(text: str, start: int, end: int) -> Span:
    """The lines that this stretch touches, as the case of a letter counts within a sentence alone."""
    stop = text.find("\n", min(max(end, 0), len(text)))
    return Span(text.rfind("\n", 0, max(start, 0)) + 1, len(text) if stop < 0 else stop)


def _merge(spans: Sequence[Span]) -> Iterator[Span]:
    merged: Span | None = None
    for span in sorted(spans):
        if merged and span.start <= merged.end:
            merged = Span(merged.start, max(merged.end, span.end))
        else:
            if merged:
                yield merged
            merged = span
    if merged:
        yield merged


def _sources(article: Article, span: Span) -> Iterator[QuotationSource]:
    words = quoted_words(article.text, span)
    paragraphs = iter([each for each in article.paragraphs if each.end > span.start])
    paragraph = next(paragraphs, None)
    text: list[QuotedWord] = []
    headings: list[QuotedWord] = []
    for word in words:
        while paragraph and paragraph.end <= word.start:
            paragraph = next(paragraphs, None)
        (text if paragraph and paragraph.start <= word.start else headings).append(word)
    for some in (text, headings):
        if some:
            yield QuotationSource(article, some)
