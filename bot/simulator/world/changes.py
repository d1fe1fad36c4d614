"""The lock of a `Telegram`, and who is woken whenever something has happened."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable


class ChangeNotifier:
    """A lock, and all who wait for what happens under it."""

    def __init__(self) -> None:
        self.lock = threading.Condition(threading.RLock())
        self._listeners: dict[int, Callable[[], object]] = {}
        self._keys = itertools.count()

    def notify(self) -> None:
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
