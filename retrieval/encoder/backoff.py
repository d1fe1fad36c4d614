"""How long to leave alone what has failed."""

from __future__ import annotations

import time


class Backoff:
    """A pause after each failure, twice as long as the one before, until there is a success. Times are in seconds.

    Not thread-safe by itself: a reading that is off by one failure does no harm.
    """

    def __init__(self, first: float = 0.5, longest: float = 60.0) -> None:
        self._first = first
        self._longest = longest
        self._pause = 0.0
        self._until = 0.0

    @property
    def failing(self) -> bool:
        """Whether the last thing tried failed."""
        return self._pause > 0

    @property
    def remaining(self) -> float:
        """How long the pause still lasts; 0: it may be tried."""
        return max(0.0, self._until - time.monotonic()) if self._pause else 0.0

    def record_failure(self) -> None:
        """Begins a pause. A failure within one is of an attempt from before it, and changes nothing."""
        if self.remaining:
            return
        self._pause = min(self._longest, self._pause * 2 or self._first)
        self._until = time.monotonic() + self._pause

    def record_success(self) -> None:
        self._pause = 0.0
