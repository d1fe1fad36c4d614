"""Chats that the bot is in: a message, an edit, a tap or a change of members comes in, a reply goes out."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Protocol

from telegram import CallbackQuery, ChatMemberUpdated, Message
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.articles.scope import ChatScope
from bot.callback.callback_data import ChooseAll, ChooseArticle, decode
from bot.handlers.chat_choice import ChatChoice, ChoiceMemory
from bot.handlers.result import HandlingResult
from bot.handlers.sending import MessagePlace, edit, send_reply, send_to_chat
from bot.incoming.addressing import BotIdentity, UserRequest, identity_of, parse_request
from bot.incoming.message_view import MessageView, view_message
from bot.incoming.rate_limit import Admission, Cooldown, RateLimit
from bot.incoming.updates import client_language, has_joined_group, has_left_chat, sender_id
from bot.messages.reply import Reply
from bot.messages.texts import Texts
from bot.replies.conversation import EMPTY_VIEW, Conversation
from bot.store import Exchange

_LOGGER = logging.getLogger(__name__)

# In so many seconds a chat is told once that only text can be answered: who sends ten stickers knows it by then.
_TEXT_ONLY_EVERY = 600.0

# Quick fingers tap more often than they ask. In a group, Telegram takes twenty messages and edits a minute of a bot: a
# few are left for answers, whoever taps.
_TAPS_A_QUESTION = 2
_GROUP_TAPS = 15


class ExchangeMemory(Protocol):
    """Remembers which message of the bot's answers which question."""

    async def answer_to(self, chat: int, question: int) -> int | None:
        """The message that answers this one; None when it was not answered, or too long ago."""


class ChatMemory(ExchangeMemory, ChoiceMemory, Protocol):
    """Remembers both: answers, and what chats have settled on."""


