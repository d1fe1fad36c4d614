"""An attribution, and finding those of an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure an attribution is."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


class Resolution(StrEnum):
    """How it was found out who speaks."""

    NAMED = "named"  # the sentence names them
    PRONOUN = "pronoun"
    CONTESTED = "contested"  # a pronoun that could as well be somebody else
    ROLE = "role"  # "die Ministerin", "the statement": somebody named elsewhere, or who can be
    CARRIED = "carried"  # whoever spoke in the sentence before
    SUBJECT = "subject"  # whom the sentence before is about
    ANSWER = "answer"  # a guest of an interview


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
    resolution: Resolution = Resolution.NAMED
