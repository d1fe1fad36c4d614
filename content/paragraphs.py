"""Paragraphs of a text: where they start and end, and which heading stands above them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# An ATX heading of Markdown (CommonMark 4.2). It is the only markup that is read as such: everything else an
# editor writes will be quoted as it stands, so nothing else may be interpreted away.
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<words>\S.*)")

# The first "#" of a heading is among so many characters.
_BEFORE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines without a blank line, outside headings.

    `number` counts the article's paragraphs from 1. `start` and `end` are offsets into the article's text in code
    points, end exclusive, without white space at either end. `heading` is the nearest one above, without its "#".
    """

    number: int
    start: int
    end: int
    heading: str | None


def is_heading(line: str) -> bool:
    """Whether the line, without its end, is a heading."""
    return heading_of(line) is not None


def heading_of(line: str) -> str | None:
    """The words of the line, without its end, if it is a heading: without the "#" before them and behind."""
    found = _HEADING.fullmatch(line)
    if found is None:
        return None
    words = found["words"].rstrip(" \t")  # not by the expression: that would take quadratic time
    unclosed = words.rstrip("#")
    return unclosed.rstrip(" \t") if unclosed.endswith((" ", "\t")) else words


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` in order; empty when it has nothing but white space and headings."""
    found: list[Paragraph] = []
    heading: str | None = None
    start: int | None = None

    def close(end: int) -> None:
        nonlocal start
        if start is not None:
            block = text[start:end]
            first = start + len(block) - len(block.lstrip())
            found.append(Paragraph(len(found) + 1, first, start + len(block.rstrip()), heading))
            start = None

    at = 0
    for line in text.split("\n"):
        if "#" in line[:_BEFORE_WORDS] and (words := heading_of(line.rstrip("\r"))):
            close(at)
            heading = words
        elif not line or line.isspace():
            close(at)
        elif start is None:
            start = at
        at += len(line) + 1
    close(len(text))
    return tuple(found)
