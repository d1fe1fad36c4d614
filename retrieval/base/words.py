"""Words of a text, each with its place and the form in which it is compared."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from retrieval.base.spans import Span

# Letters and digits; combining marks belong to the letter before them, or "ü" written as u + ◌̈ would end a word.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Word(NamedTuple):
    """A word: its normalised form, and where it stands in the text (code points, end exclusive)."""

    form: str
    start: int
    end: int


def words_of(text: str, within: Span | None = None) -> tuple[Word, ...]:
    """The words of `text` (of its part `within`), in order."""
    start, end = within or Span(0, len(text))
    return tuple(Word(normalise(word.group()), *word.span()) for word in _WORD.finditer(text, start, end))


def normalise(word: str) -> str:
    """The form in which words are compared: compatibility letters composed (NFKC), case folded, "ß" as "ss"."""
    if word.isascii():
        return word.lower()  # the same, and most words are
    return unicodedata.normalize("NFKC", word).casefold()
