"""What was done about an update."""

from __future__ import annotations

from typing import NamedTuple

from bot.messages.reply import Reply
from bot.store import Exchange


class HandlingResult(NamedTuple):
    """What was done about an update: the reply that went out, and, where it answers a message, which."""

    reply: Reply
    exchange: Exchange | None = None
