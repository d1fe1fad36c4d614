"""Reaching Telegram for the first time, and whether it still knows the token later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import islice

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.calls import UnreadableAnswer, no_bot_api, unknown_token
from bot.calls.backoff import Waits, backoff_waits
from bot.config.errors import InvalidSettings, TokenRejected
from bot.config.settings import OFFICIAL_API
from bot.running.retry import pause, retry, run_unless_stopped

_LOGGER = logging.getLogger(__name__)

# So often, for half a minute in all, Telegram has to deny a token that it knew before it counts as revoked: the process
# then ends for good, and Telegram has its faults.
_ATTEMPTS = 5


async def connect(bot: ExtBot[None], api_url: str, stop: asyncio.Event, waits: Waits = backoff_waits) -> bool:
    """Waits until Telegram is reached at `api_url` and knows the token; False when told to stop before.

    Raises:
        TokenRejected: Telegram does not know the token.
        InvalidSettings: something else than a Bot API answers at an address of one's own. At Telegram's, what answers
            for it may be a proxy's page, and gone in a moment.
    """
    final = (InvalidToken,) if api_url == OFFICIAL_API else (InvalidToken, UnreadableAnswer)
    try:
        return await retry(bot.initialize, stop, _log_failure, final, waits)
    except UnreadableAnswer as error:
        raise InvalidSettings(f"TELEGRAM_API_URL: {no_bot_api(api_url, error)}") from None
    except InvalidToken:
        # Not "from" it: the library's error holds the token.
        raise TokenRejected(unknown_token()) from None


async def confirm_token(bot: ExtBot[None], stop: asyncio.Event, waits: Waits = backoff_waits) -> None:
    """Asks Telegram who the bot is, after it has refused a call as if it did not know the token.

    Returns as soon as it answers otherwise, or `stop` is set.

    Raises:
        TokenRejected: it does not know the token any more, whenever it is asked.
    """
    for wait in islice(waits(), _ATTEMPTS):
        await pause(wait, stop)
        try:
            await run_unless_stopped(bot.get_me(), stop)
        except InvalidToken:
            continue
        except TelegramError:
            return  # which says nothing of the token
        else:
            return
    if not stop.is_set():
        raise TokenRejected(unknown_token())


async def retry_while_known(
    call: Callable[[], Awaitable[object]],
    bot: ExtBot[None],
    stop: asyncio.Event,
    on_failure: Callable[[str, float], object],
    *,
    waits: Waits = backoff_waits,
    final: tuple[type[TelegramError], ...] = (),
) -> None:
    """Makes a call of a bot that Telegram has known until it succeeds, or `stop` is set; else as `retry` does.

    Raises:
        telegram.error.TelegramError: one of the kinds `final`, after which it is not tried again.
        TokenRejected: Telegram does not know the token any more.
    """
    while not stop.is_set():
        try:
            await retry(call, stop, on_failure, (InvalidToken, *final), waits)
        except InvalidToken:
            await confirm_token(bot, stop, waits)
        else:
            return


def _log_failure(kind: str, wait: float) -> None:
    _LOGGER.warning("Telegram cannot be reached (%s); trying again in %.0f s.", kind, wait)
