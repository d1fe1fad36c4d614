"""Chats that the bot is not in: inline mode and guest mode."""

from __future__ import annotations

import logging

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Message
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.articles.deep_links import INLINE_START
from bot.handlers.chats import HandlingResult, identity_of, language_of, sender_of
from bot.handlers.sending import NO_PREVIEW
from bot.incoming.addressing import parse_request
from bot.incoming.rate_limit import Admission, RateLimit
from bot.replies.conversation import Conversation
from bot.replies.inline import Suggestion, guest_suggestion

_LOGGER = logging.getLogger(__name__)

# For as long Telegram may answer the same query of the same person by itself, in seconds. Short: articles change.
_CACHE = 30


class Elsewhere:
    """Answers inline queries and guest messages."""

    def __init__(self, bot: ExtBot[None], conversation: Conversation, limit: RateLimit) -> None:
        self._bot = bot
        self._conversation = conversation
        self._limit = limit

    async def on_inline_query(self, query: InlineQuery) -> None:
        """Somebody is typing after the bot's name."""
        asking, language = self._conversation.library.asking, language_of(query.from_user)
        page = await asking(self._conversation.inline_page, query.query, query.offset, language)
        try:
            await query.answer(
                [_result(offer) for offer in page.suggestions],
                cache_time=_CACHE if page.is_cacheable else 0,
                is_personal=True,  # in the person's language
                next_offset=page.next_offset,
                button=InlineQueryResultsButton(page.button, start_parameter=INLINE_START),
            )
        except BadRequest as error:
            _LOGGER.info("An inline query could not be answered: %s", error.message)  # the person types on

    async def on_guest_message(self, message: Message) -> HandlingResult | None:
        """Somebody has mentioned the bot where it is no member. None when it kept silent."""
        me = identity_of(self._bot)
        request = parse_request(message, me)
        if request is None or message.guest_query_id is None:
            return None
        admission = self._limit.admit(sender_of(message))
        if admission is Admission.IGNORE:
            return None
        language = language_of(message.from_user)
        if admission is Admission.WARN:
            reply = self._conversation.text_reply("too-many", request, language, in_group=True)
        else:
            asking = self._conversation.library.asking
            reply = await asking(self._conversation.reply_to, request, me, language, in_group=True)
        offer = guest_suggestion(reply, self._conversation.retriever.articles)
        try:
            await self._bot.answer_guest_query(message.guest_query_id, _result(offer))
        except BadRequest as error:
            _LOGGER.info("A guest message could not be answered: %s", error.message)  # too old, or deleted
        return HandlingResult(reply)


def _result(offer: Suggestion) -> InlineQueryResultArticle:
    text, entities = offer.reply.text.for_telegram()
    content = InputTextMessageContent(text, entities=entities, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        offer.id, offer.title, content, reply_markup=offer.reply.keyboard, description=offer.description or None
    )
