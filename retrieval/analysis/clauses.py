"""Clauses: where a sentence that is longer than a quote may be can be cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from retrieval.base.spans import Span

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


def opening_clauses(text: str, sentence: Span, limit: int) -> Span | None:
    """The sentence, or its first clauses, in at most `limit` code points; None when the first one is longer."""
    if sentence.end - sentence.start <= limit:
        return sentence
    ends = [clause.end for clause in _clauses(text, sentence) if clause.end - sentence.start <= limit]
    return (
        Span(sentence.start, sentence.start + len(text[sentence.start : ends[-1]].rstrip(_PUNCTUATION)))
        if ends
        else None
    )


def clause_borders(text: str, sentence: Span) -> tuple[frozenset[int], frozenset[int]]:
    """Where runs of its clauses start, and where they end: what `cut` and `opening_clauses` choose from."""
    clauses = tuple(_clauses(text, sentence))
    ends = (clause.start + len(text[clause.start : clause.end].rstrip(_PUNCTUATION)) for clause in clauses)
    return frozenset(clause.start for clause in clauses), frozenset({*ends, sentence.end})


def is_run_of_clauses(text: str, sentence: Span, piece: Span) -> bool:
    """Whether the piece of the sentence is all of it, or a run of its clauses."""
    starts, ends = clause_borders(text, sentence)
    return piece == sentence or (piece.start in starts and piece.end in ends)


def _runs(text: str, sentence: Span, limit: int) -> Iterator[Span]:
    """From every clause on as many clauses as fit."""
    clauses = tuple(_clauses(text, sentence))
    ends = [clause.end for clause in clauses]
    for at, first in enumerate(clauses):
        fitting = bisect_right(ends, first.start + limit, lo=at)
        if fitting == at:
            run = _words(text, first, limit)
        elif fitting == len(ends):
            run = Span(first.start, sentence.end)
        else:  # the comma before the next clause belongs to it
            end = ends[fitting - 1]
            run = Span(first.start, first.start + len(text[first.start : end].rstrip(_PUNCTUATION)))
        if run.start < run.end:  # of punctuation alone nothing is left
            yield run


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    borders = [found.end() for found in _BORDER.finditer(text, sentence.start, sentence.end)]
    for start, end in pairwise([sentence.start, *borders, sentence.end]):
        yield Span(start, start + len(text[start:end].rstrip()))


def _words(text: str, clause: Span, limit: int) -> Span:
    """As many words of the clause as fit."""
    room = text[clause.start : clause.start + limit + 1]
    words = room.rsplit(None, 1)[0] if len(room.split(None, 1)) > 1 else room[:limit]
    return Span(clause.start, clause.start + len(words.rstrip()))
