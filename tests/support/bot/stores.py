"""The store of a bot, at a time that tests move."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.store import Arrival, Store
from bot.store.database import connect
from tests.support.clock import Clock


def arrival(number: int, lane: str = "chat 1", *, private: bool = True) -> Arrival:
    return Arrival(number, lane, private, f'{{"update_id": {number}, "text": "ein Geheimnis"}}')


@asynccontextmanager
async def opened(url: str, clock: Callable[[], float], bot: str = "1") -> AsyncIterator[Store]:
    store = Store(await asyncio.to_thread(connect, url), bot, clock)
    try:
        yield store
    finally:
        await store.close()


async def in_hand(store: Store, *, private: bool = True, limit: int = 9) -> dict[int, int]:
    """The updates that the store hands out, each with the number that the inbox has given it."""
    held = await store.claim(private=limit if private else 0, groups=0 if private else limit)
    return {json.loads(waiting.payload)["update_id"]: waiting.number for waiting in held}


async def pass_time(clock: Clock, seconds: float, *stores: Store) -> None:
    """Lets so many seconds pass, in which the stores are asked every second, as a running bot does."""
    for _ in range(int(seconds)):
        clock.now += 1
        for store in stores:
            await store.depth()


def play(scene: Callable[[], Awaitable[None]]) -> None:
    async def work() -> None:
        await scene()

    asyncio.run(work())
