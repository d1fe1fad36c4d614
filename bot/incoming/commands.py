"""The commands that people can give, by the names they may use for them."""

from __future__ import annotations

from enum import Enum

from bot.config.settings import InterfaceLanguage


class Command(Enum):
    """What a command asks for. Its names are without the slash: the first is German's, the last English's."""

    ASK = ("frage", "ask")
    CHECK = ("pruefen", "check")
    ARTICLE = ("artikel", "article")
    SOURCES = ("quellen", "sources")
    HELP = ("hilfe", "help")
    PRIVACY = ("datenschutz", "privacy")
    START = ("start",)

    def __init__(self, *names: str) -> None:
        self.names = names

    def name_in(self, language: InterfaceLanguage) -> str:
        """The name that menus and texts of this language use, without the slash."""
        return self.names[0 if language is InterfaceLanguage.GERMAN else -1]


# Menus offer these, in this order. In private no command is needed to ask, and /start is Telegram's own button.
PRIVATE_MENU = (Command.ARTICLE, Command.SOURCES, Command.CHECK, Command.HELP, Command.PRIVACY)
GROUP_MENU = (Command.ASK, Command.CHECK, Command.ARTICLE, Command.SOURCES, Command.HELP)


# Every bot has these names; answering them unasked would be noise where there are several bots.
_SHARED = frozenset({"start", "help", "privacy"})


def is_own_name(name: str) -> bool:
    """Whether somebody who gives a command by this name in a group, naming no bot, can be taken to mean this one."""
    return find_command(name) is not None and name.lower() not in _SHARED


def find_command(name: str) -> Command | None:
    """The command with this name, in any case of letters, without slash; None when there is none."""
    return next((command for command in Command if name.lower() in command.names), None)


def language_of_name(name: str) -> InterfaceLanguage | None:
    """The language that a command's name is of, in any case of letters; None when it is of both, or no command's."""
    command = find_command(name)
    if command is None or len(command.names) == 1:
        return None
    german = name.lower() == command.names[0]
    return InterfaceLanguage.GERMAN if german else InterfaceLanguage.ENGLISH
