"""Everything that can keep the bot, or one of its commands, from running.

BotError
├── InvalidSettings    a variable of the environment or of .env is missing or wrong
│   └── TokenRejected  Telegram does not know the token
├── InvalidCatalogue   a file of interface texts is broken or lacks a text
├── PortTaken          the preview was told to use a port that is in use
├── StoreUnavailable   the database cannot be used
├── LeaseLost          what was to be answered is in another process's hand now
├── TelegramSilent     Telegram has not been reached for too long
├── UnusableMaterial   a file or a page that no article can be made of
├── Unfetchable        a web page that cannot be fetched
│   └── NotNow         it may be there later
├── AlreadyThere       an article that the folder has already
├── BrokenMemory       what is remembered of a feed cannot be read
└── FolderInUse        another process adds articles to the folder
"""

from __future__ import annotations


class BotError(Exception):
    """Base of all errors of this package. Its text is what the person at the terminal reads."""


class InvalidSettings(BotError):
    """A setting is missing or wrong. One line a setting: its variable, what is wrong, how to mend it."""


class InvalidCatalogue(BotError):
    """A file of interface texts cannot be read, or lacks a text that another language has."""


class TokenRejected(InvalidSettings):
    """Telegram answers that there is no bot with this token."""


class PortTaken(BotError):
    """The port that was asked for is in use."""


class UnusableMaterial(BotError):
    """No article can be made of a file or a page. One line: which, why, what to do instead."""


class Unfetchable(BotError):
    """A web page cannot be fetched, or may not be. One line: which, why, what to do instead."""


class NotNow(Unfetchable):
    """A server does not answer, or asks to come back later: after `seconds`, where it says so."""

    def __init__(self, message: str, seconds: float | None = None) -> None:
        self.seconds = seconds
        super().__init__(message)


class AlreadyThere(BotError):
    """The folder has an article of the same text, or of the same page."""


class BrokenMemory(BotError):
    """The file that tells what is known of a feed cannot be read. One line: which, why, how to mend it."""


class FolderInUse(BotError):
    """Another process has been adding articles to the folder for too long to wait for it."""


class StoreUnavailable(BotError):
    """The database cannot be reached, read or written."""


class LeaseLost(BotError):
    """Another process has taken over what this one was about to answer, since it had stood still for too long."""


class TelegramSilent(BotError):
    """Telegram has not been reached for as long as the settings allow: the host is to start the process anew."""
