"""What Telegram shows of the bot by itself: the command menu, the description before the first message."""

from __future__ import annotations

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.ext import ExtBot

from bot.commands import MENU, Command
from bot.settings import InterfaceLanguage
from bot.texts import Catalogue, Texts

_DESCRIBED = {
    Command.ASK: "menu-ask",
    Command.ARTICLE: "menu-article",
    Command.SOURCES: "menu-sources",
    Command.HELP: "menu-help",
}


async def publish_menus(bot: ExtBot[None], catalogue: Catalogue) -> None:
    """Sets commands and descriptions, in German for German clients and in English for all others.

    Raises:
        telegram.error.TelegramError: Telegram did not take one of them.
    """
    # No language code: for every client whose language has no texts of its own.
    for code, language in (("", InterfaceLanguage.ENGLISH), ("de", InterfaceLanguage.GERMAN)):
        texts = catalogue[language]
        for scope in (BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()):
            await bot.set_my_commands(_commands(texts), scope=scope, language_code=code or None)
        await bot.set_my_description(texts("description"), language_code=code or None)
        await bot.set_my_short_description(texts("short-description"), language_code=code or None)


def _commands(texts: Texts) -> list[BotCommand]:
    return [BotCommand(command.name_in(texts.language), texts(_DESCRIBED[command])) for command in MENU]
