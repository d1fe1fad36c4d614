"""Whether questions are answered that are offered again and again: those that come with the articles."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import NamedTuple

from retrieval.answering.answer import Answer

# Seconds for which it is remembered what was found without a vector, or unread.
_PROVISIONAL = 30.0


class _Verdict(NamedTuple):
    found: bool
    until: float


class AnsweredQuestions:
    """Remembers it of every question, so these should be few. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._verdicts: dict[str, _Verdict] = {}

    def is_answered(self, question: str, look_up: Callable[[str], Answer]) -> bool:
        """Whether the question is answered; if that is not remembered, by what `look_up` gives.

        What an encoder or a reader had no time for is looked up again after half a minute.
        """
        known = self._verdicts.get(question)
        if known is None or known.until <= self._clock():
            answer = look_up(question)
            until = self._clock() + _PROVISIONAL if answer.is_provisional else math.inf
            known = self._verdicts[question] = _Verdict(answer.found, until)
        return known.found
