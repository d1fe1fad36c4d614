"""From an article to its sentences, taken apart."""

from __future__ import annotations

from content import Article
from retrieval.analysis.sentences import article_sentences
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.quotation import Quotation, quotations
from retrieval.attribution.syntax.sentence import ParsedSentence
from retrieval.attribution.syntax.sentence_labels import entries_of, label_of
from retrieval.attribution.syntax.tokens import tokens_of
from retrieval.base.spans import Span
from retrieval.language import rules_of


def sentences_of(article: Article, grammar: Grammar) -> tuple[ParsedSentence, ...]:
    """All sentences of the article, in order, with their tokens, quotations and clauses."""
    found: list[ParsedSentence] = []
    for paragraph, spans in article_sentences(article):
        quoted = quotations(article.text, Span(paragraph.start, paragraph.end))
        first = 0
        for number, span in enumerate(entry for whole in spans for entry in entries_of(article.text, whole)):
            while first < len(quoted) and quoted[first].end <= span.start:
                first += 1
            found.append(
                _sentence(article, grammar, span, _overlapping(quoted, first, span), (paragraph.number, number))
            )
    return tuple(found)


def _overlapping(quoted: tuple[Quotation, ...], first: int, span: Span) -> tuple[Quotation, ...]:
    last = first
    while last < len(quoted) and quoted[last].start < span.end:
        last += 1
    return quoted[first:last]


def _sentence(
    article: Article, grammar: Grammar, span: Span, quoted: tuple[Quotation, ...], place: tuple[int, int]
) -> ParsedSentence:
    """The sentence; `place` is the number of its paragraph, and its own in that, from 0."""
    paragraph, number = place
    before = label_of(article.text, span, first=number == 0)
    inner = Span(before.end, span.end) if before.end < span.end else span
    tokens = tokens_of(article.text, inner, quoted, rules_of(article.language).abbreviations)
    return ParsedSentence(article.text, span, paragraph, tokens, quoted, grammar.clauses(tokens), before.is_entry)


def headline(article: Article) -> ParsedSentence:
    """The article's title, as a sentence whose clauses nobody asks for."""
    span = Span(0, len(article.title))
    quoted = quotations(article.title, span)
    tokens = tokens_of(article.title, span, quoted, rules_of(article.language).abbreviations)
    return ParsedSentence(article.title, span, 0, tokens, quoted, ())


def headline_source(title: ParsedSentence, grammar: Grammar) -> Mention | None:
    """The medium that a headline names before its colon: "„Wall Street Journal“: Musk …"."""
    phrase = grammar.noun_phrase(title.tokens, 0)
    if phrase is None or title.lower(phrase.end) != ":":
        return None
    mention = Mention.of(title, phrase)
    return mention if grammar.is_medium(mention) else None
