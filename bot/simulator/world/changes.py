"""Watching a `Telegram`: whoever waits for something to happen is woken whenever something has."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from bot.simulator.errors import WaitTimedOut

T = TypeVar("T")


class Changes:
    """A lock, and all who wait for what happens under it."""

    def __init__(self) -> None:
        self.lock = threading.Condition(threading.RLock())
        self._listeners: dict[int, Callable[[], object]] = {}
        self._keys = itertools.count()

    def wait_for(self, condition: Callable[[], T], timeout: float = 5.0) -> T:
        """Wait until the condition is true and return its value; it is looked at whenever something has changed.

        Args:
            condition: called with the lock held; should be quick.
            timeout: in seconds of real time, whatever the clock says.

        Raises:
            WaitTimedOut: it did not come true.
        """
        end = time.monotonic() + timeout
        with self.lock:
            while not (value := condition()):
                left = end - time.monotonic()
                if left <= 0:
                    raise WaitTimedOut(f"not true within {timeout:g} s; {self._last_seen()}")
                self.lock.wait(left)
            return value

    def changed(self) -> None:
        """Wake everybody who waits for something to happen."""
        with self.lock:
            self.lock.notify_all()
            for wake in tuple(self._listeners.values()):
                wake()

    def listen(self, wake: Callable[[], object]) -> Callable[[], None]:
        """Have `wake` called, with the lock held, after every change; call what is returned to end that."""
        with self.lock:
            key = next(self._keys)
            self._listeners[key] = wake

        def stop() -> None:
            with self.lock:
                self._listeners.pop(key, None)

        return stop

    def _last_seen(self) -> str:
        """What to say of the time until waiting ended in vain."""
        raise NotImplementedError
