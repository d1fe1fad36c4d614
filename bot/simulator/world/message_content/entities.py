"""Formatted stretches of a text (core.telegram.org/bots/api#messageentity). Offsets and lengths in UTF-16 units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.simulator.world.users import User

BLOCKQUOTES: Final = frozenset({"blockquote", "expandable_blockquote"})
CODES: Final = frozenset({"pre", "code"})
# What a client finds in the text by itself; from a bot, Telegram takes these without a word and finds its own.
FOUND_IN_TEXT: Final = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
)
WRITTEN_BY_BOTS: Final = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "text_link", "text_mention", *BLOCKQUOTES, *CODES}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One stretch. `url` only with "text_link", `user` only with "text_mention", `language` only with "pre"."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: User | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        """The offset after its last unit."""
        return self.offset + self.length

    def overlaps(self, other: Entity) -> bool:
        """Whether the two have a character in common."""
        return self.offset < other.end and other.offset < self.end

    def of(self, text: str) -> str:
        """The characters that it covers."""
        units = text.encode("utf-16-le")
        return units[2 * self.offset : 2 * self.end].decode("utf-16-le")


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units: a character outside the basic plane, such as an emoji, counts two."""
    return len(text) + sum(character > "\uffff" for character in text)


def sort_entities(entities: list[Entity]) -> tuple[Entity, ...]:
    """As Telegram sends them: by offset, the longer first."""
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length, entity.type)))
