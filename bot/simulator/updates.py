"""The updates that wait for a bot (core.telegram.org/bots/api#getting-updates)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Update:
    """One update as it goes out. `place` is the chat or user within whom the order of delivery is kept."""

    id: int
    kind: str
    place: int
    date: float
    content: dict[str, Any]

    @property
    def payload(self) -> dict[str, Any]:
        """The update as the Bot API writes it."""
        return {"update_id": self.id, self.kind: self.content}


class UpdateQueue:
    """A bot's updates, oldest first, until they are confirmed; not longer than a day."""

    def __init__(self, first_id: int) -> None:
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self._next_id = first_id
        self._waiting: dict[int, Update] = {}
        self._fetched_up_to = 0

    @property
    def pending(self) -> tuple[Update, ...]:
        """What is not yet confirmed."""
        return tuple(self._waiting.values())

    @property
    def unfetched(self) -> int:
        """How many were never handed out, be it unconfirmed."""
        return sum(update_id > self._fetched_up_to for update_id in self._waiting)

    def allow(self, kinds: Collection[str]) -> None:
        """Put only these kinds into the queue from now on; none named means the default ones."""
        self.allowed = frozenset(kinds) or DEFAULT_KINDS

    def add(self, kind: str, place: int, date: float, content: dict[str, Any]) -> None:
        """Queue an update, unless its kind is not allowed; what is older than a day goes."""
        if kind not in self.allowed:
            return
        self._waiting = {i: update for i, update in self._waiting.items() if update.date > date - UPDATE_SECONDS}
        self._waiting[self._next_id] = Update(self._next_id, kind, place, date, content)
        self._next_id += 1

    def confirm(self, offset: int) -> None:
        """Forget what is before the offset: an update's identifier, or, when negative, a place counted from the end."""
        if offset < 0:
            kept = list(self._waiting)[offset:]
            offset = kept[0] if kept else 0
        for update_id in [update_id for update_id in self._waiting if update_id < offset]:
            del self._waiting[update_id]

    def hand_out(self, limit: int) -> tuple[Update, ...]:
        """The oldest ones, at most `limit`. They stay until they are confirmed."""
        updates = self.pending[:limit]
        for update in updates:
            self.mark_fetched(update)
        return updates

    def mark_fetched(self, update: Update) -> None:
        """Note that the bot has got this update and all before it."""
        self._fetched_up_to = max(self._fetched_up_to, update.id)

    def forget(self, update: Update) -> None:
        """Confirm this one update."""
        self._waiting.pop(update.id, None)

    def clear(self) -> None:
        """Forget all that waits."""
        self._waiting.clear()
