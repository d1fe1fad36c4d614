"""Which quotations of a message are told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval import QuotationCheck, QuotationVerdict, Retriever
from retrieval.analysis.quotation_marks import marked_quotations
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.language import rules_of

# Without quotation marks, a sentence with more than this share of other words than the article's is no quotation.
_PARAPHRASED = 0.15

# So many quotations of a message are looked up: more than are told of, as some turn out to be none. A message of a
# thousand would take seconds.
_LOOKED_UP = 20

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def quotations_in(text: str, retriever: Retriever) -> Sequence[QuotationCheck]:
    """The first quotations of the message, and sentences of articles in it; none when it only claims something."""
    marked = [quotation.span for quotation in marked_quotations(text)]
    several = [span for span in marked if len(words_of(text, span)) > 1]
    end = several[_LOOKED_UP].start if len(several) > _LOOKED_UP else len(text)
    checks: list[QuotationCheck] = []
    for check in retriever.check(text[:end]):
        if any(span.covers(Span(check.start, check.end)) for span in marked):
            checks += [] if _is_name(text, check) else [check]
        elif check.verdict is QuotationVerdict.ALTERED:
            checks += [] if _is_paraphrase(text, check) else [_without_omissions(check)]
        elif check.verdict is not QuotationVerdict.ABSENT:
            checks.append(check)
    return checks


def says_something(text: str) -> bool:
    """Whether it has words beside addresses of pages."""
    return bool(words_of(_ADDRESS.sub("", text)))


def _is_name(text: str, check: QuotationCheck) -> bool:
    """Whether it is one word in quotation marks: a name, or a word that somebody keeps at a distance."""
    return len(words_of(text, Span(check.start, check.end))) == 1


def _is_paraphrase(text: str, check: QuotationCheck) -> bool:
    """Whether more than one thing is in other words, and much of it: then it is a claim."""
    changed = sum(len(words_of(text, change.written)) for change in check.changes)
    words = len(words_of(text, Span(check.start, check.end)))
    return len(check.changes) > 1 and changed > _PARAPHRASED * words


def _without_omissions(check: QuotationCheck) -> QuotationCheck:
    """The check of a sentence that somebody says after the article: to leave out something is no fault, but a "not"."""
    if check.quote is None:
        return check
    article = check.quote.article
    negations = rules_of(article.language).premises.negations
    kept = [each for each in check.omissions if any(word.form in negations for word in words_of(article.text, each))]
    return replace(check, omissions=tuple(kept))
