"""Checks the quotations of a message."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from retrieval.analysis.quotation_marks import MarkedQuotation, marked_quotations
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.checking.comparison import QuotationComparison, compare
from retrieval.checking.pasted import pasted_quotations
from retrieval.checking.quotation_check import QuotationCheck, QuotationVerdict
from retrieval.checking.quotation_sources import SourceFinder
from retrieval.checking.quotation_words import quoted_words
from retrieval.checking.report import check_of
from retrieval.scoring.searcher import Searcher

# A quotation of fewer words is the name of something, if it does not end as a sentence does.
_WORDS_OF_SPEECH = 3
_SENTENCE_ENDS = (".", "!", "?", "…")


class QuotationChecker:
    """Compares the quotations of messages with a library."""

    def __init__(self, searcher: Searcher) -> None:
        self._sources = SourceFinder(searcher)
        self._titles = frozenset(_forms(article.title) for article in searcher.index.articles)

    def check(self, text: str) -> tuple[QuotationCheck, ...]:
        """The quotations of the message, in order (`Retriever.check`)."""
        marked = list(self._quotations(text))
        compared = [each for quotation in marked for each in self._check_marked(text, quotation)]
        compared = compared or ([] if marked else list(pasted_quotations(text, self._sources)))
        borders = [0, *(at for each in compared for at in each.span), len(text)]
        between = [Span(*borders[at : at + 2]) for at in range(0, len(borders), 2)]
        return tuple(check_of(text, each, around) for each, around in zip(compared, pairwise(between), strict=True))

    def _quotations(self, text: str) -> Iterator[MarkedQuotation]:
        marked = [each for each in marked_quotations(text) if quoted_words(text, each.span)]
        speech = [each for each in marked if _is_speech(text, each.span)]
        yield from speech or marked

    def _check_marked(self, text: str, quotation: MarkedQuotation) -> list[QuotationComparison]:
        """The quotation; or those within it, where most of what stands around them is no article's.

        A message in marks has its quotations in the marks within them.
        """
        whole = compare(text, quotation.span, self._sources)
        if whole.verdict is not QuotationVerdict.EXACT and self._is_title(text, quotation.span):
            return []
        inner = [each.span for each in quotation.inner if _is_speech(text, each.span)]
        if not inner or whole.verdict in (QuotationVerdict.EXACT, QuotationVerdict.SHORTENED):
            return [whole]
        same = whole.alignment.same if whole.alignment else frozenset()
        around = [
            at for at, word in enumerate(whole.words) if not any(each.start <= word.start < each.end for each in inner)
        ]
        if sum(at in same for at in around) > len(around) / 2:
            return [whole]
        found = [compare(text, each, self._sources) for each in inner]
        return found if any(each.alignment for each in found) else [whole]

    def _is_title(self, text: str, span: Span) -> bool:
        """Whether it is no quotation but the title of an article."""
        return _forms(text[span.start : span.end]) in self._titles


def _is_speech(text: str, span: Span) -> bool:
    written = text[span.start : span.end].strip()
    return len(quoted_words(text, span)) >= _WORDS_OF_SPEECH or written.endswith(_SENTENCE_ENDS)


def _forms(text: str) -> tuple[str, ...]:
    return tuple(word.form for word in words_of(text))
