"""A stretch of a message beside the words of an article that it is nearest to, and what that makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.checking.alignment import WordAlignment, align
from retrieval.checking.quotation_check import QuotationVerdict
from retrieval.checking.quotation_sources import QuotationSource, SourceFinder
from retrieval.checking.quotation_words import QuotedWord, quoted_words

# An altered quotation has more than this share of its words in order, and costs less than this a word.
_SHARED, _COST = 0.5, 0.5


class QuotationComparison(NamedTuple):
    """A stretch of a message, its words, and those of an article beside them; none: absent."""

    span: Span
    words: Sequence[QuotedWord]
    verdict: QuotationVerdict
    source: QuotationSource | None = None
    alignment: WordAlignment | None = None


def compare(text: str, span: Span, sources: SourceFinder) -> QuotationComparison:
    """Compares that stretch of the text with the articles: the cheapest alignment counts, of equals the first.

    Raises:
        CandidatesUnavailable: what finds passages cannot be reached.
    """
    words = quoted_words(text, span)
    best: tuple[WordAlignment, QuotationSource] | None = None
    for source in sources.find(text, span):
        alignment = align(words, source.words)
        if alignment and (best is None or alignment.cost < best[0].cost):
            best = alignment, source
        if alignment and not alignment.cost:
            break
    if best is None or not _is_taken_from(words, best[0]):
        return QuotationComparison(span, words, QuotationVerdict.ABSENT)
    return QuotationComparison(span, words, _verdict(best[0]), best[1], best[0])


def _is_taken_from(words: Sequence[QuotedWord], alignment: WordAlignment) -> bool:
    """Whether that is where the quotation comes from, be it altered: most of its words are there, in order."""
    return len(alignment.same) > len(words) * _SHARED and alignment.cost <= len(words) * _COST


def _verdict(alignment: WordAlignment) -> QuotationVerdict:
    if alignment.changes:
        return QuotationVerdict.ALTERED
    return QuotationVerdict.SHORTENED if alignment.omissions else QuotationVerdict.EXACT
