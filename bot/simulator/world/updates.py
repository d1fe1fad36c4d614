"""The updates that wait for a bot (core.telegram.org/bots/api#getting-updates)."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from bot.simulator.limits import UPDATE_SECONDS

# core.telegram.org/bots/api#update
KINDS: Final = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
# core.telegram.org/bots/api#getupdates, allowed_updates: "all update types except …"
DEFAULT_KINDS: Final = frozenset(KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
_MALFORMED: Final = "malformed"
# How many updates can be repeated.
_REMEMBERED: Final = 1_000

# How long an update waits, in seconds, where it is not a day (`add_update` in telegram-bot-api/Client.cpp).
_SECONDS: Final = {"inline_query": 30, "callback_query": 150, "chosen_inline_result": 600}


@dataclass(frozen=True, slots=True)
class Update:
    """One update as it goes out. `expires` is Unix time.

    `place` is within what the order of delivery by webhook is kept: the messages of one chat, or what one user does
    otherwise, so that a tap overtakes a message (`webhook_queue_id` in telegram-bot-api/Client.cpp).
    """

    id: int
    kind: str
    place: tuple[str, int]
    expires: float
    content: dict[str, Any]

    @property
    def payload(self) -> dict[str, Any]:
        """The update as the Bot API writes it."""
        if self.kind == _MALFORMED:
            return {"update_id": self.id, **self.content}
        return {"update_id": self.id, self.kind: self.content}


class UpdateQueue:
    """A bot's updates, oldest first, until they are confirmed or too old; most wait for a day."""

    def __init__(self, first_id: int) -> None:
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self._next_id = first_id
        self._waiting: dict[int, Update] = {}
        # What is given once more, whatever is confirmed, and what can be.
        self._again: list[Update] = []
        self._remembered: deque[Update] = deque(maxlen=_REMEMBERED)
        self._fetched_up_to = 0
        self._next_expiry = inf

    @property
    def pending(self) -> tuple[Update, ...]:
        """What is not yet confirmed."""
        return (*self._again, *self._waiting.values())

    @property
    def unfetched(self) -> int:
        """How many were never handed out, be it unconfirmed."""
        return sum(update_id > self._fetched_up_to for update_id in self._waiting)

    def allow(self, kinds: Collection[str]) -> None:
        """Put only these kinds into the queue from now on; none named means the default ones."""
        self.allowed = frozenset(kinds) or DEFAULT_KINDS

    def add(self, kind: str, whose: int, now: float, content: dict[str, Any]) -> None:
        """Queue an update, unless its kind is not allowed. `whose` is the chat or user that it belongs to."""
        if kind not in self.allowed:
            return
        self._put(kind, "message" if kind == "edited_message" else kind, whose, now, content)

    def put_malformed(self, payload: Mapping[str, Any], chat_id: int, now: float) -> Update:
        """Queue something that is no update, among the messages of the chat."""
        return self._put(_MALFORMED, "message", chat_id, now, dict(payload))

    def repeat(self, update_id: int | None) -> Update | None:
        """Give this update, or the newest, once more; None when it is not remembered."""
        found = [update for update in self._remembered if update_id in (None, update.id)]
        self._again += found[-1:]
        return found[-1] if found else None

    def _put(self, kind: str, queue: str, whose: int, now: float, content: dict[str, Any]) -> Update:
        self.expire(now)
        expires = now + _SECONDS.get(kind, UPDATE_SECONDS)
        update = self._waiting[self._next_id] = Update(self._next_id, kind, (queue, whose), expires, content)
        self._remembered.append(update)
        self._next_id += 1
        self._next_expiry = min(self._next_expiry, expires)
        return update

    def expire(self, now: float) -> None:
        """Forget what has waited too long."""
        if now < self._next_expiry:
            return
        self._waiting = {i: update for i, update in self._waiting.items() if now < update.expires}
        self._next_expiry = min((update.expires for update in self._waiting.values()), default=inf)

    def confirm(self, offset: int) -> None:
        """Forget what is before the offset: an update's identifier, or, when negative, a place counted from the end."""
        if offset < 0:
            kept = list(self._waiting)[offset:]
            offset = kept[0] if kept else 0
        for update_id in [update_id for update_id in self._waiting if update_id < offset]:
            del self._waiting[update_id]

    def fetch(self, limit: int) -> tuple[Update, ...]:
        """The oldest ones, at most `limit`. They stay until they are confirmed."""
        updates = self.pending[:limit]
        for update in updates:
            self.mark_fetched(update)
        self._again = self._again[len(updates) :]
        return updates

    def mark_fetched(self, update: Update) -> None:
        """Note that the bot has got this update and all before it."""
        self._fetched_up_to = max(self._fetched_up_to, update.id)

    def forget(self, update: Update) -> None:
        """Confirm this one update."""
        if update in self._again:
            self._again.remove(update)
        else:
            self._waiting.pop(update.id, None)

    def clear(self) -> None:
        """Forget all that waits."""
        self._again.clear()
        self._waiting.clear()
