"""Long polling (core.telegram.org/bots/api#getupdates): one request that waits for updates.

Telegram lets a bot that polls in quick succession wait at least 3 s, and a conflict too; here neither.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from bot.simulator.errors import Conflict
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.consumers import LongPoll
from bot.simulator.world.world import World


def start_poll(world: World, account: BotAccount, *, limit: int, timeout: int) -> LongPoll:
    """A request of the bot that waits for updates from now on, for so many seconds."""
    account.poll = LongPoll(limit, world.clock.now() + timeout, time.monotonic() + timeout)
    world.notify()
    return account.poll


def end_poll(world: World, account: BotAccount, conflict: Conflict) -> None:
    """Have the bot's request, if there is one, answered with this conflict."""
    if account.poll:
        account.poll.conflict = conflict
        world.notify()


async def wait_for_updates(
    world: World, account: BotAccount, poll: LongPoll, is_gone: Callable[[], Awaitable[bool]]
) -> list[dict[str, Any]] | None:
    """The updates, oldest first; None when the client has gone meanwhile, which leaves them unfetched.

    Raises:
        Conflict: another request for updates, or a webhook, has taken over.
    """
    loop = asyncio.get_running_loop()
    woken = asyncio.Event()
    stop_listening = world.listen(lambda: loop.call_soon_threadsafe(woken.set))
    try:
        while not await is_gone():
            woken.clear()
            if (updates := _fetch(world, account, poll)) is not None:
                return updates
            with suppress(TimeoutError):
                async with asyncio.timeout(poll.until_monotonic - time.monotonic()):
                    await woken.wait()
        return None
    finally:
        stop_listening()
        with world.lock:
            if account.poll is poll:
                account.poll = None


def _fetch(world: World, account: BotAccount, poll: LongPoll) -> list[dict[str, Any]] | None:
    """The updates that are there, none when it is too late for more; None while there may be some."""
    with world.lock:
        if poll.conflict:
            raise poll.conflict
        account.updates.expire(world.clock.now())
        updates = account.updates.fetch(poll.limit)
        if updates or _is_over(world, poll):
            return [update.payload for update in updates]
        return None


def _is_over(world: World, poll: LongPoll) -> bool:
    is_late = world.clock.now() >= poll.until or time.monotonic() >= poll.until_monotonic
    return is_late or not world.is_serving
