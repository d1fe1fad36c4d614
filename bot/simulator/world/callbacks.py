"""Taps on buttons (core.telegram.org/bots/api#callbackquery)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.world.messages import Message
from bot.simulator.world.queries import Query


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot lets the person see: a line at the top of the chat, or a window with `show_alert`."""

    text: str
    show_alert: bool
    date: float


@dataclass(eq=False, kw_only=True)
class CallbackQuery(Query):
    """One tap. `message` is as it stood then; `answer` is None until the bot answers in time."""

    message: Message
    data: str
    answer: CallbackAnswer | None = None

    @property
    def is_answered(self) -> bool:
        return self.answer is not None
