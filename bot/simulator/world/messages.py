"""A message as it stands in a chat (core.telegram.org/bots/api#message)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.simulator.world.message_content.entities import Entity
from bot.simulator.world.message_content.keyboards import Button, Keyboard
from bot.simulator.world.message_content.media import Media
from bot.simulator.world.users import User

if TYPE_CHECKING:
    from bot.simulator.world.chats import Channel, Chat, Group, Topic


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the message replied to; `position` is in UTF-16 units of that message.

    The writer has marked it, or without `is_manual` Telegram has.
    """

    text: str
    position: int
    entities: tuple[Entity, ...] = ()
    is_manual: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a message comes from: a user, one who hides (only `name`), a group in whose name they wrote, or a post."""

    date: int
    user: User | None = None
    name: str | None = None
    group: Group | None = None
    channel: Channel | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPreview:
    """How the card of a link is shown (core.telegram.org/bots/api#linkpreviewoptions)."""

    is_disabled: bool = False
    url: str | None = None
    prefer_small_media: bool = False
    prefer_large_media: bool = False
    show_above_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalReply:
    """The message of another chat that is answered; `chat` and `message_id` only where bots may know them."""

    origin: Origin
    chat: Chat | None = None
    message_id: int | None = None
    media: Media | None = None
    link_preview: LinkPreview | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, as it was at one moment; an edit puts another one in its place.

    `id` counts from 1 in every chat, so the same number occurs in many chats, as in Telegram's supergroups. `date` and
    `edit_date` are Unix time. A service message has `service` and no text. By `inline_message_id` the bot names a
    message that was sent `via_bot` with buttons, or that it has sent as a guest, summoned by `guest_caller`.
    """

    chat: Chat = field(repr=False)
    id: int
    date: int
    sender: User
    sender_chat: Group | Channel | None = field(default=None, repr=False)
    # With `media` this is its caption.
    text: str = ""
    entities: tuple[Entity, ...] = ()
    media: Media | None = None
    keyboard: Keyboard | None = None
    reply_to_id: int | None = None
    external_reply: ExternalReply | None = None
    quote: Quote | None = None
    topic: Topic | None = None
    thread_id: int | None = None
    edit_date: int | None = None
    origin: Origin | None = None
    is_automatic_forward: bool = False
    link_preview: LinkPreview | None = None
    via_bot: User | None = None
    guest_caller: User | Group | Channel | None = field(default=None, repr=False)
    inline_message_id: str | None = None
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
