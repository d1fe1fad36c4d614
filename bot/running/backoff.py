"""Waiting before trying again, without missing that the process is to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

_T = TypeVar("_T")

_FIRST_WAIT = 1.0
_LONGEST_WAIT = 30.0


class Backoff:
    """Waits that double from one second to thirty."""

    def __init__(self) -> None:
        self._wait = _FIRST_WAIT

    def next(self) -> float:
        """How long to wait now, in seconds."""
        wait, self._wait = self._wait, min(2 * self._wait, _LONGEST_WAIT)
        return wait

    def reset(self) -> None:
        """It has gone well again."""
        self._wait = _FIRST_WAIT


async def run_unless_stopped(work: Awaitable[_T], stop: asyncio.Event) -> _T | None:
    """What the work results in; None when `stop` is set before, and the work is cancelled."""
    working, stopping = asyncio.ensure_future(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((working, stopping), return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


async def pause(seconds: float, stop: asyncio.Event) -> None:
    """Waits that long, or until `stop` is set."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
