"""Long polling (core.telegram.org/bots/api#getupdates): one request that waits for updates."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.simulator.errors import Conflict

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram
    from bot.simulator.world.accounts import BotAccount


class LongPoll:
    """A getUpdates request under way. A bot has at most one: the next one ends it with a conflict.

    It waits until there are updates, or until `timeout` seconds have passed, by the clock or in real time, whichever
    comes first: the client at the other end of the connection lives in real time. Telegram lets a bot that polls in
    quick succession wait at least 3 s, and a conflict too; here neither.
    """

    def __init__(self, telegram: Telegram, account: BotAccount, *, limit: int, timeout: int) -> None:
        self._telegram = telegram
        self._account = account
        self._limit = limit
        self._until = telegram.clock.now() + timeout
        self._until_real = time.monotonic() + timeout
        self._conflict: Conflict | None = None

    def end(self, conflict: Conflict) -> None:
        """Have the request answered with this conflict."""
        self._conflict = conflict
        self._telegram.changed()

    async def wait(self, is_gone: Callable[[], Awaitable[bool]]) -> list[dict[str, Any]] | None:
        """The updates, oldest first; None when the client has gone meanwhile, which leaves them unfetched.

        Raises:
            Conflict: another request for updates, or a webhook, has taken over.
        """
        loop = asyncio.get_running_loop()
        woken = asyncio.Event()
        stop_listening = self._telegram.listen(lambda: loop.call_soon_threadsafe(woken.set))
        try:
            while not await is_gone():
                woken.clear()
                if (updates := self._look()) is not None:
                    return updates
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._until_real - time.monotonic()):
                        await woken.wait()
            return None
        finally:
            stop_listening()
            self._leave()

    def _look(self) -> list[dict[str, Any]] | None:
        with self._telegram.lock:
            if self._conflict:
                raise self._conflict
            self._account.updates.expire(self._telegram.clock.now())
            updates = self._account.updates.hand_out(self._limit)
            if updates or self._is_over():
                return [update.payload for update in updates]
            return None

    def _is_over(self) -> bool:
        is_late = self._telegram.clock.now() >= self._until or time.monotonic() >= self._until_real
        return is_late or not self._telegram.is_serving

    def _leave(self) -> None:
        with self._telegram.lock:
            if self._account.poll is self:
                self._account.poll = None
