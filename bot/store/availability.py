"""Whether the database answers, and since when without a break."""

from __future__ import annotations

import logging
from collections.abc import Callable

_LOGGER = logging.getLogger(__name__)

# The bot asks its store every second. After more seconds than these without an answer there was a break: the database
# was away, or this process stood still.
_BREAK = 5.0

# So many seconds after the last failure it is tried whether the database takes what is written again. Sooner, a disk
# that is nearly full would be told of as good and bad by turns.
_CALM = 2.0


class Availability:
    """What is known of the database from how it has answered. The log tells once that it does not, and once that it
    does again. `clock` gives Unix seconds; where it is set back, as where it is set ahead, there is a break."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._fault: str | None = None
        self._failures = 0
        self._failed_first = self._failed_last = 0.0
        self._answered_last = clock()
        self._unbroken_since = 0.0

    @property
    def fault(self) -> str | None:
        """Why nothing can be written, one line; None: it can, as far as is known."""
        return self._fault

    @property
    def may_be_back(self) -> bool:
        """Whether it is time to try, as it has failed and that is long enough ago."""
        return self._fault is not None and abs(self._clock() - self._failed_last) >= _CALM

    def is_unbroken_for(self, seconds: float) -> bool:
        """Whether the database has answered this process for so long without a break; at the start it counts so."""
        now = self._clock()
        return abs(now - self._answered_last) <= _BREAK and now - self._unbroken_since >= seconds

    def note_answer(self) -> None:
        """It has answered."""
        now = self._clock()
        if abs(now - self._answered_last) > _BREAK:
            self._unbroken_since = now
        self._answered_last = now

    def note_failure(self, fault: str) -> None:
        """It has not answered, or refused."""
        # A full disk lets everything be read. Whoever shares the database may have sent what it cannot note.
        self._unbroken_since = self._failed_last = self._clock()
        self._failures += 1
        if self._fault is None:
            self._failed_first, self._failures = self._failed_last, 1
            _LOGGER.error("%s Until it does, no messages are taken.", fault)
        self._fault = fault

    def note_recovery(self) -> None:
        """It takes what is written again."""
        seconds = max(0.0, self._clock() - self._failed_first)
        _LOGGER.info("The store answers again, %.0f s and %d failures later.", seconds, self._failures)
        self._fault = None
