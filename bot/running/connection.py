"""Reaching Telegram for the first time."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import InvalidToken
from telegram.ext import ExtBot

from bot.calls.backoff import Waits, backoff_waits
from bot.config.errors import TokenRejected
from bot.running.retry import retry

_LOGGER = logging.getLogger(__name__)


async def connect(bot: ExtBot[None], stop: asyncio.Event, waits: Waits = backoff_waits) -> bool:
    """Waits until Telegram is reached and knows the token; False when told to stop before.

    Raises:
        TokenRejected: Telegram does not know the token.
    """
    try:
        return await retry(bot.initialize, stop, _log_failure, final=InvalidToken, waits=waits)
    except InvalidToken:
        # Not "from" it: the library's error holds the token.
        raise TokenRejected("TELEGRAM_TOKEN: Telegram does not know this token; ask @BotFather for it") from None


def _log_failure(kind: str, wait: float) -> None:
    _LOGGER.warning("Telegram cannot be reached (%s); trying again in %.0f s.", kind, wait)
