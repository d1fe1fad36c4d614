"""When Telegram was last reached."""

from __future__ import annotations

import time
from collections.abc import Callable


class LastContact:
    """Remembers the last time that Telegram gave an answer to this bot, or posted an update to it.

    `clock` gives seconds that never go back. Before the first contact it is counted from the start of the process.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at = clock()
        self.was_made = False

    def restart(self) -> None:
        """Counts from now on, if there was no contact yet: what the process has done so far needed none."""
        if not self.was_made:
            self._at = self._clock()

    def note(self) -> None:
        """Telegram has been reached just now."""
        self._at = self._clock()
        self.was_made = True

    @property
    def seconds_ago(self) -> float:
        """How long ago that was, or the process's start if it was not yet."""
        return self._clock() - self._at
