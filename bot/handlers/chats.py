"""Chats that the bot is in: a message, an edit, a tap or a change of members comes in, a reply goes out."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import NamedTuple, Protocol

from telegram import CallbackQuery, ChatMemberUpdated, Message, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.articles.scope import ChatScope
from bot.callback.callback_data import ChooseAll, ChooseArticle, decode
from bot.handlers.chat_choice import Choices, Settling
from bot.handlers.sending import Place, edit, send_reply, send_to_chat
from bot.incoming.addressing import BotIdentity, UserRequest, parse_request
from bot.incoming.message_view import MessageView, view_message
from bot.incoming.rate_limit import Admission, RateLimit
from bot.messages.reply import Reply
from bot.replies.conversation import NOTHING_SHOWN, Conversation
from bot.store import Exchange

_LOGGER = logging.getLogger(__name__)

_ABSENT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class Done(NamedTuple):
    """What was done about an update: the reply that went out, and, where it answers a message, which."""

    reply: Reply
    exchange: Exchange | None = None


class Answers(Protocol):
    """Remembers which message of the bot's answers which question."""

    async def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers this one; None when it was not answered, or too long ago."""


class Memory(Answers, Choices, Protocol):
    """Remembers both: answers, and what chats have settled on."""


class Handlers:
    """Handles what happens in chats. Each method returns what was done, None when the bot kept silent."""

    def __init__(self, bot: ExtBot[None], conversation: Conversation, limit: RateLimit, memory: Memory) -> None:
        self._bot = bot
        self._conversation = conversation
        self._limit = limit
        self._answers: Answers = memory
        self._settling = Settling(bot, conversation, memory)

    async def on_message(self, message: Message) -> Done | None:
        """Somebody has written, or a group has become a supergroup."""
        await self._settling.moved(message)
        call = parse_request(message, identity(self._bot))
        if call is None:
            return None
        admission = self._limit.admit(sender_of(message))
        if admission is Admission.IGNORE:
            return None
        if admission is Admission.WARN:
            in_group = message.chat.type != ChatType.PRIVATE
            reply = self._conversation.told("too-many", call, language_of(message.from_user), in_group=in_group)
            await send_reply(message, reply)
            return Done(reply)
        reply, scope = await self._reply(message, call)
        sent = await send_reply(message, reply, as_reply=reply.as_reply or None)
        await self._settling.told(message.chat_id, scope)
        return Done(reply, Exchange(message.chat_id, message.message_id, sent.message_id) if sent else None)

    async def on_edit(self, message: Message) -> Done | None:
        """Somebody has changed what they wrote."""
        call = parse_request(message, identity(self._bot))
        answer = await self._answers.answer_to(message.chat_id, message.message_id) if call else None
        if call is None or answer is None:
            return None
        reply, scope = await self._reply(message, call)
        await edit(self._bot, Place(message.chat_id, answer), reply)
        await self._settling.told(message.chat_id, scope)
        return Done(reply)

    async def _reply(self, message: Message, call: UserRequest) -> tuple[Reply, ChatScope]:
        """The reply, and what it is answered from: a link to an article settles the chat on that one."""
        in_group = message.chat.type != ChatType.PRIVATE
        me, language = identity(self._bot), language_of(message.from_user)
        scope = await self._settling.scope_of(message.chat_id)
        if article := self._conversation.linked(call, scope):
            scope, refused = await self._settling.followed(message, article, scope)
            if refused:
                return self._conversation.told(refused, call, language, in_group=in_group), scope
        asking = self._conversation.library.asking
        return await asking(self._conversation.reply_to, call, me, language, in_group=in_group, scope=scope), scope

    async def on_tap(self, query: CallbackQuery) -> Done | None:
        """Somebody has tapped a button under a message of the bot's."""
        reply, note = await self._tapped(query, identity(self._bot))
        texts = self._conversation.texts_for(language_of(query.from_user))
        stale = not reply and not note
        try:
            await query.answer(text=texts(note or "stale-button") if note or stale else None, show_alert=stale or None)
        except BadRequest:
            # Too old to be answered; the person still waits for what the button promised.
            _LOGGER.info("A button's tap could not be confirmed: it is too old.")
        if reply is None or not (query.message or query.inline_message_id):
            return None
        await self._show(reply, query)
        return Done(reply)

    async def _tapped(self, query: CallbackQuery, me: BotIdentity) -> tuple[Reply | None, str]:
        """What the tap brings, and the key of a line that the person is told."""
        shown, scope, note = self._shown(query, me), ChatScope(self._conversation.retriever), ""
        if query.message:
            scope = await self._settling.scope_of(query.message.chat.id)
        tap = decode(query.data or "")
        if isinstance(tap, ChooseArticle | ChooseAll):
            before = scope
            scope, note = await self._settling.tapped(query, tap, scope)
            if note and scope is before:  # nothing was chosen, nothing changes
                return None, note
        language = language_of(query.from_user)
        asking = self._conversation.library.asking
        reply = await asking(self._conversation.reply_to_tap, query.data or "", language, shown, scope=scope, me=me)
        return reply, note

    def _shown(self, query: CallbackQuery, me: BotIdentity) -> MessageView:
        if not isinstance(query.message, Message):
            return NOTHING_SHOWN
        asked = query.message.reply_to_message
        call = parse_request(asked, me) if asked else None
        return replace(view_message(query.message), question=call.words if call else "")

    async def _show(self, reply: Reply, query: CallbackQuery) -> None:
        message = query.message
        place = Place(message.chat.id, message.message_id) if message else Place(inline_message=query.inline_message_id)
        if (reply.in_place or message is None) and await edit(self._bot, place, reply):
            return
        if isinstance(message, Message):
            await send_reply(message, reply, as_reply=False)
        elif message:  # older than the bot may read; which chat it stands in is still known
            await send_to_chat(self._bot, message.chat.id, reply)

    async def on_membership(self, change: ChatMemberUpdated) -> Done | None:
        """The bot was added to a chat, or removed from it."""
        if left_a_chat(change):
            await self._settling.left(change.chat.id)
        if not joined_a_group(change):
            return None
        reply = self._conversation.introduction(identity(self._bot), language_of(change.from_user))
        await send_to_chat(self._bot, change.chat.id, reply)
        return Done(reply)


def identity(bot: ExtBot[None]) -> BotIdentity:
    """Who the bot is, as `getMe` told when it started."""
    return BotIdentity(bot.id, bot.username, hears_all=bool(bot.bot.can_read_all_group_messages))


def joined_a_group(change: ChatMemberUpdated) -> bool:
    """Whether the bot has just become a member of a group."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    in_group = change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
    return in_group and was in _ABSENT and now in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


def left_a_chat(change: ChatMemberUpdated) -> bool:
    """Whether the bot is in the chat no more: removed from a group, or stopped by a person."""
    return change.new_chat_member.status in _ABSENT


def language_of(person: User | None) -> str | None:
    """The language tag of the person's client; None when it is not known."""
    return person.language_code if person else None


def sender_of(message: Message) -> int:
    """The identifier of who wrote the message, be it a group as which an administrator writes."""
    sender = message.sender_chat or message.from_user
    return sender.id if sender else message.chat_id
