"""Queries: what a bot is asked and answers by an identifier, once and in time."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Channel, Group, Message
from bot.simulator.world.users import User


@dataclass(eq=False, kw_only=True)
class BotQuery:
    """A question of a user to a bot. `id` is empty until it is asked; `expires` is Unix time."""

    account: BotAccount
    user: User
    id: str = ""
    expires: float = 0.0

    @property
    def is_answered(self) -> bool:
        """Whether the bot has answered."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot lets the person see: a line at the top of the chat, or a window with `show_alert`."""

    text: str
    show_alert: bool
    date: float


@dataclass(eq=False, kw_only=True)
class CallbackQuery(BotQuery):
    """A tap on a button (core.telegram.org/bots/api#callbackquery).

    `message` is as it stood then; `answer` is None until the bot answers in time.
    """

    message: Message
    data: str
    answer: CallbackAnswer | None = None

    @property
    def is_answered(self) -> bool:
        return self.answer is not None


@dataclass(eq=False, kw_only=True)
class GuestQuery(BotQuery):
    """A message that summons a guest; `answer` is None until the bot answers in time."""

    message: Message
    answer: Message | None = None

    @property
    def is_answered(self) -> bool:
        return self.answer is not None

    @property
    def caller(self) -> User | Group | Channel:
        """Who summons: a user, or the chat in whose name they write."""
        return self.message.sender_chat or self.message.sender
