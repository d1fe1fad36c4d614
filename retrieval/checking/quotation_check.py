"""What is found out about a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.quotes.quote import Quote


class QuotationVerdict(StrEnum):
    """How a quotation compares with the articles.

    Marks, dashes, blanks, soft hyphens, the case of a sentence's first letter and the last mark do not count.
    """

    EXACT = "exact"
    SHORTENED = "shortened"  # words are left out, and nothing is changed
    ALTERED = "altered"  # most of its words stand in an article in this order, but not all
    ABSENT = "absent"


class SpeakerVerdict(StrEnum):
    """Whether whom the message names is who says it in the article."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSAID = "unsaid"  # the message names nobody


class QuotationChange(NamedTuple):
    """What the message has, and what the article has in its place; either may be empty, not both."""

    written: Span
    original: Span


@dataclass(frozen=True, eq=False, slots=True)
class QuotationCheck:
    """A quotation of a message, compared with the articles.

    `start` and `end` are its place in the message, without its marks, in code points, end exclusive. `quote` is the
    sentences of the article that it is taken from, with the words that were changed or left out as highlights; None
    for an absent one, of which `speaker` is None, too. `original` is, in the article's text, from the first of the
    quoted words to the last. `changes` are in order, as are `omissions`, the words of the article that it leaves out
    without changing any beside them. `named` are the words by which the message says who said it.
    """

    start: int
    end: int
    verdict: QuotationVerdict
    quote: Quote | None = None
    original: Span | None = None
    changes: tuple[QuotationChange, ...] = ()
    omissions: tuple[Span, ...] = ()
    speaker: SpeakerVerdict | None = None
    named: str | None = None
