"""What Telegram shows of the bot by itself: the command menu, the description before the first message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.calls.backoff import backoff_waits
from bot.calls.caller import seconds_of
from bot.calls.faults import is_transient
from bot.config.settings import InterfaceLanguage
from bot.incoming.commands import GROUP_MENU, PRIVATE_MENU, Command
from bot.messages.texts import Catalogue, Texts
from bot.replies.conversation import Conversation

_LOGGER = logging.getLogger(__name__)

# Seconds between two looks at how many articles there are.
_EVERY = 5.0

# And at most so many after which menus that could not be set are tried again.
_LONGEST = 3600.0

_DESCRIBED = {
    Command.ASK: "menu-ask",
    Command.CHECK: "menu-check",
    Command.ARTICLE: "menu-article",
    Command.SOURCES: "menu-sources",
    Command.HELP: "menu-help",
    Command.PRIVACY: "menu-privacy",
}


async def keep_menus(
    bot: ExtBot[None], conversation: Conversation, every: float = _EVERY, longest: float = _LONGEST
) -> None:
    """Publishes menus, and again when one article has become many or many one; looks every so many seconds.

    What fails is tried again, at `longest` every so many seconds; what Telegram refuses is not.
    """
    waits = backoff_waits(every, longest)
    menu_of_many: bool | None = None
    while True:
        articles, pause = len(conversation.retriever.articles), every
        if menu_of_many is not (articles > 1):
            before, menu_of_many = menu_of_many, articles > 1
            try:
                await publish_menus(bot, conversation.catalogue, articles)
            except TelegramError as error:
                # Menus are an ornament: the bot answers without them.
                _LOGGER.warning("Commands and descriptions could not be set (%s).", error)
                if is_transient(error):
                    menu_of_many = before
                    pause = seconds_of(error) if isinstance(error, RetryAfter) else next(waits)
        await asyncio.sleep(pause)


async def publish_menus(bot: ExtBot[None], catalogue: Catalogue, articles: int) -> None:
    """Sets commands and descriptions, in German for German clients and in English for all others.

    `articles` is how many there are: of one it is told otherwise than of many.

    Raises:
        telegram.error.TelegramError: Telegram did not take one of them.
    """
    # No language code: for every client whose language has no texts of its own.
    for code, language in (("", InterfaceLanguage.ENGLISH), ("de", InterfaceLanguage.GERMAN)):
        texts = catalogue[language]
        for scope, menu in (
            (BotCommandScopeAllPrivateChats(), PRIVATE_MENU),
            (BotCommandScopeAllGroupChats(), GROUP_MENU),
        ):
            await bot.set_my_commands(_commands(menu, texts, articles), scope=scope, language_code=code or None)
        await bot.set_my_description(texts("description", articles=articles), language_code=code or None)
        short = texts("short-description", articles=articles)
        await bot.set_my_short_description(short, language_code=code or None)


def _commands(menu: Iterable[Command], texts: Texts, articles: int) -> list[BotCommand]:
    described = ((command, texts(_DESCRIBED[command], articles=articles)) for command in menu)
    return [BotCommand(command.name_in(texts.language), text) for command, text in described]
