"""How fast one person may ask."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum, auto

_WINDOW = 60.0  # seconds

# As many people are remembered; who asked longest ago is forgotten first, and may ask again.
_MOST_PEOPLE = 10_000


class Verdict(Enum):
    """What becomes of a question."""

    ANSWER = auto()
    TELL = auto()  # too many; the first time they are told so
    IGNORE = auto()  # too many still


class Pace:
    """Admits at most `limit` questions a minute of each person (0: any number). Kept in memory only.

    `clock` gives seconds that never go back.
    """

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock
        self._asked: OrderedDict[int, deque[float]] = OrderedDict()
        self._told: set[int] = set()

    def verdict(self, person: int) -> Verdict:
        """Counts a question of the person with this identifier, and tells what becomes of it."""
        if not self._limit:
            return Verdict.ANSWER
        now = self._clock()
        asked = self._asked.setdefault(person, deque())
        self._asked.move_to_end(person)
        while asked and asked[0] <= now - _WINDOW:
            asked.popleft()
        if len(asked) < self._limit:
            asked.append(now)
            self._told.discard(person)
            self._forget()
            return Verdict.ANSWER
        if person in self._told:
            return Verdict.IGNORE
        self._told.add(person)
        return Verdict.TELL

    def _forget(self) -> None:
        while len(self._asked) > _MOST_PEOPLE:
            person, _ = self._asked.popitem(last=False)
            self._told.discard(person)
