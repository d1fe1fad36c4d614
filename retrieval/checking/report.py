"""What is told of a quotation: where it stands in the article, what differs, who says it there."""

from __future__ import annotations

from collections.abc import Sequence

from content import Article
from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.checking.alignment import WordDifference
from retrieval.checking.claimed_speaker import claimed_speaker
from retrieval.checking.comparison import QuotationComparison
from retrieval.checking.quotation_check import QuotationChange, QuotationCheck
from retrieval.checking.quotation_words import QuotedWord, quoted_words
from retrieval.language import rules_of
from retrieval.quotes.quote import Quote


def check_of(text: str, found: QuotationComparison, around: tuple[Span, Span]) -> QuotationCheck:
    """The check of a stretch of the message `text`; `around` is what stands before it and behind it."""
    if found.source is None or found.alignment is None:
        return QuotationCheck(*_trim(text, found.span), found.verdict)
    article, words, alignment = found.source.article, found.source.words, found.alignment
    original = _stretch(words, alignment.original)
    omissions = tuple(_stretch(words, each) for each in alignment.omissions)
    changes = tuple(_change(each, found.words, words) for each in alignment.changes)
    different = sorted([*omissions, *(each.original for each in changes if each.original.start < each.original.end)])
    said = claimed_speaker(text, around, article, original)
    return QuotationCheck(
        *_trim(text, found.span),
        found.verdict,
        _quote(article, original, omissions, different),
        original,
        changes,
        omissions,
        said.verdict,
        said.named,
    )


def _trim(text: str, span: Span) -> Span:
    written = text[span.start : span.end]
    return Span(span.start + len(written) - len(written.lstrip()), span.start + len(written.rstrip()))


def _change(
    difference: WordDifference, written: Sequence[QuotedWord], original: Sequence[QuotedWord]
) -> QuotationChange:
    return QuotationChange(_stretch(written, difference.written), _stretch(original, difference.original))


def _stretch(words: Sequence[QuotedWord], places: range) -> Span:
    """From the first to the last of these words; empty, where the next one stands, when there are none."""
    if places:
        return Span(words[places.start].start, words[places.stop - 1].end)
    at = words[places.start].start if places.start < len(words) else words[-1].end
    return Span(at, at)


def _quote(article: Article, original: Span, omissions: Sequence[Span], different: Sequence[Span]) -> Quote:
    """The sentences that have its words; those that it leaves out whole are omitted."""
    paragraphs = [each for each in article.paragraphs if each.start < original.end and original.start < each.end]
    sentences = [
        sentence
        for each in paragraphs
        for sentence in split_sentences(article.text, Span(each.start, each.end), rules_of(article.language))
        if sentence.overlaps(original)
    ]
    kept = [
        each for each in sentences if not any(left_out.covers(_words_in(article.text, each)) for left_out in omissions)
    ]
    if not kept:  # a heading
        paragraph = next((each for each in article.paragraphs if each.start >= original.end), article.paragraphs[-1])
        return Quote(article, paragraph, (original,), tuple(different))
    marked = [each for each in different if any(sentence.covers(each) for sentence in kept)]
    paragraph = next(each for each in paragraphs if each.start <= kept[0].start < each.end)
    return Quote(article, paragraph, tuple(kept), tuple(marked))


def _words_in(text: str, sentence: Span) -> Span:
    words = quoted_words(text, sentence)
    return Span(words[0].start, words[-1].end) if words else sentence
