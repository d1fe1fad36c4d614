"""What stands before a sentence and is no part of it: the time of a ticker's entry, the place of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.base.spans import Span

# "+++ 14.05 Uhr: …", "**7:30 Uhr** – …", "[9 Uhr] …", "10:15 a.m. — …"
_TIME = re.compile(
    r"[+*_\[(\s]{0,6}(?:\d{1,2}[.:]\d{2}(?:\s?(?:Uhr|h|[ap]\.?m\.?))?|\d{1,2}\s?(?:Uhr|[ap]\.?m\.?))"
    r"(?=[^\w.]|$)[*_\])\s]{0,5}(?:[:|–—-]|\+{2,3}|$|(?<=[\])*]\s))[*_\s]*",
    re.IGNORECASE,
)
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
