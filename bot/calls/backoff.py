"""How long to wait before a call is tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

# Seconds to wait before each further attempt at one call.
Waits = Callable[[], Iterator[float]]


def backoff_waits(first: float = 1.0, longest: float = 30.0) -> Iterator[float]:
    """Seconds to wait before each further attempt: they double from the first to the longest, without end."""
    wait = first
    while True:
        yield wait
        wait = min(2 * wait, longest)
