"""The outcomes of a question."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """`ANSWER`: the articles answer. `NEAREST`: what comes nearest may be meant. `NONE`: they do not answer."""

    ANSWER = "answer"
    NEAREST = "nearest"
    NONE = "none"
