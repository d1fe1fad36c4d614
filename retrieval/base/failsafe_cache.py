"""The last results of what may fail."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from logging import Logger
from threading import Lock
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class FailsafeCache(Generic[_Key, _Value]):
    """Remembers the last `size` values, and counts the `failures`; what failed is tried again when it is next wanted.

    The log tells once that it fails, however many ask, and once that it works again: with `fails`, behind which the
    reason stands, and `works`. Thread-safe, but two who want the same value at once may both make it.

    Suspended, it makes nothing: what is not remembered is counted as a failure, of which the log tells nothing.
    """

    def __init__(self, size: int, logger: Logger, fails: str, works: str) -> None:
        self._size = size
        self._logger, self._fails, self._works = logger, fails, works
        self._values: OrderedDict[_Key, _Value] = OrderedDict()
        self._is_failing = False
        self._suspended_until = 0.0
        self._lock = Lock()
        self.failures = 0

    def get(self, key: _Key, make: Callable[[], _Value]) -> _Value | None:
        """The value of the key, made if it is not remembered; None where that fails."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        if time.monotonic() < self._suspended_until:
            with self._lock:
                self.failures += 1
            return None
        try:
            value = make()
        except Exception as error:  # encoders and readers of somebody else's may raise anything
            self._failed(error)
            return None
        self._made(key, value)
        return value

    def suspend(self, seconds: float) -> None:
        """Makes nothing for so long."""
        self._suspended_until = time.monotonic() + seconds

    def _failed(self, error: Exception) -> None:
        with self._lock:
            self.failures += 1
            tell, self._is_failing = not self._is_failing, True
        if tell:
            self._logger.warning("%s: %s", self._fails, str(error) or type(error).__name__)

    def _made(self, key: _Key, value: _Value) -> None:
        with self._lock:
            tell, self._is_failing = self._is_failing, False
            self._values[key] = value
            if len(self._values) > self._size:
                self._values.popitem(last=False)
        if tell:
            self._logger.info(self._works)
