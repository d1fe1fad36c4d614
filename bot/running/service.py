"""From settings to a bot at work, and to its clean end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from telegram.error import TelegramError

from bot.conversation import Conversation
from bot.handlers import identity
from bot.menus import publish_menus
from bot.running.application import BotApplication, build_application, connect
from bot.running.polling import polling
from bot.running.webhook import webhook
from bot.settings import Settings

_LOGGER = logging.getLogger(__name__)


async def run(
    settings: Settings, conversation: Conversation, stop: asyncio.Event, on_ready: Callable[[], object] = lambda: None
) -> None:
    """Runs the bot until `stop` is set; then takes no more updates, answers those it has, and returns.

    `on_ready` is called once updates are taken.

    Raises:
        InvalidSettings: the token is missing, or the webhook's address cannot be listened on.
        TokenRejected: Telegram does not know the token.
    """
    application = build_application(settings, conversation)
    try:
        if not await connect(application, stop):
            return
        await _publish(application, conversation)
        await application.start()
        keeping_up = asyncio.create_task(conversation.library.keep_up())
        try:
            async with _receiving(application, settings):
                _announce(application, settings)
                on_ready()
                await stop.wait()
                _LOGGER.info("Stopping: finishing the answers in hand.")
        finally:
            keeping_up.cancel()
            await application.stop()
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # the application leaves its connections open when connecting failed


def _receiving(application: BotApplication, settings: Settings) -> AbstractAsyncContextManager[None]:
    return webhook(application, settings) if settings.webhook_url else polling(application)


async def _publish(application: BotApplication, conversation: Conversation) -> None:
    try:
        await publish_menus(application.bot, conversation.catalogue)
    except TelegramError as error:
        # Menus are an ornament: the bot answers without them.
        _LOGGER.warning("Commands and descriptions could not be set (%s).", error)


def _announce(application: BotApplication, settings: Settings) -> None:
    me = identity(application.bot)
    way = f"webhook at {settings.webhook_url}" if settings.webhook_url else "polling"
    heard = "commands, replies and mentions" if me.hears_all else "commands and replies, mentions perhaps"
    _LOGGER.info("@%s is at work by %s. In groups it hears %s.", me.username, way, heard)
