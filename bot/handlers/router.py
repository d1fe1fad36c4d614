"""Which handler an update goes to."""

from __future__ import annotations

from telegram.ext import ExtBot

from bot.handlers.chats import ChatHandlers, ChatMemory
from bot.handlers.guest import GuestHandler
from bot.handlers.inline import InlineHandler
from bot.handlers.result import HandlingResult
from bot.incoming.rate_limit import RateLimit
from bot.incoming.updates import IncomingUpdate
from bot.replies.conversation import Conversation


class Router:
    """Hands updates to their handlers."""

    def __init__(self, bot: ExtBot[None], conversation: Conversation, limit: RateLimit, memory: ChatMemory) -> None:
        self._chats = ChatHandlers(bot, conversation, limit, memory)
        self._guest = GuestHandler(bot, conversation, limit)
        self._inline = InlineHandler(conversation)

    async def handle(self, incoming: IncomingUpdate) -> HandlingResult | None:
        """Answers the update; None when the bot kept silent, or only offered quotes."""
        update, request = incoming.update, incoming.request
        if update.message:
            return await self._chats.on_message(update.message, request)
        if update.edited_message and request:
            return await self._chats.on_edit(update.edited_message, request)
        if update.callback_query:
            return await self._chats.on_callback_query(update.callback_query)
        if update.my_chat_member:
            return await self._chats.on_membership(update.my_chat_member)
        if update.guest_message and request:
            return await self._guest.on_guest_message(update.guest_message, request)
        if update.inline_query:
            await self._inline.on_inline_query(update.inline_query)
        return None
