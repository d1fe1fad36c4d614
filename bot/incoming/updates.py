"""An update: whether it concerns the bot at all, what it asks, and in which order it is handled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from telegram import Bot, Chat, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.incoming.addressing import UserRequest, identity_of, parse_request
from bot.incoming.update_validation import Broken, without_broken_parts

# What is handled here; Telegram then sends nothing else.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query", "guest_message")

_ABSENT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class ChatKind(StrEnum):
    """Where somebody asks, as logs and metrics tell it."""

    PRIVATE = "private"
    GROUP = "group"
    INLINE = "inline"
    GUEST = "guest"


class Lane(NamedTuple):
    """Updates of one lane are handled one after the other. `private`: it is one person's, not a group's."""

    name: str
    private: bool


@dataclass(frozen=True, eq=False, slots=True)
class IncomingUpdate:
    """An update that concerns the bot. `request` is what its message asks; None where it has no message that does."""

    update: Update
    request: UserRequest | None

    @property
    def chat_kind(self) -> ChatKind:
        """Where it comes from."""
        if self.update.inline_query:
            return ChatKind.INLINE
        if self.update.guest_message:
            return ChatKind.GUEST
        chat = _chat(self.update)
        return ChatKind.PRIVATE if chat is None or chat.type == ChatType.PRIVATE else ChatKind.GROUP

    @property
    def lane(self) -> Lane:
        """Its lane: its chat, or its person where there is no chat."""
        if chat := _chat(self.update):
            return Lane(f"chat {chat.id}", chat.type == ChatType.PRIVATE)
        person = self.update.effective_user
        return Lane(f"person {person.id if person else 0}", private=True)


def parse_update(raw: Any, bot: Bot) -> IncomingUpdate | None:
    """The update that is in this JSON, without those parts of it that are not as Telegram promises.

    None when it is not meant for the bot.

    Raises:
        TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError: it cannot be read.
        Broken: it lacks what it cannot be without.
    """
    whole = without_broken_parts(raw, Update)
    if lost := raw.keys() - whole.keys():  # all of its fields are optional, but one of them is what it is about
        raise Broken(f"a broken {min(lost)}")
    update = Update.de_json(whole, bot)
    me = identity_of(bot)
    message = update.message or update.edited_message or update.guest_message
    request = parse_request(message, me) if message else None
    return IncomingUpdate(update, request) if request or _concerns_without_request(update) else None


def _concerns_without_request(update: Update) -> bool:
    if update.message:
        return bool(update.message.migrate_to_chat_id or update.message.migrate_from_chat_id)
    if update.my_chat_member:
        return has_joined_group(update.my_chat_member) or has_left_chat(update.my_chat_member)
    return bool(update.callback_query or update.inline_query)


def has_joined_group(change: ChatMemberUpdated) -> bool:
    """Whether the bot has just become a member of a group."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    in_group = change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
    return in_group and was in _ABSENT and now in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


def has_left_chat(change: ChatMemberUpdated) -> bool:
    """Whether the bot is in the chat no more: removed from a group, or stopped by a person."""
    return change.new_chat_member.status in _ABSENT


def client_language(person: User | None) -> str | None:
    """The language tag of the person's client; None when it is not known."""
    return person.language_code if person else None


def sender_id(message: Message) -> int:
    """The identifier of who wrote the message: whoever writes as a group or a channel is that of the chat.

    One person may own many channels.
    """
    sender = None if message.sender_chat else message.from_user
    return sender.id if sender else message.chat_id


def _chat(update: Update) -> Chat | None:
    if update.callback_query and update.callback_query.message:
        return update.callback_query.message.chat
    message = update.message or update.edited_message or update.guest_message
    if message:
        return message.chat
    return update.my_chat_member.chat if update.my_chat_member else None
