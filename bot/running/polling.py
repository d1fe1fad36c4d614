"""Updates by polling: the bot asks Telegram for them, and confirms them once they are written down."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.calls import error_kind
from bot.calls.backoff import Waits, backoff_waits
from bot.calls.caller import seconds_of
from bot.calls.client import TelegramBot
from bot.config.errors import StoreUnavailable
from bot.incoming.updates import ALLOWED_UPDATES
from bot.running.connection import confirm_token, retry_while_known
from bot.running.retry import pause, run_unless_stopped
from bot.running.update_parser import update_id_of

_LOGGER = logging.getLogger(__name__)

# Telegram waits before it says that there is nothing; what says so sooner (in seconds) is not asked again sooner.
_SOONEST = 1.0


async def end_webhook(bot: TelegramBot, stop: asyncio.Event, waits: Waits = backoff_waits) -> None:
    """Ends a webhook that was set before, since Telegram lets nobody poll beside one. Its updates are kept.

    Raises:
        TokenRejected: Telegram does not know the token any more.
    """

    def log(kind: str, wait: float) -> None:
        _LOGGER.warning("A webhook cannot be ended (%s); trying again in %.0f s.", kind, wait)

    await retry_while_known(bot.delete_webhook, bot, stop, log, waits=waits)


async def poll(
    bot: TelegramBot,
    take: Callable[[Sequence[object]], Awaitable[None]],
    on_failure: Callable[[str], None],
    wait: int,
    stop: asyncio.Event,
    *,
    waits: Waits = backoff_waits,
    soonest: float = _SOONEST,
) -> None:
    """Fetches updates and hands them to `take`, until `stop` is set. When `take` returns, they are safe.

    Telegram holds its answer back for at most `wait` seconds. Whatever else it answers, this goes on.

    Raises:
        TokenRejected: Telegram does not know the token any more.
    """
    offset = None
    pauses = waits()
    while not stop.is_set():
        asked_at = time.monotonic()
        try:
            raw = await run_unless_stopped(bot.raw_updates(offset, ALLOWED_UPDATES, wait), stop) or []
            await take(raw)
        except (TelegramError, StoreUnavailable) as error:
            on_failure(error_kind(error))
            delay = seconds_of(error) if isinstance(error, RetryAfter) else next(pauses)
            if isinstance(error, TelegramError):  # of the store the log has told already
                _LOGGER.warning("%s; trying again in %.0f s.", _message_of(error), delay)
            await pause(delay, stop)
            if isinstance(error, InvalidToken):
                await confirm_token(bot, stop, waits)
            continue
        pauses = waits()
        if numbers := [number for each in raw if (number := update_id_of(each)) is not None]:
            offset = max(numbers) + 1
        elif raw or time.monotonic() - asked_at < soonest:
            # Nothing but updates without a number, which cannot be confirmed; or an answer that did not wait for any,
            # as from a server that is about to stop. To ask again at once would be to ask without a pause.
            await pause(soonest, stop)


def _message_of(error: TelegramError) -> str:
    match error:
        case Conflict():
            return (
                "Another process takes this bot's updates (409 Conflict): Telegram gives them to one at a time. "
                "Stop the other poller, or delete its webhook"
            )
        case InvalidToken():
            return "Telegram does not know the token (401 or 404)"
        case _:
            return f"Updates cannot be fetched ({error_kind(error)})"
