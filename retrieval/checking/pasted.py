"""Sentences of articles that a message holds without quotation marks: pasted, or handed on with a word to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.analysis.sentences import split_sentences
from retrieval.base.spans import Span
from retrieval.checking.comparison import QuotationComparison, compare
from retrieval.checking.quotation_check import QuotationVerdict
from retrieval.checking.quotation_sources import SourceFinder
from retrieval.checking.quotation_words import quoted_words
from retrieval.query.check_request import asking_tail

# Of fewer words, a sentence without marks is a remark of the message; and unless so large a share of them is an
# article's, it is a claim in words of its own.
_WORDS_OF_A_SENTENCE = 5
_SHARED = 0.65

# A message that no article has a sentence of is no quotation when it is longer than that.
_MOST_WORDS = 60

# Together, sentences of an article are compared up to this many code points: cost grows with the square.
_LONGEST = 4000

# Who said it, before a pasted sentence.
_PREFIX = re.compile(r"[^:\n]{1,80}:\s+(?=\S)")


def pasted_quotations(text: str, sources: SourceFinder) -> list[QuotationComparison]:
    """The sentences of articles in a message without quotation marks, in order; those in a row are one quotation.

    What no article has is a quotation only when there is nothing else in the message: nothing says that it is one.

    Raises:
        CandidatesUnavailable: what finds passages cannot be reached.
    """
    found = [each for unit in _units(text, sources) if (each := _pasted_quotation(text, unit, sources))]
    runs: list[list[QuotationComparison]] = []
    for each in found:
        if runs and _goes_on(runs[-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [each for run in runs for each in _join(text, run, sources)] or _absent_quotation(text)


def _absent_quotation(text: str) -> list[QuotationComparison]:
    """The message as a quotation that no article has, when it is nothing but a sentence or two and asks nothing."""
    words = quoted_words(text, Span(0, len(text)))
    if not _WORDS_OF_A_SENTENCE <= len(words) <= _MOST_WORDS or "?" in text:
        return []
    return [QuotationComparison(Span(0, len(text)), words, QuotationVerdict.ABSENT)]


def _units(text: str, sources: SourceFinder) -> Iterator[Span]:
    """The sentences, and the lines of those that reach over several and are found in no article as a whole."""
    for sentence in split_sentences(text, Span(0, len(text)), sources.rules_of(text)):
        lines = [
            Span(sentence.start + line.start(), sentence.start + line.end())
            for line in re.finditer(r"[^\n]+", text[sentence.start : sentence.end])
        ]
        if len(lines) > 1 and _pasted_quotation(text, sentence, sources) is None:
            yield from lines
        else:
            yield sentence


def _pasted_quotation(text: str, unit: Span, sources: SourceFinder) -> QuotationComparison | None:
    """That sentence, as the article has it, or what stands behind its colon; None when it is no quotation."""
    asking = asking_tail(text, unit)
    if asking is not None:
        unit = Span(unit.start, len(text[:asking].rstrip(" ,;–—-")))
    whole = _recognise(compare(text, unit, sources))
    prefix = _PREFIX.match(text, unit.start, unit.end)
    if prefix is None or (whole and whole.verdict is QuotationVerdict.EXACT):
        return whole
    rest = _recognise(compare(text, Span(prefix.end(), unit.end), sources))
    # What is changed before a colon that the article has, too, is not to be passed over.
    unchanged = whole is not None and whole.verdict is not QuotationVerdict.ALTERED
    return rest if rest and (unchanged or not _has_prefix(rest)) else whole


def _recognise(found: QuotationComparison) -> QuotationComparison | None:
    if found.alignment is None or len(found.words) < _WORDS_OF_A_SENTENCE:
        return None
    return found if len(found.alignment.same) >= _SHARED * len(found.words) else None


def _has_prefix(found: QuotationComparison) -> bool:
    """Whether the article, too, has a colon before it: then what stands before that belongs to the sentence."""
    if found.source is None or found.alignment is None:
        return False
    start = found.source.words[found.alignment.original.start].start
    return found.source.article.text[:start].rstrip(" \t\n„“\"»«‚‘'").endswith(":")


def _goes_on(run: Sequence[QuotationComparison], other: QuotationComparison) -> bool:
    """Whether it stands behind the last of the run in the same article, near enough to be compared with all of it."""
    last = run[-1].source
    if last is None or other.source is None or last.article is not other.source.article:
        return False
    return _place(run[-1]) < _place(other) and other.span.end - run[0].span.start <= _LONGEST


def _place(found: QuotationComparison) -> int:
    return found.source.words[found.alignment.original.start].start if found.source and found.alignment else 0


def _join(text: str, run: Sequence[QuotationComparison], sources: SourceFinder) -> Sequence[QuotationComparison]:
    """The run as one quotation, with what stands between its sentences, if the article has most of it so."""
    if len(run) == 1:
        return run
    whole = _recognise(compare(text, Span(run[0].span.start, run[-1].span.end), sources))
    return [whole] if whole else run
