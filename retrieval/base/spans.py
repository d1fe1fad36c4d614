"""A stretch of an article's text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Where a stretch of text starts and ends: code points from the start of the article's text, end exclusive."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies in this span, borders included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have something in common; those that only touch have not."""
        return self.start < other.end and other.start < self.end
