"""The bot as python-telegram-bot has it: the Bot API's methods as functions."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from http import HTTPStatus

from telegram.ext import ExtBot

from bot.calls.backoff import Waits, backoff_waits
from bot.calls.caller import Caller
from bot.calls.contact import LastContact
from bot.calls.flood import SendLimits
from bot.calls.request import ANSWER_SECONDS, TelegramRequest, UnreadableAnswer
from bot.config.network import check_network_variables
from bot.config.settings import OFFICIAL_API

# More than calls are ever under way at once: eight that send, and those that answer taps and queries.
_CONNECTIONS = 64

# How long an answer may take beyond the time that Telegram was allowed to hold it back, in seconds.
_TIMEOUT = 10.0


class TelegramBot(ExtBot[None]):
    """python-telegram-bot's bot, that also gives updates as they come."""

    async def initialize(self) -> None:
        """Asks Telegram who the bot is.

        Raises:
            UnreadableAnswer: it does not tell that as Telegram does.
        """
        try:
            await super().initialize()
        except (TypeError, ValueError, AttributeError) as error:  # an answer without what each bot has
            raise UnreadableAnswer(HTTPStatus.OK) from error
        if not self.username:
            raise UnreadableAnswer(HTTPStatus.OK)

    async def raw_updates(self, offset: int | None, kinds: Sequence[str], wait: int) -> list[object]:
        """The updates from this number on, unread: one that cannot be read must not hold back the others.

        While there are none, Telegram waits for them for `wait` seconds.

        Raises:
            telegram.error.TelegramError: Telegram refuses, or cannot be reached.
        """
        asked = {"offset": offset, "timeout": wait, "allowed_updates": list(kinds)}
        updates: object = await self._post("getUpdates", asked, read_timeout=wait + _TIMEOUT)
        if not isinstance(updates, list):
            raise UnreadableAnswer(HTTPStatus.OK)
        return updates


def build_bot(
    token: str,
    api_url: str,
    contact: LastContact,
    limits: SendLimits,
    on_failure: Callable[[str], None],
    *,
    waits: Waits = backoff_waits,
    answer_seconds: float = ANSWER_SECONDS,
) -> TelegramBot:
    """The bot with this token, not yet connected. `contact` hears of every answer of Telegram's.

    `waits` are those before a call is tried again; `answer_seconds` is how long Telegram may take to answer.

    Raises:
        InvalidSettings: the environment's variables for the network cannot be used.
    """
    check_network_variables()
    # With it python-telegram-bot gives durations as timedelta; without it, it warns that one day it will.
    os.environ["PTB_TIMEDELTA"] = "1"
    return TelegramBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=TelegramRequest(contact.note, _CONNECTIONS, answer_seconds),
        get_updates_request=TelegramRequest(contact.note, 1, answer_seconds),
        rate_limiter=Caller(limits, on_failure, waits=waits),
    )


def unknown_token() -> str:
    """What to say when Telegram does not know the token, and how to mend it."""
    return "TELEGRAM_TOKEN: Telegram does not know this token; copy it again from @BotFather"


def no_bot_api(api_url: str, error: UnreadableAnswer) -> str:
    """What to say of an address where something else answers, and how to mend it."""
    scheme, _, rest = api_url.partition("//")
    shown = f"{scheme}//{rest.rpartition('@')[2]}"  # without a password
    return f"no Bot API answers at {shown} ({error.message}); write the address of one, such as {OFFICIAL_API}"
