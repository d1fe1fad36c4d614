"""The edge to Telegram: an update comes in, a reply goes out. What is said is decided elsewhere."""

from __future__ import annotations

import logging
from typing import Any

from telegram import ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    ApplicationHandlerStop,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    ExtBot,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.addressing import Identity, addressed
from bot.answered import Answered
from bot.conversation import NOTHING_SHOWN, Conversation
from bot.pace import Pace, Verdict
from bot.replies.reply import Reply
from bot.sending import Place, edit, send_reply, send_to_chat
from bot.shown import shown_in
from bot.wholeness import is_whole

_LOGGER = logging.getLogger(__name__)

# What is handled here; Telegram then sends nothing else.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query", "guest_message")

Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]

_ABSENT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class Handlers:
    """Handles the updates that the bot asks Telegram for."""

    def __init__(self, conversation: Conversation, pace: Pace) -> None:
        self._conversation = conversation
        self._pace = pace
        self._answered = Answered()

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Puts the handlers into the application."""
        application.add_handler(TypeHandler(Update, _leave_aside), group=-1)  # before all others
        # By kind of update, since to other filters edits and channel posts are messages, too.
        application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, self._on_message))
        application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, self._on_edit))
        application.add_handler(CallbackQueryHandler(self._on_tap))
        application.add_handler(ChatMemberHandler(self._on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_error_handler(_on_error)

    async def _on_message(self, update: Update, context: Context) -> None:
        message = update.message
        reply = self._reply(message, update, context) if message else None
        if message is None or reply is None:
            return
        verdict = self._pace.verdict(sender_of(message))
        if verdict is Verdict.IGNORE:
            return
        if verdict is Verdict.TELL:
            said = message.text or "" if message.chat.type != ChatType.PRIVATE else ""
            reply = self._conversation.too_many(language_of(update), said)
        sent = await send_reply(message, reply)
        if sent and verdict is Verdict.ANSWER:
            self._answered.note(message.chat_id, message.message_id, sent.message_id)

    async def _on_edit(self, update: Update, context: Context) -> None:
        message = update.edited_message
        answer = self._answered.answer_to(message.chat_id, message.message_id) if message else None
        if message is None or answer is None:
            return
        if reply := self._reply(message, update, context):
            await edit(context.bot, Place(message.chat_id, answer), reply)

    def _reply(self, message: Message, update: Update, context: Context) -> Reply | None:
        """What the message is answered; None when it is not meant for the bot."""
        me = identity(context.bot)
        call = addressed(message, me)
        if call is None:
            return None
        in_group = message.chat.type != ChatType.PRIVATE
        return self._conversation.reply_to(call, me, language_of(update), in_group=in_group)

    async def _on_tap(self, update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        language = language_of(update)
        shown = shown_in(query.message) if isinstance(query.message, Message) else NOTHING_SHOWN
        reply = self._conversation.reply_to_tap(query.data or "", language, shown)
        stale = None if reply else self._conversation.texts_for(language)("stale-button")
        try:
            await query.answer(text=stale, show_alert=True if stale else None)
        except BadRequest:
            # Too old to be answered; the person still waits for what the button promised.
            _LOGGER.info("A button's tap could not be confirmed: it is too old.")
        if reply is None or not (query.message or query.inline_message_id):
            return
        message = query.message
        place = Place(message.chat.id, message.message_id) if message else Place(inline_message=query.inline_message_id)
        if (reply.in_place or message is None) and await edit(context.bot, place, reply):
            return
        if isinstance(message, Message):
            await send_reply(message, reply, as_reply=False)
        elif message:  # older than the bot may read; which chat it stands in is still known
            await send_to_chat(context.bot, message.chat.id, reply)

    async def _on_membership(self, update: Update, context: Context) -> None:
        change = update.my_chat_member
        if change and _joined_a_group(change):
            reply = self._conversation.introduction(identity(context.bot), change.from_user.language_code)
            await send_to_chat(context.bot, change.chat.id, reply)


def identity(bot: ExtBot[None]) -> Identity:
    """Who the bot is, as `getMe` told when it started."""
    return Identity(bot.id, bot.username, hears_all=bool(bot.bot.can_read_all_group_messages))


def _joined_a_group(change: ChatMemberUpdated) -> bool:
    was, now = change.old_chat_member.status, change.new_chat_member.status
    in_group = change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
    return in_group and was in _ABSENT and now in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


def language_of(update: Update) -> str | None:
    """The language tag of the client of who caused the update; None when it is not known."""
    return update.effective_user.language_code if update.effective_user else None


def sender_of(message: Message) -> int:
    """The identifier of who wrote the message, be it a group as which an administrator writes."""
    sender = message.sender_chat or message.from_user
    return sender.id if sender else message.chat_id


async def _leave_aside(update: Update, _: Context) -> None:
    if not is_whole(update):
        _LOGGER.warning("An update lacks what Telegram promises; it is left aside.")
        raise ApplicationHandlerStop


async def _on_error(_: object, context: Context) -> None:
    _LOGGER.error("An update could not be handled.", exc_info=context.error)
