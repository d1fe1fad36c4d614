"""Clauses: where a sentence that is longer than a quote may be can be cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from retrieval.spans import Span

# A comma, semicolon, colon or dash with white space behind it; not a decimal comma, not the hyphen of a compound.
_BORDER = re.compile(r"(?:[,;:]|\s[–—-])\s+")

_PUNCTUATION = ",;:–—- \t\n"


def cut(text: str, sentence: Span, limit: int, worth: Callable[[Span], float]) -> Span:
    """The sentence, or, if it is longer than `limit` code points, the run of its clauses that is worth most.

    Of runs worth the same, the first is taken. A clause longer than the limit is cut at white space, and a word
    longer than the limit within.
    """
    if sentence.end - sentence.start <= limit:
        return sentence
    return max(_runs(text, sentence, limit), key=worth)  # max keeps the first of equals


def _runs(text: str, sentence: Span, limit: int) -> Iterator[Span]:
    """From every clause on as many clauses as fit."""
    clauses = tuple(_clauses(text, sentence))
    for at, first in enumerate(clauses):
        fitting = [clause.end for clause in clauses[at:] if clause.end - first.start <= limit]
        if not fitting:
            yield _words(text, first, limit)
        elif fitting[-1] == sentence.end:
            yield Span(first.start, sentence.end)
        else:  # the comma before the next clause belongs to it
            yield Span(first.start, first.start + len(text[first.start : fitting[-1]].rstrip(_PUNCTUATION)))


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    borders = [found.end() for found in _BORDER.finditer(text, sentence.start, sentence.end)]
    for start, end in pairwise([sentence.start, *borders, sentence.end]):
        yield Span(start, start + len(text[start:end].rstrip()))


def _words(text: str, clause: Span, limit: int) -> Span:
    """As many words of the clause as fit."""
    room = text[clause.start : clause.start + limit + 1]
    words = room.rsplit(None, 1)[0] if len(room.split(None, 1)) > 1 else room[:limit]
    return Span(clause.start, clause.start + len(words.rstrip()))
