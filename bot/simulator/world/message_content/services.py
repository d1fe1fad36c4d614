"""Service messages: what Telegram itself writes into a chat (core.telegram.org/bots/api#message)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator.world.users import User


@dataclass(frozen=True, slots=True)
class MembersAdded:
    """Service message: these joined or were added."""

    users: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """Service message: this one left or was removed."""

    user: User


@dataclass(frozen=True, slots=True)
class TopicCreated:
    """Service message: the first of a topic, whose identifier is the topic's."""

    name: str


@dataclass(frozen=True, slots=True)
class MigratedTo:
    """Service message: the group has become the supergroup with this identifier."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class MigratedFrom:
    """Service message: the supergroup was the group with this identifier."""

    chat_id: int


Service = MembersAdded | MemberLeft | TopicCreated | MigratedTo | MigratedFrom
