"""Words of a text, each with its place and the form in which it is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from content.normalization import normalize
from retrieval.base.spans import Span

# Characters that are not seen: soft hyphens, zero-width marks, marks of direction. They part no word.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Combining marks belong to the letter before them, or "ü" written as u + ◌̈ would end a word.
_WITHIN = rf"[{_INVISIBLE}\u0300-\u036f]*"
_LETTER = r"[^\W\d_]"
_BLANK = "[ \u00a0\u202f]"
# "p.m.", "PM"; not the German "um 12 am Markt".
HALF_DAY = rf"(?-i:(?P<half>{_BLANK}?(?:[Pp]\.?[Mm]|[Aa]\.[Mm]|AM)|am)\b)"
_WORD = re.compile(
    rf"""(?<![^\W_]) {_LETTER}{{3,}}+ (?=[ ,.;:!?\n“”])        # nearly all, and so tried first
      | (?<![^\W_]) (?:
        [A-Za-z]\d{{1,3}} | [A-Z](?:{_BLANK}|-)\d{{1,3}}        # "A9", "A 9", "G-20": one name however it is written
      | [A-Z]\.(?:[A-Z]\.)*[A-Z]\b\.?                           # "U.S.A." is "USA"
      | (?:[Cc]o|[Rr]e|[Pp]re)-{_LETTER}{{3,}}                  # "co-operative" is "cooperative"
    ) (?![^\W_])
      | {_LETTER}(?:{_WITHIN}{_LETTER}){{2,}}+ (?=\d)           # "ICE5" is "ICE 5"
      | (?P<money>[£$€]\d+(?:[.,]\d+)*+(?:bn|mn|tn|m|k)\b)      # "£20m" is "£20 million"
      | [£$€](?={_BLANK}?\d) | (?:(?<=\d)|(?<=\d{_BLANK}))[£$€%]
      | (?<![\d.:,])(?P<hour>\d{{1,2}})(?=(?:[.:]\d\d)?{HALF_DAY})  # "6:30 p.m." is "18:30"
      | \d+(?=(?:bn|mn|tn|[ap]\.?m)\b)
      | (?:(?<=\d)|(?<=\d{_BLANK}))(?:[Aa]\.[Mm]|[Pp]\.?[Mm])\b\.?
      | [^\W_]++(?:[{_INVISIBLE}\u0300-\u036f]++[^\W_]++)*+ [\u0300-\u036f]*
    """,
    re.VERBOSE,
)
_OF_MONEY = re.compile(r"[£$€]|\d+|[a-z]+")
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_MARKS = re.compile(r"[ .\u00a0\u202f-]")

# So many words as they are written are kept with their forms: those of a long article.
_REMEMBERED = 1 << 15

# No longer word is remembered: strangers type anything.
_LONGEST = 64


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
    words = list[Word]()
    for found in _WORD.finditer(text, start, end):
        if found.lastindex is None:  # as nearly all do
            words.append(Word(_form(found.group()), *found.span()))
        else:
            words += _read(found)
    return tuple(words)


def _read(found: re.Match[str]) -> Iterator[Word]:
    """The words of a sum of money or a time of day."""
    if found["money"]:
        for part in _OF_MONEY.finditer(found.string, *found.span()):
            yield Word(_SCALES.get(part.group(), part.group()), *part.span())
    elif found["hour"]:
        yield Word(str(hour_of(found["hour"], found["half"])), *found.span())
    else:
        yield Word(_form(found.group()), *found.span())


def hour_of(written: str, half: str) -> int:
    """The hour of a time of day, 0 to 23, which is written with its half of the day (`HALF_DAY`): "6", "p.m."."""
    hour = int(written)
    return hour % 12 + 12 * ("p" in half.lower()) if hour <= 12 else hour


def normalise(word: str) -> str:
    """The form in which words are compared: compatibility letters composed (NFKC), case folded, "ß" as "ss".

    What is not seen is left out.
    """
    if word.isascii():
        return word.lower()  # the same, and most words are
    return normalize("NFKC", _UNSEEN.sub("", word)).casefold()


def _form(word: str) -> str:
    """Without the marks within a word: "A 9", "U.S.A.", "co-operative"."""
    return _remembered_form(word) if len(word) <= _LONGEST else _form_without_marks(word)


def _form_without_marks(word: str) -> str:
    return normalise(word if word.isalnum() else _MARKS.sub("", word))


_remembered_form = lru_cache(_REMEMBERED)(_form_without_marks)
