"""Waiting for what other threads, tasks and processes do."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

# What a machine under load may need for what takes it no time otherwise, in seconds.
PATIENCE = 30.0


def wait_until(condition: Callable[[], object]) -> None:
    """Returns when the condition holds; fails when it does not within half a minute."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never came to be"
        time.sleep(0.02)


async def until(holds: Callable[[], bool]) -> None:
    """The same on an event loop, which goes on meanwhile."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.01)
