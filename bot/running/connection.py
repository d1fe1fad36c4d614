"""Reaching Telegram for the first time."""

from __future__ import annotations

import asyncio
import logging

from telegram.error import InvalidToken
from telegram.ext import ExtBot

from bot.calls import UnreadableAnswer, no_bot_api, unknown_token
from bot.calls.backoff import Waits, backoff_waits
from bot.config.errors import InvalidSettings, TokenRejected
from bot.config.settings import OFFICIAL_API
from bot.running.retry import retry

_LOGGER = logging.getLogger(__name__)


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


def _log_failure(kind: str, wait: float) -> None:
    _LOGGER.warning("Telegram cannot be reached (%s); trying again in %.0f s.", kind, wait)
