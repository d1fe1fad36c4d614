"""A message as it stands in a chat (core.telegram.org/bots/api#message)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.simulator.entities import Entity
from bot.simulator.keyboards import Button, Keyboard
from bot.simulator.users import User

if TYPE_CHECKING:
    from bot.simulator.chats import Channel, Chat, Group, Topic


@dataclass(frozen=True, slots=True)
class Quote:
    """The passage of the message replied to that the writer marked; `position` is in UTF-16 units of that message."""

    text: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a forwarded message comes from: a user, a user who hides (only `name`), or a post of a channel."""

    date: int
    user: User | None = None
    name: str | None = None
    channel: Channel | None = None
    message_id: int | None = None


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


Service = MembersAdded | MemberLeft | TopicCreated


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPreview:
    """How the card of a link is shown (core.telegram.org/bots/api#linkpreviewoptions)."""

    is_disabled: bool = False
    url: str | None = None
    prefer_small_media: bool = False
    prefer_large_media: bool = False
    show_above_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, as it was at one moment; an edit puts another one in its place.

    `id` counts from 1 in every chat, so the same number occurs in many chats, as in Telegram's supergroups. `date` and
    `edit_date` are Unix time. A service message has `service` and no text.
    """

    chat: Chat = field(repr=False)
    id: int
    date: int
    sender: User
    sender_chat: Group | Channel | None = field(default=None, repr=False)
    text: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard | None = None
    reply_to_id: int | None = None
    quote: Quote | None = None
    topic: Topic | None = None
    thread_id: int | None = None
    edit_date: int | None = None
    origin: Origin | None = None
    is_automatic_forward: bool = False
    link_preview: LinkPreview | None = None
    is_protected: bool = False
    service: Service | None = None

    @property
    def reply_to(self) -> Message | None:
        """The message that it answers, as that stands now; None when there is none, or it was deleted."""
        return None if self.reply_to_id is None else self.chat.message(self.reply_to_id)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons of its keyboard, row by row."""
        return self.keyboard.buttons if self.keyboard else ()

    def button(self, label: str) -> Button | None:
        """Its first button with exactly this label."""
        return next((button for button in self.buttons if button.text == label), None)
