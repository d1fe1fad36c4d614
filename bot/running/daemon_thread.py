"""Work that takes long and cannot be stopped, beside the event loop."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

_T = TypeVar("_T")


async def in_daemon_thread(work: Callable[[], _T]) -> _T:
    """What the work returns, which is done in a thread that nobody waits for when the process is to end."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_T] = loop.create_future()

    def set_done(result: _T | None, error: BaseException | None) -> None:
        if done.done():  # cancelled
            return
        if error:
            done.set_exception(error)
        else:
            done.set_result(cast(_T, result))

    def run() -> None:
        result, failed = None, None
        try:
            result = work()
        except BaseException as error:
            failed = error
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(set_done, result, failed)

    threading.Thread(target=run, name="reading", daemon=True).start()
    return await done
