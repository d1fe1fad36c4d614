"""Webhooks: updates posted to the bot's own server (core.telegram.org/bots/api#setwebhook).

In order within a chat, up to `max_connections` at once; anything but an answer 2xx is tried again after 1, 2, 4 …
60 s by the clock. A method call in the answer, which Telegram would carry out, is passed over. Telegram demands https;
here plain http is taken as well, on the loopback interface.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import httpx

from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.consumers import Webhook
from bot.simulator.world.updates import Update
from bot.simulator.world.world import World

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_FIRST_DELAY: Final = 1.0
_LONGEST_DELAY: Final = 60.0
_ANSWER_SECONDS: Final = 30.0


async def deliver_to_webhooks(world: World) -> None:
    """Post updates to the webhooks of all bots until cancelled."""
    loop = asyncio.get_running_loop()
    woken = asyncio.Event()
    stop_listening = world.listen(lambda: loop.call_soon_threadsafe(woken.set))
    try:
        # No proxies from the environment: a webhook of the simulator is on this machine.
        async with (
            httpx.AsyncClient(timeout=_ANSWER_SECONDS, trust_env=False) as client,
            asyncio.TaskGroup() as tasks,
        ):
            while True:
                woken.clear()
                for account, webhook, update in _take_due(world):
                    tasks.create_task(_deliver(world, client, account, webhook, update))
                with suppress(TimeoutError):
                    async with asyncio.timeout(_seconds_to_next(world)):
                        await woken.wait()
    finally:
        stop_listening()


def _take_due(world: World) -> list[tuple[BotAccount, Webhook, Update]]:
    """What can go out now; its queues are busy from here on."""
    with world.lock:
        now = world.clock.now()
        due = []
        for account, webhook, update in _oldest_updates(world):
            queue = webhook.queue(update)
            busy = sum(other.is_busy for other in webhook.queues.values())
            if not queue.is_busy and queue.ready_at <= now and busy < webhook.max_connections:
                queue.is_busy = True
                due.append((account, webhook, update))
        if due:
            world.notify()
        return due


def _oldest_updates(world: World) -> Iterator[tuple[BotAccount, Webhook, Update]]:
    """The oldest waiting update of every place."""
    for account in world.accounts:
        if webhook := account.webhook:
            account.updates.expire(world.clock.now())
            heads: dict[tuple[str, int], Update] = {}
            for update in account.updates.pending:
                heads.setdefault(update.place, update)
            yield from ((account, webhook, update) for update in heads.values())


def _seconds_to_next(world: World) -> float | None:
    with world.lock:
        now = world.clock.now()
        queues = [webhook.queue(update) for _, webhook, update in _oldest_updates(world)]
        waits = [queue.ready_at - now for queue in queues if not queue.is_busy and queue.ready_at > now]
        return min(waits, default=None)


async def _deliver(
    world: World, client: httpx.AsyncClient, account: BotAccount, webhook: Webhook, update: Update
) -> None:
    fault = await _post(client, webhook, update)
    with world.lock:
        queue = webhook.queue(update)
        queue.is_busy = False
        if fault is None:
            account.updates.mark_fetched(update)
            account.updates.forget(update)
            queue.delay = queue.ready_at = 0.0
        else:
            now = world.clock.now()
            queue.delay = min(2 * queue.delay or _FIRST_DELAY, _LONGEST_DELAY)
            queue.ready_at = now + queue.delay
            webhook.last_error, webhook.last_error_date = fault, int(now)
        world.notify()


async def _post(client: httpx.AsyncClient, webhook: Webhook, update: Update) -> str | None:
    """Post the update; what was wrong with the answer, or None."""
    headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
    try:
        response = await client.post(webhook.url, json=update.payload, headers=headers)
    except httpx.HTTPError as error:
        return f"Connection failed: {error}"
    if response.is_success:
        return None
    return f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