class ChatHandlers:
    """Handles what happens in chats. Each method returns what was done, None when the bot kept silent."""

    def __init__(self, bot: ExtBot[None], conversation: Conversation, limit: RateLimit, memory: ChatMemory) -> None:
        self._bot = bot
        self._conversation = conversation
        self._limit = limit
        self._edits = RateLimit(limit.limit)
        self._taps = RateLimit(_TAPS_A_QUESTION * limit.limit)
        self._group_taps = RateLimit(_GROUP_TAPS if limit.limit else 0)
        self._text_only = Cooldown(_TEXT_ONLY_EVERY)
        self._answers: ExchangeMemory = memory
        self._choice = ChatChoice(bot, conversation, memory)

    async def on_message(self, message: Message, request: UserRequest | None) -> HandlingResult | None:
        """Somebody has written, or a group has become a supergroup."""
        await self._choice.migrate(message)
        if request is None:
            return None
        if not request.has_text:
            return await self._answer_without_text(message, request)
        admission = self._limit.admit(sender_id(message))
        if admission is Admission.IGNORE:
            return None
        if admission is Admission.WARN:
            in_group = message.chat.type != ChatType.PRIVATE
            warning = self._conversation.text_reply(
                "too-many", request, client_language(message.from_user), in_group=in_group
            )
            await send_reply(message, warning)
            return HandlingResult(warning)
        reply, scope = await self._reply(message, request)
        if reply is None:
            return None
        sent = await send_reply(message, reply, as_reply=reply.as_reply or None)
        await self._choice.forget_missing(message.chat_id, scope)
        return HandlingResult(reply, Exchange(message.chat_id, message.message_id, sent.message_id) if sent else None)

    async def _answer_without_text(self, message: Message, request: UserRequest) -> HandlingResult | None:
        """What has no words, in private: once in a while, that only text can be answered."""
        if not self._text_only.admit(message.chat_id):
            return None
        reply = self._conversation.text_reply("text-only", request, client_language(message.from_user), in_group=False)
        await send_reply(message, reply)
        return HandlingResult(reply)

    async def on_edit(self, message: Message, request: UserRequest) -> HandlingResult | None:
        """Somebody has changed what they wrote."""
        answer = await self._answers.answer_to(message.chat_id, message.message_id)
        if answer is None or not request.has_text or self._edits.admit(sender_id(message)) is not Admission.ANSWER:
            return None
        reply, scope = await self._reply(message, request)
        if reply is None:
            return None
        await edit(self._bot, MessagePlace(message.chat_id, answer), reply)
        await self._choice.forget_missing(message.chat_id, scope)
        return HandlingResult(reply)

    async def _reply(self, message: Message, request: UserRequest) -> tuple[Reply | None, ChatScope]:
        """The reply (None: silence), and what it is answered from: a link to an article settles the chat on that."""
        in_group = message.chat.type != ChatType.PRIVATE
        me, language = identity_of(self._bot), client_language(message.from_user)
        scope = await self._choice.scope_of(message.chat_id)
        if article := self._conversation.linked_article(request, scope):
            scope, refusal = await self._choice.choose_linked(message, article, scope)
            if refusal:
                return self._conversation.text_reply(refusal, request, language, in_group=in_group), scope
        run = self._conversation.library.run
        return await run(self._conversation.reply_to, request, me, language, in_group=in_group, scope=scope), scope

    async def on_callback_query(self, query: CallbackQuery) -> HandlingResult | None:
        """Somebody has tapped a button under a message of the bot's."""
        if not self._admits_tap(query):
            await self._confirm(query, self._texts(query)("too-many-taps"))
            return None
        reply, note = await self._callback_reply(query, identity_of(self._bot))
        stale = not reply and not note
        said = self._texts(query)(note or "stale-button") if note or stale else reply.confirmation if reply else ""
        await self._confirm(query, said, alert=stale, more_follows=reply is not None)
        if reply is None or not (query.message or query.inline_message_id):
            return None
        await self._edit_or_send(reply, query)
        return HandlingResult(reply)

    def _admits_tap(self, query: CallbackQuery) -> bool:
        """Whether neither this person nor this group has tapped too often: each tap may cost a message."""
        chat = query.message.chat if query.message else None
        limits = [(self._taps, query.from_user.id)]
        if chat and chat.type != ChatType.PRIVATE:
            limits.append((self._group_taps, chat.id))
        return all(limit.admit(who) is Admission.ANSWER for limit, who in limits)

    def _texts(self, query: CallbackQuery) -> Texts:
        return self._conversation.texts_for(client_language(query.from_user))

    async def _confirm(
        self, query: CallbackQuery, said: str, *, alert: bool = False, more_follows: bool = False
    ) -> None:
        try:
            await query.answer(text=said or None, show_alert=alert or None)
        except TelegramError as error:
            if not more_follows:
                raise
            # Too old to be answered, or too many: the person still waits for what the button promised.
            _LOGGER.info("A button's tap could not be confirmed: %s", error.message)

    async def _callback_reply(self, query: CallbackQuery, me: BotIdentity) -> tuple[Reply | None, str]:
        """What the tap brings, and the key of a line that the person is told."""
        view, scope, note = self._view_of(query, me), ChatScope(self._conversation.retriever), ""
        if query.message:
            scope = await self._choice.scope_of(query.message.chat.id)
        callback = decode(query.data or "")
        if isinstance(callback, ChooseArticle | ChooseAll):
            before = scope
            scope, note = await self._choice.choose(query, callback, scope)
            if note and scope is before:  # nothing was chosen, nothing changes
                return None, note
        language = client_language(query.from_user)
        run = self._conversation.library.run
        reply = await run(self._conversation.reply_to_callback, query.data or "", language, view, scope=scope, me=me)
        return reply, note

    def _view_of(self, query: CallbackQuery, me: BotIdentity) -> MessageView:
        if not isinstance(query.message, Message):
            return replace(EMPTY_VIEW, in_group=True, is_elsewhere=query.message is None)
        asked = query.message.reply_to_message
        request = parse_request(asked, me) if asked else None
        return replace(view_message(query.message), question=request.words if request else "")

    async def _edit_or_send(self, reply: Reply, query: CallbackQuery) -> None:
        message = query.message
        place = (
            MessagePlace(message.chat.id, message.message_id)
            if message
            else MessagePlace(inline_message=query.inline_message_id)
        )
        if (reply.in_place or message is None) and await edit(self._bot, place, reply):
            return
        if isinstance(message, Message):
            await send_reply(message, reply, as_reply=False)
        elif message:  # older than the bot may read; which chat it stands in is still known
            await send_to_chat(self._bot, message.chat.id, reply)

    async def on_membership(self, change: ChatMemberUpdated) -> HandlingResult | None:
        """The bot was added to a chat, or removed from it."""
        if has_left_chat(change):
            await self._choice.forget(change.chat.id)
        if not has_joined_group(change):
            return None
        reply = self._conversation.introduction(identity_of(self._bot), client_language(change.from_user))
        await send_to_chat(self._bot, change.chat.id, reply)
        return HandlingResult(reply)
