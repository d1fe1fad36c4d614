"""How fast one person may ask, and how often a chat is told the same."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum, auto

_WINDOW = 60.0  # seconds

# As many people are remembered; who asked longest ago is forgotten first, and may ask again.
_MOST_PEOPLE = 10_000


class Admission(Enum):
    """What becomes of a question."""

    ANSWER = auto()
    WARN = auto()  # too many; the first time they are told so
    IGNORE = auto()  # too many still


class Cooldown:
    """Admits one thing in `seconds` of each chat. Kept in memory only. `clock` gives seconds that never go back."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._times: OrderedDict[int, float] = OrderedDict()

    def admit(self, chat: int) -> bool:
        """Whether it is long enough ago that the chat was admitted; if so, it counts from now."""
        now = self._clock()
        if chat in self._times and now - self._times[chat] < self._seconds:
            return False
        self._times[chat] = now
        self._times.move_to_end(chat)
        while len(self._times) > _MOST_PEOPLE:
            self._times.popitem(last=False)
        return True


class RateLimit:
    """Admits at most `limit` questions a minute of each person (0: any number). Kept in memory only.

    Taps, edits and what happens in a group are counted by others of them. `clock` gives seconds that never go back.
    """

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self._clock = clock
        self._times: OrderedDict[int, deque[float]] = OrderedDict()
        self._warned: set[int] = set()

    def admit(self, person: int) -> Admission:
        """Counts a question of the person with this identifier, and tells what becomes of it."""
        if not self.limit:
            return Admission.ANSWER
        now = self._clock()
        asked = self._times.setdefault(person, deque())
        self._times.move_to_end(person)
        while asked and asked[0] <= now - _WINDOW:
            asked.popleft()
        if len(asked) < self.limit:
            asked.append(now)
            self._warned.discard(person)
            self._forget()
            return Admission.ANSWER
        if person in self._warned:
            return Admission.IGNORE
        self._warned.add(person)
        return Admission.WARN

    def _forget(self) -> None:
        while len(self._times) > _MOST_PEOPLE:
            person, _ = self._times.popitem(last=False)
            self._warned.discard(person)
