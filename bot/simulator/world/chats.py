"""Chats with what stands in them (core.telegram.org/bots/api#chat, #message).

Private chats, groups with their members and topics, channels; and messages, which know their chat as it knows them.
"""

from __future__ import annotations

import dataclasses
import threading
from dataclasses import dataclass, field

from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.message_content.entities import Entity
from bot.simulator.world.message_content.keyboards import Button, Keyboard
from bot.simulator.world.message_content.link_previews import LinkPreview
from bot.simulator.world.message_content.media import Media
from bot.simulator.world.message_content.quotes import TextQuote
from bot.simulator.world.message_content.services import Service
from bot.simulator.world.users import Member, Status, User


@dataclass(frozen=True, slots=True)
class ForumTopic:
    """A topic of a forum. Its `id` is that of the service message that created it.

    General is no `ForumTopic`: it is always there, and its messages carry no thread (core.telegram.org/api/forum).
    """

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ChatAction:
    """What a bot said to be doing ("typing"), at Unix time `date`."""

    user: User
    action: str
    date: float
    thread_id: int | None = None


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
class ExternalReply:
    """The message of another chat that is answered; `chat` and `message_id` only where bots may know them."""

    origin: Origin
    chat: Chat | None = None
    message_id: int | None = None
    media: Media | None = None
    link_preview: LinkPreview | None = None


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
    quote: TextQuote | None = None
    topic: ForumTopic | None = None
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


class Chat:
    """What all chats have: an identifier and messages."""

    type: str

    def __init__(self, chat_id: int, lock: threading.Condition) -> None:
        self.id = chat_id
        self._lock = lock
        self._messages: dict[int, Message] = {}
        self._last_id = 0
        self._actions: list[ChatAction] = []
        # By message: the users that are bots which got it as an update.
        self._recipients: dict[int, set[int]] = {}
        # Whether what is written there cannot be forwarded or copied, nor seen by guests.
        self.is_protected = False

    @property
    def messages(self) -> tuple[Message, ...]:
        """All that stand there now, newest last, service messages included."""
        with self._lock:
            return tuple(self._messages.values())

    @property
    def actions(self) -> tuple[ChatAction, ...]:
        """Every chat action so far, newest last."""
        with self._lock:
            return tuple(self._actions)

    def message(self, message_id: int) -> Message | None:
        """The message with this identifier, or None: never sent, or deleted."""
        with self._lock:
            return self._messages.get(message_id)

    @property
    def next_id_to_come(self) -> int:
        """The identifier that the next message will have."""
        return self._last_id + 1

    def next_id(self) -> int:
        """The identifier of a new message; none is given twice, whatever is deleted."""
        self._last_id += 1
        return self._last_id

    def put(self, message: Message) -> None:
        """Add the message, or put it in the place of its earlier version."""
        self._messages[message.id] = message

    def remove(self, message: Message) -> None:
        """Delete the message for everybody."""
        self._messages.pop(message.id, None)

    def add_recipient(self, message: Message, bot: User) -> None:
        """Note that a bot gets the message."""
        self._recipients.setdefault(message.id, set()).add(bot.id)

    def recipients(self, message: Message) -> frozenset[int]:
        """The identifiers of the bots that got the message, which no client is told."""
        with self._lock:
            return frozenset(self._recipients.get(message.id, ()))

    def add_action(self, action: ChatAction) -> None:
        """Note what a bot says to be doing."""
        self._actions.append(action)


class PrivateChat(Chat):
    """One person's chat with one bot. Its identifier is the person's."""

    type = "private"

    def __init__(self, user: User, account: BotAccount, lock: threading.Condition) -> None:
        super().__init__(user.id, lock)
        self.user = user
        self.account = account
        self.is_blocked = False


class Group(Chat):
    """A group or supergroup. `username` makes a supergroup public; with `is_forum` it has topics."""

    def __init__(
        self,
        chat_id: int,
        lock: threading.Condition,
        *,
        title: str,
        is_supergroup: bool,
        is_forum: bool = False,
        is_upgraded: bool = False,
        username: str | None = None,
    ) -> None:
        super().__init__(chat_id, lock)
        self.type = "supergroup" if is_supergroup else "group"
        self.title = title
        self.username = username
        self.is_forum = is_forum
        self.linked_channel: Channel | None = None
        # The supergroup that this group has become.
        self.upgraded_to: Group | None = None
        # A supergroup's message 1 says that it was made; so no topic has 1, which is General's number. One that was a
        # group before says so with that message.
        self._last_id = 1 if is_supergroup and not is_upgraded else 0
        # The bot whose message is the latest of all bots' in the group: it gets bare commands in privacy mode.
        self.last_bot: User | None = None
        self._members: dict[int, Member] = {}
        self._topics: dict[int, ForumTopic] = {}

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody who is in the group now."""
        with self._lock:
            return tuple(member for member in self._members.values() if member.is_present)

    @property
    def topics(self) -> tuple[ForumTopic, ...]:
        """The forum's topics except General, oldest first."""
        with self._lock:
            return tuple(self._topics.values())

    def topic(self, which: int | str) -> ForumTopic | None:
        """The topic with this identifier or name."""
        return next((topic for topic in self.topics if which in (topic.id, topic.name)), None)

    def member(self, user: User) -> Member:
        """The user's place in the group; "left" for whoever was never in it."""
        with self._lock:
            return self._members.get(user.id, Member(user, Status.LEFT))

    def knows(self, user: User) -> bool:
        """Whether the user is or ever was a member."""
        return user.id in self._members

    def set_status(self, user: User, status: Status) -> tuple[Member, Member]:
        """Give the user this status; the member as it was, and as it is."""
        before = self.member(user)
        after = dataclasses.replace(before, status=status)
        self._members[user.id] = after
        return before, after

    def copy_members(self, group: Group) -> None:
        """Have the members that the other group has, also those who have gone."""
        self._members = dict(group._members)

    def add_topic(self, topic: ForumTopic) -> None:
        """Add a topic whose service message stands in the group."""
        self._topics[topic.id] = topic


class Channel(Chat):
    """A channel; its posts appear in its discussion group (core.telegram.org/api/discussion)."""

    type = "channel"

    def __init__(self, chat_id: int, lock: threading.Condition, *, title: str, username: str | None = None) -> None:
        super().__init__(chat_id, lock)
        self.title = title
        self.username = username
        self.discussion: Group | None = None
