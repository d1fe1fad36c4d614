"""The edge to Telegram: an update comes in, a reply goes out. What is said is decided elsewhere."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from telegram import LinkPreviewOptions, MaybeInaccessibleMessage, Message, Update
from telegram.error import BadRequest
from telegram.ext import Application, CallbackContext, CallbackQueryHandler, ExtBot, MessageHandler, filters

from bot.addressing import Identity, addressed
from bot.conversation import Conversation
from bot.replies.reply import Reply

_LOGGER = logging.getLogger(__name__)

# A card with a picture of the linked page would push the quote out of sight.
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Context = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]


@dataclass(frozen=True, eq=False, slots=True)
class Handlers:
    """Handles the updates that the bot asks Telegram for, and no others."""

    conversation: Conversation

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Puts the handlers into the application."""
        # UpdateType.MESSAGE leaves out edits and channel posts, which are also "messages" to filters.TEXT.
        application.add_handler(MessageHandler(filters.UpdateType.MESSAGE & filters.TEXT, self._on_message))
        application.add_handler(CallbackQueryHandler(self._on_tap))
        application.add_error_handler(_on_error)

    async def _on_message(self, update: Update, context: Context) -> None:
        message = update.message
        if message is None:
            return
        me = identity(context.bot)
        call = addressed(message, me)
        if call is not None:
            await _send(message, self.conversation.reply_to(call, me, _language(update)))

    async def _on_tap(self, update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        language = _language(update)
        reply = self.conversation.reply_to_tap(query.data or "", language)
        stale = None if reply else self.conversation.texts_for(language)("stale-button")
        try:
            await query.answer(text=stale, show_alert=True if stale else None)
        except BadRequest:
            # Too old to be answered; the person still waits for what the button promised.
            _LOGGER.info("A button's tap could not be confirmed: it is too old.")
        if reply is None:
            return
        if reply.in_place:
            await _edit(context.bot, query.message, reply)
        elif isinstance(query.message, Message):
            await _send(query.message, reply, as_reply=False)
        else:  # older than the bot may read; which chat it stands in is still known
            await _send_to_chat(context.bot, query.message.chat.id, reply)


def identity(bot: ExtBot[None]) -> Identity:
    """Who the bot is, as `getMe` told when it started."""
    return Identity(bot.id, bot.username, hears_all=bool(bot.bot.can_read_all_group_messages))


def _language(update: Update) -> str | None:
    return update.effective_user.language_code if update.effective_user else None


async def _send(message: Message, reply: Reply, *, as_reply: bool | None = None) -> None:
    """Sends into the message's chat and topic; in a group as a reply to it, unless it was deleted meanwhile."""
    text, entities = reply.text.for_telegram()
    await message.reply_text(
        text,
        entities=entities,
        reply_markup=reply.keyboard,
        link_preview_options=_NO_PREVIEW,
        do_quote=as_reply,
        allow_sending_without_reply=True,
    )


async def _send_to_chat(bot: ExtBot[None], chat_id: int, reply: Reply) -> None:
    text, entities = reply.text.for_telegram()
    await bot.send_message(
        chat_id, text, entities=entities, reply_markup=reply.keyboard, link_preview_options=_NO_PREVIEW
    )


async def _edit(bot: ExtBot[None], message: MaybeInaccessibleMessage, reply: Reply) -> None:
    """Puts the reply in the message's place; where that cannot be, sends it anew."""
    text, entities = reply.text.for_telegram()
    try:
        await bot.edit_message_text(
            text,
            chat_id=message.chat.id,
            message_id=message.message_id,
            entities=entities,
            reply_markup=reply.keyboard,
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as error:
        if "not modified" not in error.message:  # two quick taps ask for the same twice
            await _send_to_chat(bot, message.chat.id, reply)


async def _on_error(_: object, context: Context) -> None:
    _LOGGER.error("An update could not be handled.", exc_info=context.error)
