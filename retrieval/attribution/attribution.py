"""An attribution, and finding those of an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure an attribution is."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sentence in which the article reports somebody.

    `start` and `end` are the sentence's, in code points of the article's text, end exclusive. `speaker` is the
    name of who says it, None when the article does not tell; `mention` how this sentence names them ("Ihm", "Dem
    Bericht"); `cue` the words that show that something is reported ("zufolge").
    """

    start: int
    end: int
    speaker: str | None
    mention: str | None
    cue: str | None
    confidence: Confidence
    rule: str = ""
