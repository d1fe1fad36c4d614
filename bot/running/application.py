"""python-telegram-bot's application, made from the settings."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder

from bot.conversation import Conversation
from bot.elsewhere import Elsewhere
from bot.errors import InvalidSettings, TokenRejected
from bot.handlers import Handlers
from bot.pace import Pace
from bot.settings import Settings

_LOGGER = logging.getLogger(__name__)

BotApplication = Application[Any, Any, Any, Any, Any, Any]

_FIRST_WAIT = 1.0
_LONGEST_WAIT = 30.0


def build_application(settings: Settings, conversation: Conversation) -> BotApplication:
    """The application with its handlers; not yet connected.

    Raises:
        InvalidSettings: there is no token.
    """
    if settings.telegram_token is None:
        raise InvalidSettings("TELEGRAM_TOKEN: missing; set it to the token that @BotFather gave you")
    builder = (
        ApplicationBuilder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
    )
    if settings.webhook_url:
        builder = builder.updater(None)
    application = builder.build()
    pace = Pace(settings.questions_per_minute)
    Handlers(conversation, pace).register(application)
    Elsewhere(conversation, pace).register(application)
    return application


async def connect(application: BotApplication, stop: asyncio.Event) -> bool:
    """Waits until Telegram is reached and knows the token; False when told to stop before.

    Raises:
        TokenRejected: Telegram does not know the token.
    """
    wait = _FIRST_WAIT
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken:
            # Not "from" it: the library's error holds the token.
            raise TokenRejected("TELEGRAM_TOKEN: Telegram does not know this token; ask @BotFather for it") from None
        except (NetworkError, RetryAfter) as error:
            _LOGGER.warning("Telegram cannot be reached (%s); trying again in %.0f s.", type(error).__name__, wait)
            await _sleep(wait, stop)
            wait = min(2 * wait, _LONGEST_WAIT)
        else:
            return True
    return False


async def _sleep(seconds: float, stop: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
