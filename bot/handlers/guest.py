"""Guest mode: somebody mentions the bot in a chat that it is not in."""

from __future__ import annotations

import logging

from telegram import Message
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.handlers.result import HandlingResult
from bot.incoming.addressing import UserRequest, identity_of
from bot.incoming.rate_limit import Admission, RateLimit
from bot.incoming.updates import client_language, sender_id
from bot.messages.reply import Reply
from bot.replies.conversation import Conversation
from bot.replies.inline import guest_suggestion

_LOGGER = logging.getLogger(__name__)


class GuestHandler:
    """Answers guest messages."""

    def __init__(self, bot: ExtBot[None], conversation: Conversation, limit: RateLimit) -> None:
        self._bot = bot
        self._conversation = conversation
        self._limit = limit

    async def on_guest_message(self, message: Message, request: UserRequest) -> HandlingResult | None:
        """Somebody has mentioned the bot where it is no member. None when it kept silent."""
        if message.guest_query_id is None or not request.has_text:
            return None
        admission = self._limit.admit(sender_id(message))
        if admission is Admission.IGNORE:
            return None
        language = client_language(message.from_user)
        if admission is Admission.WARN:
            said: Reply | None = self._conversation.text_reply("too-many", request, language, in_group=True)
        else:
            me, run = identity_of(self._bot), self._conversation.library.run
            said = await run(self._conversation.reply_to, request, me, language, in_group=True, is_guest=True)
        if said is None:
            return None
        suggestion = guest_suggestion(said, self._conversation.retriever.articles)
        try:
            await self._bot.answer_guest_query(message.guest_query_id, suggestion.for_telegram())
        except BadRequest as error:
            _LOGGER.info("A guest message could not be answered: %s", error.message)  # too old, or deleted
        return HandlingResult(said)
