"""A part of a question that nothing in the articles asked supports."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from retrieval.base.spans import Span


class PartKind(StrEnum):
    """What is not supported: a thing named, a figure, who does it to whom, an opposite.

    Of a `NEGATION`, the article has the same words and denies them: what stands instead is the word that does so; or it
    is none, where that is another verb ("schloss aus, dass …").
    """

    NAME = "name"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    WEEKDAY = "weekday"
    ROLE = "role"
    NEGATION = "negation"
    OPPOSITE = "opposite"


class UnsupportedPart(NamedTuple):
    """`span` is its place in the message, in code points.

    `instead` is what the article has in its place, a span of the text of the article that was found first; None: not
    known. `absent`: the articles do not have it at all; otherwise they have it, but not of what is asked.
    """

    span: Span
    kind: PartKind
    instead: Span | None = None
    absent: bool = False
