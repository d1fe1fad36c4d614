"""What an update is: whether it concerns the bot at all, in which order it is handled, and what handles it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from telegram import Chat, Update
from telegram.constants import ChatType
from telegram.ext import ExtBot

from bot.handlers.chats import ChatHandlers, ChatMemory, HandlingResult, has_joined_group, has_left_chat, identity_of
from bot.handlers.inline_and_guest import Elsewhere
from bot.incoming.addressing import BotIdentity, parse_request
from bot.incoming.rate_limit import RateLimit
from bot.incoming.update_validation import is_complete
from bot.replies.conversation import Conversation

# What is handled here; Telegram then sends nothing else.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query", "guest_message")


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


class Router:
    """Hands updates to their handlers."""

    def __init__(self, bot: ExtBot[None], conversation: Conversation, limit: RateLimit, memory: ChatMemory) -> None:
        self._bot = bot
        self._handlers = ChatHandlers(bot, conversation, limit, memory)
        self._elsewhere = Elsewhere(bot, conversation, limit)

    async def handle(self, update: Update) -> HandlingResult | None:
        """Answers the update; None when the bot kept silent, or only offered quotes."""
        if update.message:
            return await self._handlers.on_message(update.message)
        if update.edited_message:
            return await self._handlers.on_edit(update.edited_message)
        if update.callback_query:
            return await self._handlers.on_callback_query(update.callback_query)
        if update.my_chat_member:
            return await self._handlers.on_membership(update.my_chat_member)
        if update.guest_message:
            return await self._elsewhere.on_guest_message(update.guest_message)
        if update.inline_query:
            await self._elsewhere.on_inline_query(update.inline_query)
        return None

    def concerns(self, update: Update) -> bool:
        """Whether the bot has anything to do with the update; what others talk about in a group does not."""
        return concerns(update, identity_of(self._bot))


def concerns(update: Update, me: BotIdentity) -> bool:
    """Whether the update is meant for the bot that is `me`, and has all that Telegram promises."""
    if not is_complete(update):
        return False
    if message := update.message or update.edited_message or update.guest_message:
        moves = update.message and (message.migrate_to_chat_id or message.migrate_from_chat_id)
        return bool(moves) or parse_request(message, me) is not None
    if update.my_chat_member:
        return has_joined_group(update.my_chat_member) or has_left_chat(update.my_chat_member)
    return bool(update.callback_query or update.inline_query)


def kind_of_chat(update: Update) -> ChatKind:
    """Where the update comes from."""
    if update.inline_query:
        return ChatKind.INLINE
    if update.guest_message:
        return ChatKind.GUEST
    chat = _chat(update)
    return ChatKind.PRIVATE if chat is None or chat.type == ChatType.PRIVATE else ChatKind.GROUP


def lane_of(update: Update) -> Lane:
    """The lane of an update that concerns the bot: its chat, or its person where there is no chat."""
    if chat := _chat(update):
        return Lane(f"chat {chat.id}", chat.type == ChatType.PRIVATE)
    person = update.effective_user
    return Lane(f"person {person.id if person else 0}", private=True)


def _chat(update: Update) -> Chat | None:
    if update.callback_query and update.callback_query.message:
        return update.callback_query.message.chat
    message = update.message or update.edited_message or update.guest_message
    if message:
        return message.chat
    return update.my_chat_member.chat if update.my_chat_member else None
