"""Words of a text, each with its place and the form in which it is compared."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from retrieval.base.spans import Span

# Characters that are not seen: soft hyphens, zero-width marks, marks of direction. They part no word.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Combining marks belong to the letter before them, or "ü" written as u + ◌̈ would end a word.
_WITHIN = rf"[{_INVISIBLE}\u0300-\u036f]*"
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"""(?<![^\W_]) (?:
        [A-Za-z]\d{{1,3}} | [A-Z][ \u00a0\u202f-]\d{{1,3}}      # "A9", "A 9", "G-20": one name however it is written
      | [A-Z]\.(?:[A-Z]\.)*[A-Z]\b\.?                           # "U.S.A." is "USA"
    ) (?![^\W_])
      | {_LETTER}(?:{_WITHIN}{_LETTER}){{2,}}+ (?=\d)           # "ICE5" is "ICE 5"
      | [^\W_](?:{_WITHIN}[^\W_])*+ [\u0300-\u036f]*
    """,
    re.VERBOSE,
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_MARKS = re.compile(r"[ .\u00a0\u202f-]")


class Word(NamedTuple):
    """A word: its normalised form, and where it stands in the text (code points, end exclusive)."""

    form: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


def words_of(text: str, within: Span | None = None) -> tuple[Word, ...]:
    """The words of `text` (of its part `within`), in order."""
    start, end = within or Span(0, len(text))
    return tuple(Word(_form(word.group()), *word.span()) for word in _WORD.finditer(text, start, end))


def normalise(word: str) -> str:
    """The form in which words are compared: compatibility letters composed (NFKC), case folded, "ß" as "ss".

    What is not seen is left out.
    """
    if word.isascii():
        return word.lower()  # the same, and most words are
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).casefold()


def _form(word: str) -> str:
    """Without the marks within a name of single letters: "A 9", "U.S.A."."""
    return normalise(word if word.isalnum() else _MARKS.sub("", word))
