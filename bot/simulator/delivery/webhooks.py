"""Webhooks: updates posted to the bot's own server (core.telegram.org/bots/api#setwebhook).

In order within a chat, up to `max_connections` at once; anything but an answer 2xx is tried again after 1, 2, 4 …
60 s by the clock. A method call in the answer, which Telegram would carry out, is passed over. Telegram demands https;
here plain http is taken as well, on the loopback interface.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import httpx

from bot.simulator.world.updates import Update

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram
    from bot.simulator.world.accounts import BotAccount

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_FIRST_DELAY: Final = 1.0
_LONGEST_DELAY: Final = 60.0
_ANSWER_SECONDS: Final = 30.0


@dataclass(slots=True)
class _Lane:
    """The way of one place's updates: whether one is under way, and how long to wait after failures."""

    is_busy: bool = False
    delay: float = 0.0
    ready_at: float = 0.0


@dataclass(slots=True, eq=False)
class Webhook:
    """Where a bot wants its updates, and how that went. `last_error_date` is Unix time."""

    url: str
    secret_token: str
    max_connections: int
    last_error: str | None = None
    last_error_date: int = 0
    lanes: dict[tuple[str, int], _Lane] = field(default_factory=dict)

    def lane(self, update: Update) -> _Lane:
        """The way that this update goes."""
        return self.lanes.setdefault(update.place, _Lane())


class WebhookDeliverer:
    """Posts updates to the webhooks of all bots, as long as `run` runs."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def run(self) -> None:
        """Deliver until cancelled."""
        loop = asyncio.get_running_loop()
        woken = asyncio.Event()
        stop_listening = self._telegram.listen(lambda: loop.call_soon_threadsafe(woken.set))
        try:
            # No proxies from the environment: a webhook of the simulator is on this machine.
            async with (
                httpx.AsyncClient(timeout=_ANSWER_SECONDS, trust_env=False) as client,
                asyncio.TaskGroup() as tasks,
            ):
                while True:
                    woken.clear()
                    for account, webhook, update in self._due():
                        tasks.create_task(self._deliver(client, account, webhook, update))
                    with suppress(TimeoutError):
                        async with asyncio.timeout(self._seconds_to_next()):
                            await woken.wait()
        finally:
            stop_listening()

    def _due(self) -> list[tuple[BotAccount, Webhook, Update]]:
        """What can go out now; its lanes are busy from here on."""
        with self._telegram.lock:
            now = self._telegram.clock.now()
            due = []
            for account, webhook, update in self._heads():
                lane = webhook.lane(update)
                busy = sum(other.is_busy for other in webhook.lanes.values())
                if not lane.is_busy and lane.ready_at <= now and busy < webhook.max_connections:
                    lane.is_busy = True
                    due.append((account, webhook, update))
            if due:
                self._telegram.changed()
            return due

    def _heads(self) -> Iterator[tuple[BotAccount, Webhook, Update]]:
        """The oldest waiting update of every place."""
        for account in self._telegram.accounts:
            if webhook := account.webhook:
                account.updates.expire(self._telegram.clock.now())
                heads: dict[tuple[str, int], Update] = {}
                for update in account.updates.pending:
                    heads.setdefault(update.place, update)
                yield from ((account, webhook, update) for update in heads.values())

    def _seconds_to_next(self) -> float | None:
        with self._telegram.lock:
            now = self._telegram.clock.now()
            lanes = [webhook.lane(update) for _, webhook, update in self._heads()]
            waits = [lane.ready_at - now for lane in lanes if not lane.is_busy and lane.ready_at > now]
            return min(waits, default=None)

    async def _deliver(self, client: httpx.AsyncClient, account: BotAccount, webhook: Webhook, update: Update) -> None:
        fault = await _post(client, webhook, update)
        with self._telegram.lock:
            lane = webhook.lane(update)
            lane.is_busy = False
            if fault is None:
                account.updates.mark_fetched(update)
                account.updates.forget(update)
                lane.delay = lane.ready_at = 0.0
            else:
                now = self._telegram.clock.now()
                lane.delay = min(2 * lane.delay or _FIRST_DELAY, _LONGEST_DELAY)
                lane.ready_at = now + lane.delay
                webhook.last_error, webhook.last_error_date = fault, int(now)
            self._telegram.changed()


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
