"""Reaching Telegram for the first time."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.calls import error_kind
from bot.config.errors import TokenRejected
from bot.running.backoff import Backoff, pause, run_unless_stopped

_LOGGER = logging.getLogger(__name__)


async def connect(bot: ExtBot[None], stop: asyncio.Event) -> bool:
    """Waits until Telegram is reached and knows the token; False when told to stop before.

    Raises:
        TokenRejected: Telegram does not know the token.
    """
    backoff = Backoff()
    while not stop.is_set():
        try:
            await run_unless_stopped(bot.initialize(), stop)
        except InvalidToken:
            # Not "from" it: the library's error holds the token.
            raise TokenRejected("TELEGRAM_TOKEN: Telegram does not know this token; ask @BotFather for it") from None
        except TelegramError as error:
            wait = backoff.next()
            _LOGGER.warning("Telegram cannot be reached (%s); trying again in %.0f s.", error_kind(error), wait)
            await pause(wait, stop)
        else:
            break
    return not stop.is_set()
