"""How long to wait before a call is tried again."""

from __future__ import annotations

from collections.abc import Iterator

_FIRST_WAIT = 1.0
_LONGEST_WAIT = 30.0


def backoff_waits() -> Iterator[float]:
    """Seconds to wait before each further attempt: they double from one to thirty, without end."""
    wait = _FIRST_WAIT
    while True:
        yield wait
        wait = min(2 * wait, _LONGEST_WAIT)
