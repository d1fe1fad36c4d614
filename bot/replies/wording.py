"""Words and names within the bot's own sentences."""

from __future__ import annotations

from collections.abc import Iterable

from bot.messages.formatting import shorten
from bot.messages.texts import Texts

_LONGEST = 40


def in_marks(words: str, texts: Texts, longest: int = _LONGEST) -> str:
    """The words in one line and in the language's quotation marks, at most so many code points of them."""
    marks = texts("quotation-marks")
    return f"{marks[0]}{shorten(' '.join(words.split()), longest)}{marks[-1]}"


def enumeration(items: Iterable[str], texts: Texts) -> str:
    """ "A, B und C"; empty when there are none."""
    *first, last = tuple(items) or ("",)
    return texts("enumeration", first=", ".join(first), last=last) if first else last
