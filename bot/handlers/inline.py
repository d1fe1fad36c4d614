"""Inline mode: somebody types after the bot's name, in any chat."""

from __future__ import annotations

import logging

from telegram import InlineQuery, InlineQueryResultsButton
from telegram.error import BadRequest

from bot.articles.deep_links import INLINE_START
from bot.incoming.updates import client_language
from bot.replies.conversation import Conversation

_LOGGER = logging.getLogger(__name__)

# For as long Telegram may answer the same query of the same person by itself, in seconds. Short: articles change.
_CACHE = 30


class InlineHandler:
    """Answers inline queries."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    async def on_inline_query(self, query: InlineQuery) -> None:
        """Somebody is typing after the bot's name."""
        run, language = self._conversation.library.run, client_language(query.from_user)
        page = await run(self._conversation.inline_page, query.query, query.offset, language)
        try:
            await query.answer(
                [suggestion.for_telegram() for suggestion in page.suggestions],
                cache_time=_CACHE if page.is_cacheable else 0,
                is_personal=True,  # in the person's language
                next_offset=page.next_offset,
                button=InlineQueryResultsButton(page.button, start_parameter=INLINE_START),
            )
        except BadRequest as error:
            _LOGGER.info("An inline query could not be answered: %s", error.message)  # the person types on
