"""The words of a quotation and of an article in the form in which they have to be the same, to the letter.

Much stricter than `retrieval.base.words`, whose forms are for finding: a changed letter makes another quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from content.normalization import normalize
from retrieval.base.spans import Span

# A number keeps the marks within it ("2,5" is not "25"), and a sign in front of it; blanks between thousands do not
# count. A word keeps its apostrophes ("we're" is not "were"). A sign such as "%" is a word.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(
    rf"""
      (?: (?<![^\s(]) [-\u2212\u2013] (?=\d) )?
      (?: \d{{1,3}} (?: [ \u00a0\u2009\u202f]\d{{3}} )+ (?![\d]) | \d+ (?: [.,:]\d+ )* )
      (?: [^\W_] | [\u0300-\u036f{_INVISIBLE}] (?=\w) )*
    | [^\W\d_] (?: [^\W_] | [\u0300-\u036f] | [{_INVISIBLE}]+ (?=\w) | ['\u2019\u02bc] (?=[^\W\d_]) )*
    | [%\u2030$\u20ac\u00a3\u00a5\u00a7&+=\u00b0\u00d7<>@]
    """,
    re.VERBOSE,
)
# One character for several letters, as in what is copied from a PDF.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_UNSEEN = re.compile(rf"[{_INVISIBLE}]|(?<=\d)[ \u00a0\u2009\u202f](?=\d)")
_JOINT = re.compile(rf"[\s\-\u2010-\u2015{_INVISIBLE}]*")
_OMISSION = re.compile(r"[\[(]\s*(?:\.{2,}|…)\s*[\])]|\.{3,}|…|(?<=\s)\.\.(?=\s)")
_SENTENCE_END = re.compile(r"[.!?…:\n]")


class QuotedWord(NamedTuple):
    """A word and its place in its text, in code points, end exclusive.

    `opens`: it begins a sentence, or what follows an omission, so that its first letter's case does not count.
    `joined`: nothing but blanks and dashes lies between it and the word before it. `after_omission`: the mark of an
    omission stands before it.
    """

    form: str
    start: int
    end: int
    opens: bool
    joined: bool
    after_omission: bool

    @property
    def uncapitalised(self) -> str:
        """The word with a small first letter."""
        return self.form[:1].lower() + self.form[1:]


def quoted_words(text: str, within: Span) -> tuple[QuotedWord, ...]:
    """The words of that part of the text, in order."""
    return tuple(_words(text, within))


def _words(text: str, within: Span) -> Iterator[QuotedWord]:
    end = within.start
    for number, found in enumerate(_WORD.finditer(text, within.start, within.end)):
        between = text[end : found.start()]
        opens, joined, omission = _between(between) if number else (True, False, bool(_OMISSION.search(between)))
        yield QuotedWord(_form(found.group()), *found.span(), opens, joined, omission)
        end = found.end()


@lru_cache(maxsize=1000)
def _between(marks: str) -> tuple[bool, bool, bool]:
    """What the marks between two words say of the second: `opens`, `joined` and `after_omission`."""
    omission = _OMISSION.search(marks) is not None
    return omission or _SENTENCE_END.search(marks) is not None, _JOINT.fullmatch(marks) is not None, omission


def _form(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word
    word = normalize("NFC", _UNSEEN.sub("", word)).translate(_LIGATURES)
    return word.replace("\u2019", "'").replace("\u02bc", "'").replace("\u2212", "-").replace("\u2013", "-")
