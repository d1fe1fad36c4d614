"""Whether questions are answered that are offered again and again: those that come with the articles."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection
from typing import NamedTuple

from retrieval.answering.answer import Answer

# Seconds for which it is remembered what was found without a vector, or unread.
_PROVISIONAL = 30.0


class _Verdict(NamedTuple):
    found: bool
    until: float


class AnsweredQuestions:
    """Remembers it of these questions and no other.

    `has_vectors`: there is an encoder, so that what is answered by words alone, or unread, is provisional. `clock`
    gives seconds that never go back.
    """

    def __init__(
        self, questions: Collection[str], *, has_vectors: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._questions = questions
        self._has_vectors = has_vectors
        self._clock = clock
        self._verdicts: dict[str, _Verdict] = {}

    def is_answered(self, question: str, look_up: Callable[[str], Answer]) -> bool:
        """Whether the question is answered; if that is not remembered, by what `look_up` gives.

        What an encoder or a reader had no time for is looked up again after half a minute.
        """
        if question not in self._questions:
            return look_up(question).found
        known = self._verdicts.get(question)
        if known is None or known.until <= self._clock():
            known = self._verdicts[question] = self._verdict(look_up(question))
        return known.found

    def _verdict(self, answer: Answer) -> _Verdict:
        is_provisional = self._has_vectors and answer.is_provisional
        return _Verdict(answer.found, self._clock() + _PROVISIONAL if is_provisional else math.inf)
