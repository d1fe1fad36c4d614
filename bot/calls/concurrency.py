"""How many calls are under way at once, and which of those that wait goes next."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

from bot.calls.flood import SendLimit, SlidingWindow


class _Waiter(NamedTuple):
    rank: int  # lower ones go first, whenever they came
    number: int
    turn: asyncio.Future[None]


class ConcurrencyLimit:
    """Lets at most `width` calls through at once, and not more than `limit` says.

    Those of private chats go before those of groups, and new messages before repaints of old ones.

    `clock` gives seconds that never go back.
    """

    def __init__(self, width: int, limit: SendLimit | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._width = width
        self._window = SlidingWindow(limit) if limit else None
        self._clock = clock
        self._under_way = 0
        self._waiting: list[_Waiter] = []
        self._numbers = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def slot(self, *, private: bool, repaint: bool = False) -> AsyncIterator[None]:
        """Waits for a turn; while the context lasts the call is under way."""
        rank = 2 if repaint else 0 if private else 1
        waiter = _Waiter(rank, next(self._numbers), asyncio.get_running_loop().create_future())
        heapq.heappush(self._waiting, waiter)
        self._admit()
        try:
            await waiter.turn
        except asyncio.CancelledError:
            self._give_up(waiter)
            raise
        try:
            yield
        finally:
            self._under_way -= 1
            if self._window:
                self._window.note(self._clock())
            self._admit()

    def _give_up(self, waiter: _Waiter) -> None:
        if waiter in self._waiting:
            self._waiting.remove(waiter)
            heapq.heapify(self._waiting)
        elif waiter.turn.done() and not waiter.turn.cancelled():  # its turn came while it was being cancelled
            self._under_way -= 1
            self._admit()

    def _admit(self) -> None:
        while self._waiting and self._under_way < self._width:
            wait = self._window.wait(self._clock(), self._under_way) if self._window else 0.0
            if wait > 0:
                self._schedule_admission(wait)
                return
            waiter = heapq.heappop(self._waiting)
            if not waiter.turn.done():
                self._under_way += 1
                waiter.turn.set_result(None)

    def _schedule_admission(self, seconds: float) -> None:
        if self._timer:
            self._timer.cancel()
        # Without end while those under way fill the limit: each of them looks again when it is through.
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, self._admit) if seconds != float("inf") else None
