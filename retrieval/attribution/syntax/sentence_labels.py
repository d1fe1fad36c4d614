"""What stands before a sentence and is no part of it: the time of a ticker's entry, the place of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.base.spans import Span

# "+++ 14.05 Uhr: …", "**7:30 Uhr** – …", "[9 Uhr] …", "10:15 a.m. — …"
_TIME = re.compile(
    r"[+*_\[(\s]{0,6}(?:\d{1,2}[.:]\d{2}(?:\s?(?:Uhr|h|[ap]\.?m\.?))?|\d{1,2}\s?(?:Uhr|[ap]\.?m\.?))"
    r"(?=[^\w.]|$)[*_\])\s]{0,5}(?:[:|–—-]|\+{2,3}|$|(?<=[\])*]\s))[*_\s]*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_ENTRY = re.compile(r"\+{3}\s*")  # "+++ Deich hält +++"
# "WASHINGTON — …", "PARIS (AP) -- …", "Berlin (dpa/mk) - …"
_PLACE = re.compile(
    r"(?:[A-ZÄÖÜ][A-ZÄÖÜ.’'-]{2,}(?: [A-ZÄÖÜ][A-ZÄÖÜ.’'-]+){0,3}(?:, [A-Z][\w.]{1,12})?(?: \([^()\n]{2,20}\))?"
    r"|[A-ZÄÖÜ][\w.-]+(?:[ /][A-ZÄÖÜ][\w.-]+){0,3} \([a-zA-Z/]{2,16}\))\s?(?:--|[–—-])\s"
)


@dataclass(frozen=True, slots=True)
class SentenceLabel:
    """The offset behind it, and whether it begins an entry of a ticker, which has nothing to do with the one before."""

    end: int
    is_entry: bool = False


def label_of(text: str, sentence: Span, *, first: bool) -> SentenceLabel:
    """The label of the sentence, empty when it has none; `first` is whether the sentence opens its paragraph."""
    if entry := _ENTRY.match(text, sentence.start, sentence.end):
        time = _TIME.match(text, entry.end(), sentence.end)
        return SentenceLabel(time.end() if time else entry.end(), is_entry=True)
    if first and (time := _TIME.match(text, sentence.start, sentence.end)):
        return SentenceLabel(time.end(), is_entry=True)
    place = _PLACE.match(text, sentence.start, sentence.end) if first else None
    return SentenceLabel(place.end() if place else sentence.start)


def entries_of(text: str, sentence: Span) -> Iterator[Span]:
    """The entries of a ticker in one line, each a sentence of its own: "+++ Deich hält +++ Brücke zu +++" """
    start = at = sentence.start
    begun, last = False, _last_letter(text, sentence)
    for mark in _ENTRY.finditer(text, sentence.start, sentence.end):
        label = label_of(text, Span(start, mark.start()), first=True)
        begun = begun or _has_word(text, max(at, label.end), mark.start())
        at = mark.end()
        if begun and at <= last:
            yield Span(start, start + len(text[start : mark.start()].rstrip()))
            start, begun = mark.start(), False
    yield Span(start, sentence.end)


def _last_letter(text: str, within: Span) -> int:
    """Its offset; -1 when there is none."""
    return next((at for at in range(within.end - 1, within.start - 1, -1) if text[at].isalpha()), -1)


def _has_word(text: str, start: int, end: int) -> bool:
    return _LETTER.search(text, start, end) is not None
