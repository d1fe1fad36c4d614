"""The store as the answering of an update asks it: again and again, until it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.config.errors import LeaseLost, StoreUnavailable
from bot.store import Exchange, Store

# Seconds before it is asked again.
_PAUSE = 1.0

_T = TypeVar("_T")


class RetryingStore:
    """Waits for a store that is away: what is in hand is neither handled from the beginning nor given up meanwhile.

    `on_failure` is told the kind of every failure.
    """

    def __init__(self, store: Store, on_failure: Callable[[str], None]) -> None:
        self._store = store
        self._on_failure = on_failure

    async def confirm(self, number: int) -> None:
        """Renews the lease of an update in hand.

        Raises:
            LeaseLost: another process has taken it over, or even answered it.
        """
        if not await self._ask(lambda: self._store.confirm(number)):
            raise LeaseLost("another process has taken over the update in hand")

    async def finish(self, number: int, exchange: Exchange | None) -> None:
        """Notes that the update is answered: it must not be answered again."""
        await self._ask(lambda: self._store.finish(number, exchange))

    async def answer_to(self, chat: int, question: int) -> int | None:
        """As `Store.answer_to`."""
        return await self._ask(lambda: self._store.answer_to(chat, question))

    async def choice_of(self, chat: int) -> str | None:
        """As `Store.choice_of`."""
        return await self._ask(lambda: self._store.choice_of(chat))

    async def choose(self, chat: int, article: str) -> None:
        """As `Store.choose`."""
        await self._ask(lambda: self._store.choose(chat, article))

    async def unchoose(self, chat: int, article: str | None = None) -> None:
        """As `Store.unchoose`."""
        await self._ask(lambda: self._store.unchoose(chat, article))

    async def move(self, chat: int, to: int) -> None:
        """As `Store.move`."""
        await self._ask(lambda: self._store.move(chat, to))

    async def _ask(self, question: Callable[[], Awaitable[_T]]) -> _T:
        while True:
            try:
                return await question()
            except StoreUnavailable:
                self._on_failure("StoreUnavailable")
                await asyncio.sleep(_PAUSE)
