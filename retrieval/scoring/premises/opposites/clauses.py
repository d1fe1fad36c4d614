"""The clauses of a text between its commas, and what in them denies what."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.base.words import Word, normalise, words_of
from retrieval.scoring.premises.context import PremiseContext
from retrieval.scoring.premises.opposites.negations import negations_of

# A reason or a contrast is not what the verb before it denies.
_REASON_OR_CONTRAST = r"(?:because|although|though|whereas|weil|obwohl|sondern)\s"
_BORDER = re.compile(rf"[,;:–—()]\s|\s[-–—]\s|[.!?]\s|\s(?={_REASON_OR_CONTRAST})")


class PremiseClause(NamedTuple):
    """A stretch between two commas: its words, what is negated in it, and whether what stands before it denies it."""

    words: tuple[Word, ...]
    negations: tuple[Word, ...]
    denied: bool


def clauses_of(context: PremiseContext, text: str, span: Span) -> list[PremiseClause]:
    """The clauses of the span, each with a word at least: between two marks there may be none."""
    clauses: list[PremiseClause] = []
    borders = [found.end() for found in _BORDER.finditer(text, span.start, span.end)]
    denied = False
    for start, end in zip([span.start, *borders], [*borders, span.end], strict=True):
        words = words_of(text, Span(start, end))
        if not words:
            continue
        denied = denied and not re.match(_REASON_OR_CONTRAST, text[start:end])
        clauses.append(PremiseClause(words, negations_of(words, context.rules), denied))
        denied = bool(matches(context.rules.premises.denials, words))
    return clauses


@lru_cache(maxsize=256)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(normalise(pattern))


@lru_cache(maxsize=256)  # each clause is held against a hundred patterns
def _joined(words: tuple[Word, ...]) -> tuple[str, dict[int, Word]]:
    """The forms of the words with a blank between them, and where in that each of the words begins."""
    places: dict[int, Word] = {}
    at = 0
    for word in words:
        places[at] = word
        at += len(word.form) + 1
    return " ".join(word.form for word in words), places


def matches(pattern: str, words: tuple[Word, ...]) -> list[Word]:
    """The words that the pattern matches; what it looks ahead for may stand anywhere behind."""
    forms, places = _joined(words)
    matcher = _pattern(rf"\b(?:{pattern})(?![^ ])")
    return [places[match.start()] for match in matcher.finditer(forms) if match.start() in places]
