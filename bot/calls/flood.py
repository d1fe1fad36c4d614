"""How much a bot may send (core.telegram.org/bots/faq#broadcasting-to-users), and when the next message may go.

A message counts from when Telegram has answered, not from when it went out: so two can come closer together on the way,
and still are not too close where they are counted.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, replace
from typing import NamedTuple


class SendLimit(NamedTuple):
    """At most so many messages in any stretch of so many seconds."""

    messages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class SendLimits:
    """What may be sent into one chat, into one group, and in all; None is without limit."""

    chat: SendLimit | None
    group: SendLimit | None
    all: SendLimit | None


OFFICIAL = SendLimits(chat=SendLimit(1, 1.0), group=SendLimit(20, 60.0), all=SendLimit(30, 1.0))
UNLIMITED = SendLimits(chat=None, group=None, all=None)


def official_limits(messages_per_second: int) -> SendLimits:
    """Telegram's limits, for a process that may send so many messages a second of what a bot may send in all."""
    return replace(OFFICIAL, all=SendLimit(messages_per_second, 1.0))


# As many chats are remembered; those written to longest ago are forgotten first, and their windows are over by then.
_MOST_CHATS = 10_000


class SlidingWindow:
    """The times of the latest messages that count against one limit, in seconds of any clock."""

    def __init__(self, limit: SendLimit) -> None:
        self._limit = limit
        self._times: deque[float] = deque(maxlen=limit.messages)

    def note(self, now: float) -> None:
        """A message was sent."""
        self._times.append(now)

    def wait(self, now: float, under_way: int = 0) -> float:
        """Seconds until another message may be sent, while so many are under way; 0 when it may now.

        Infinite while those under way are as many as are allowed: when it may be is known only when one has arrived.
        """
        free = self._limit.messages - under_way
        if free <= 0:
            return float("inf")
        if len(self._times) < free:
            return 0.0
        return max(0.0, self._times[-free] + self._limit.seconds - now)


class ChatFloodControl:
    """When the next message may go into each chat. Times are seconds of any clock."""

    def __init__(self, limits: SendLimits) -> None:
        self._limits = limits
        self._windows: OrderedDict[int, list[SlidingWindow]] = OrderedDict()
        self._paused: dict[int, float] = {}

    def wait(self, chat: int, now: float) -> float:
        """Seconds until a message may be sent into the chat."""
        paused = self._paused.get(chat, now) - now
        if paused <= 0:
            self._paused.pop(chat, None)
        return max(paused, *(window.wait(now) for window in self._windows.get(chat, ())), 0.0)

    def note(self, chat: int, now: float) -> None:
        """A message was sent into the chat."""
        if chat not in self._windows:
            limits = (self._limits.chat, self._limits.group if is_group(chat) else None)
            self._windows[chat] = [SlidingWindow(limit) for limit in limits if limit]
        self._windows.move_to_end(chat)
        for window in self._windows[chat]:
            window.note(now)
        while len(self._windows) > _MOST_CHATS:
            self._windows.popitem(last=False)

    def pause(self, chat: int, until: float) -> None:
        """Telegram itself says when the next message may go."""
        self._paused[chat] = max(until, self._paused.get(chat, until))


def is_group(chat: int) -> bool:
    """Whether the chat is a group or a channel: their identifiers are negative."""
    return chat < 0
