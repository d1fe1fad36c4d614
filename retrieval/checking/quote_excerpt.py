"""As much of what an article says as there is room for, beside a quotation that was compared with it."""

from __future__ import annotations

from collections.abc import Iterator

from content import Paragraph
from retrieval.analysis.clauses import cut
from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.checking.quotation_check import QuotationCheck
from retrieval.language import rules_of
from retrieval.quotes.quote import Quote


def excerpt_of(check: QuotationCheck, max_chars: int) -> Quote | None:
    """The quote of the check in at most so many code points, omissions not counted; None for an absent quotation.

    The sentences in which something differs come first, a longer one is cut to the clauses where it does.
    """
    quote = check.quote
    if quote is None or sum(span.end - span.start for span in quote.spans) <= max_chars:
        return quote
    sentences = sorted(_sentences(quote), key=lambda each: (-_difference(quote, each), each))
    first = cut(quote.article.text, sentences[0], max_chars, lambda span: _worth(check, quote, span))
    kept, room = [first], max_chars - (first.end - first.start)
    for sentence in sentences[1:]:
        if sentence.end - sentence.start <= room:
            kept.append(sentence)
            room -= sentence.end - sentence.start
    marked = tuple(each for each in quote.highlights if any(span.covers(each) for span in kept))
    return Quote(quote.article, _paragraph(quote, min(kept)), tuple(sorted(kept)), marked)


def _paragraph(quote: Quote, span: Span) -> Paragraph:
    return next((each for each in quote.paragraphs if each.start <= span.start < each.end), quote.paragraph)


def _sentences(quote: Quote) -> Iterator[Span]:
    for span in quote.spans:
        yield from split_sentences(quote.article.text, span, rules_of(quote.article.language))


def _difference(quote: Quote, span: Span) -> bool:
    return any(span.covers(each) for each in quote.highlights)


def _worth(check: QuotationCheck, quote: Quote, span: Span) -> float:
    """How much of what differs it has, and then, how much of what is quoted."""
    quoted = check.original or span
    return sum(span.covers(each) for each in quote.highlights) + max(
        0, min(span.end, quoted.end) - max(span.start, quoted.start)
    ) / len(quote.article.text)
