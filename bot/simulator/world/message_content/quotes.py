"""Passages of a message that an answer repeats (core.telegram.org/bots/api#textquote)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.world.message_content.entities import Entity


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A passage of the message replied to; `position` is in UTF-16 units of that message.

    The writer has marked it, or without `is_manual` Telegram has.
    """

    text: str
    position: int
    entities: tuple[Entity, ...] = ()
    is_manual: bool = True
