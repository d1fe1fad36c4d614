"""Everything that can keep the bot from running.

BotError
├── InvalidSettings    a variable of the environment or of .env is missing or wrong
├── InvalidCatalogue   a file of interface texts is broken or lacks a text
├── PortTaken          the preview was told to use a port that is in use
├── StoreUnavailable   the database cannot be used
├── TelegramSilent     Telegram has not been reached for too long
└── TokenRejected      Telegram does not know the token
"""

from __future__ import annotations


class BotError(Exception):
    """Base of all errors of this package. Its text is what the person at the terminal reads."""


class InvalidSettings(BotError):
    """A setting is missing or wrong. One line a setting: its variable, what is wrong, how to mend it."""


class InvalidCatalogue(BotError):
    """A file of interface texts cannot be read, or lacks a text that another language has."""


class TokenRejected(BotError):
    """Telegram answers that there is no bot with this token."""


class PortTaken(BotError):
    """The port that was asked for is in use."""


class StoreUnavailable(BotError):
    """The database cannot be reached, read or written."""


class TelegramSilent(BotError):
    """Telegram has not been reached for as long as the settings allow: the host is to start the process anew."""
