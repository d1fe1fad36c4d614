"""Flood control: how many messages a bot may send (core.telegram.org/bots/faq#broadcasting-to-users).

"In a single chat, avoid sending more than one message per second. We may allow short bursts that go over this limit";
20 a minute in a group; about 30 a second in all. Telegram does not say how it counts. Here sending and editing count,
whether by chat or by inline identifier (then only in all), and what is refused does not. A burst is three messages, by
default: in no three seconds may there be more than three in a chat.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from bot.simulator.errors import TooManyRequests
from bot.simulator.world.chats import Chat, Group
from bot.simulator.world.clock import Clock

if TYPE_CHECKING:
    from bot.simulator.world.accounts import BotAccount


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many messages in any stretch of so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodLimits:
    """What a bot may send in one chat, in one group, and in all."""

    chat: Limit = Limit(3, 3.0)
    group: Limit = Limit(20, 60.0)
    all: Limit = Limit(30, 1.0)


class FloodControl:
    """Counts what bots send. Without limits it lets everything pass."""

    def __init__(self, clock: Clock, limits: FloodLimits | None) -> None:
        self._clock = clock
        self._limits = limits
        self._sent: dict[tuple[int, Limit, int | None], deque[float]] = {}

    def count(self, account: BotAccount, chat: Chat | None) -> None:
        """Note that the bot sends a message into the chat, or into one that it does not know.

        Raises:
            TooManyRequests: it may not, for as many seconds as this says.
        """
        if self._limits is None:
            return
        now = self._clock.now()
        windows = [self._window(account, self._limits.all, None)]
        if chat:
            windows.append(self._window(account, self._limits.chat, chat.id))
        if isinstance(chat, Group):
            windows.append(self._window(account, self._limits.group, chat.id))
        wait = max(_wait(limit, sent, now) for limit, sent in windows)
        if wait > 0:
            seconds = max(ceil(wait), 1)
            raise TooManyRequests(f"retry after {seconds}", retry_after=seconds)
        for _, sent in windows:
            sent.append(now)

    def _window(self, account: BotAccount, limit: Limit, chat_id: int | None) -> tuple[Limit, deque[float]]:
        return limit, self._sent.setdefault((account.user.id, limit, chat_id), deque(maxlen=limit.messages))


def _wait(limit: Limit, sent: deque[float], now: float) -> float:
    """How many seconds until one more fits; 0 or less when it does now."""
    return sent[0] + limit.seconds - now if len(sent) == limit.messages else 0.0
