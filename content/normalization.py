"""Unicode's normal forms, in time that grows as the text does."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

# Combining marks are put in order by an insertion sort: a hundred thousand behind one letter take eleven seconds, ten
# times as many twenty minutes. Unicode itself expects no more than 30 ("Stream-Safe Text Format", UAX #15, section 13).
_MOST_MARKS = 30

# What may be marks, at least so many in a row: no letters, but for the two of Japanese that become marks.
_RUN = re.compile(rf"(?:[^\w\x00-\u02ff]|[\uff9e\uff9f]){{{_MOST_MARKS},}}+")


def normalize(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """The normal form of the text, without the marks behind one letter that are more than 30."""
    return unicodedata.normalize(form, text if text.isascii() else _RUN.sub(_bounded, text))


def _bounded(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in run.group():
        marks = marks + 1 if _is_mark(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _is_mark(char: str) -> bool:
    """Whether it is put in order among marks, as it stands or taken apart."""
    return unicodedata.combining(unicodedata.normalize("NFKD", char)[0]) > 0
