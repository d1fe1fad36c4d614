"""What time it is in the simulated Telegram."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """The time that all of a `Telegram` goes by."""

    def now(self) -> float:
        """Seconds since 1970 (Unix time)."""

    def on_advance(self, wake: Callable[[], None]) -> None:
        """Call `wake` whenever the time has jumped, so that whoever waits for a moment looks again."""


class SystemClock:
    """The machine's clock. It never jumps."""

    def now(self) -> float:
        return time.time()

    def on_advance(self, wake: Callable[[], None]) -> None:
        del wake


class ManualClock:
    """A clock that stands still until it is advanced: tests of whatever expires need not sleep."""

    def __init__(self, start: float = 1_767_225_600.0) -> None:
        self._now = start
        self._wakes: list[Callable[[], None]] = []

    def now(self) -> float:
        return self._now

    def on_advance(self, wake: Callable[[], None]) -> None:
        self._wakes.append(wake)

    def advance(self, seconds: float) -> None:
        """Let that much time pass at once.

        Raises:
            ValueError: `seconds` is negative; time does not run backwards.
        """
        if seconds < 0:
            raise ValueError(f"a clock is advanced by 0 or more seconds, not by {seconds}")
        self._now += seconds
        for wake in self._wakes:
            wake()
