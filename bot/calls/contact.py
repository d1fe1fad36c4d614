"""When Telegram was last reached."""

from __future__ import annotations

import time
from collections.abc import Callable


class LastContact:
    """Remembers the last time that Telegram gave an answer to this bot, or posted an update to it.

    `clock` gives seconds that never go back. The process's start counts as contact: it has had no time yet.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at = clock()

    def note(self) -> None:
        """Telegram has been reached just now."""
        self._at = self._clock()

    @property
    def seconds_ago(self) -> float:
        """How long ago that was."""
        return self._clock() - self._at
