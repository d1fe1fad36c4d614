"""Taps on buttons (core.telegram.org/bots/api#callbackquery)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.accounts import BotAccount
from bot.simulator.messages import Message
from bot.simulator.users import User


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot lets the person see: a line at the top of the chat, or a window with `show_alert`."""

    text: str
    show_alert: bool
    date: float


class CallbackQuery:
    """One tap. `message` is as it stood then; `answer` is None until the bot answers in time."""

    def __init__(
        self, query_id: str, account: BotAccount, user: User, *, message: Message, data: str, expires: float
    ) -> None:
        self.id = query_id
        self.account = account
        self.user = user
        self.message = message
        self.data = data
        self.expires = expires
        self.answer: CallbackAnswer | None = None
