"""Chats that the bot is not in: inline mode and guest mode."""

from __future__ import annotations

import logging
from typing import Any

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest
from telegram.ext import Application, InlineQueryHandler, MessageHandler, filters

from bot.addressing import addressed
from bot.conversation import Conversation
from bot.handlers import Context, identity, language_of, sender_of
from bot.pace import Pace, Verdict
from bot.replies.inline import Offer, guest_offer
from bot.sending import NO_PREVIEW

_LOGGER = logging.getLogger(__name__)

# For as long Telegram may answer the same query of the same person by itself, in seconds. Short: articles change.
_CACHE = 30

_START_PARAMETER = "inline"


class Elsewhere:
    """Answers inline queries and guest messages."""

    def __init__(self, conversation: Conversation, pace: Pace) -> None:
        self._conversation = conversation
        self._pace = pace

    def register(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Puts the handlers into the application."""
        application.add_handler(InlineQueryHandler(self._on_inline_query))
        application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, self._on_guest_message))

    async def _on_inline_query(self, update: Update, _: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        page = self._conversation.inline_page(query.query, query.offset, language_of(update))
        try:
            await query.answer(
                [_result(offer) for offer in page.offers],
                cache_time=_CACHE,
                is_personal=True,  # in the person's language
                next_offset=page.next_offset,
                button=InlineQueryResultsButton(page.button, start_parameter=_START_PARAMETER),
            )
        except BadRequest as error:
            _LOGGER.info("An inline query could not be answered: %s", error.message)  # the person types on

    async def _on_guest_message(self, update: Update, context: Context) -> None:
        message = update.guest_message
        if message is None or message.guest_query_id is None:
            return
        me = identity(context.bot)
        call = addressed(message, me)
        if call is None:
            return
        reply = self._conversation.reply_to(call, me, language_of(update), in_group=True)
        verdict = self._pace.verdict(sender_of(message))
        if verdict is Verdict.TELL:
            reply = self._conversation.too_many(language_of(update), message.text or "")
        if verdict is not Verdict.IGNORE:
            offer = guest_offer(reply, self._conversation.retriever.articles)
            try:
                await context.bot.answer_guest_query(message.guest_query_id, _result(offer))
            except BadRequest as error:
                _LOGGER.info("A guest message could not be answered: %s", error.message)  # too old, or deleted


def _result(offer: Offer) -> InlineQueryResultArticle:
    text, entities = offer.reply.text.for_telegram()
    content = InputTextMessageContent(text, entities=entities, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        offer.id, offer.title, content, reply_markup=offer.reply.keyboard, description=offer.description or None
    )
