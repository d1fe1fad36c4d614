"""An attribution, and finding those of an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from content import Article


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


def attributions(article: Article) -> tuple[Attribution, ...]:  # noqa: ARG001
    """The reported sentences of the article, in order. None is recognised yet: all of it is the article's voice."""
    return ()
