"""Calls tried again until they succeed, and waits, none of which misses that the process is to stop.

Own code: `tenacity` knows nothing of being told to stop in the middle of a call, and takes 30 ms to import.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import RetryAfter, TelegramError

from bot.calls import error_kind
from bot.calls.backoff import Waits, backoff_waits
from bot.calls.caller import seconds_of

_T = TypeVar("_T")


async def retry(
    call: Callable[[], Awaitable[object]],
    stop: asyncio.Event,
    on_failure: Callable[[str, float], object],
    final: type[TelegramError] | tuple[type[TelegramError], ...] = (),
    waits: Waits = backoff_waits,
) -> bool:
    """Makes the call until it succeeds; False when `stop` was set before.

    `on_failure` is told the kind of each failure, and how many seconds are waited then: as many as Telegram asks for,
    if it does.

    Raises:
        telegram.error.TelegramError: one of the kind `final`, after which it is not tried again.
    """
    for wait in waits():
        if stop.is_set():
            return False
        try:
            await run_unless_stopped(call(), stop)
        except TelegramError as error:
            if isinstance(error, final):
                raise
            seconds = seconds_of(error) if isinstance(error, RetryAfter) else wait
            on_failure(error_kind(error), seconds)
            await pause(seconds, stop)
        else:
            break
    return not stop.is_set()


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
