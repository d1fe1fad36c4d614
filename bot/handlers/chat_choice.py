"""Chats that settle on one article: who may choose it, and where the choice is kept."""

from __future__ import annotations

from contextlib import suppress
from typing import Protocol

from telegram import CallbackQuery, Chat, Message, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.articles.scope import ChatScope
from bot.callback.callback_data import ChooseAll, ChooseArticle
from bot.config.errors import StoreUnavailable
from bot.replies.conversation import Conversation
from content import Article

_ADMINISTRATORS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


class ChoiceMemory(Protocol):
    """Remembers on which article each chat has settled, by the article's slug."""

    async def choice_of(self, chat: int) -> str | None:
        """The article; None: the chat is answered from all."""

    async def choose(self, chat: int, article: str) -> None:
        """Settles the chat on the article."""

    async def unchoose(self, chat: int, article: str | None = None) -> None:
        """Answers the chat from all again; given an article, only if it has settled on that one."""

    async def move(self, chat: int, to: int) -> None:
        """The chat goes on under another number."""


class ChatChoice:
    """Knows what each chat is answered from. Nothing is asked while there is one article only.

    Raises, from every method but `forget_missing`:
        StoreUnavailable: the choices cannot be read or written. The update is then taken up again: to answer from
            other articles than the chat has chosen would be wrong.
    """

    def __init__(self, bot: ExtBot[None], conversation: Conversation, choices: ChoiceMemory) -> None:
        self._bot = bot
        self._conversation = conversation
        self._choices = choices

    async def scope_of(self, chat: int) -> ChatScope:
        """What the chat is answered from now."""
        scope = ChatScope(self._conversation.retriever)
        return self._conversation.scope_of(await self._choices.choice_of(chat)) if scope.has_choice else scope

    async def forget_missing(self, chat: int, scope: ChatScope) -> None:
        """The chat has been told that the article on which it had settled is gone; raises nothing."""
        if scope.missing is not None:
            with suppress(StoreUnavailable):  # told is told: the answer must not be sent again
                await self._choices.unchoose(chat, scope.missing)

    async def choose_linked(self, message: Message, article: Article, scope: ChatScope) -> tuple[ChatScope, str]:
        """Settles the chat on the article of a link, if who followed it may; else the key of a text says why not."""
        if refusal := await self._refusal(message.chat, message.from_user, message.sender_chat):
            return scope, refusal
        await self._choices.choose(message.chat_id, article.slug)
        return ChatScope(scope.library, article), ""

    async def choose(
        self, query: CallbackQuery, callback: ChooseArticle | ChooseAll, scope: ChatScope
    ) -> tuple[ChatScope, str]:
        """Settles the chat as somebody has tapped, if they may; and the key of the text that says what became of it."""
        article = self._conversation.article_of(callback, scope)
        if article is None or query.message is None:
            return scope, ""
        chat = query.message.chat
        if refusal := await self._refusal(chat, query.from_user, None):
            return scope, refusal
        if isinstance(callback, ChooseArticle):
            await self._choices.choose(chat.id, article.slug)
            return ChatScope(scope.library, article), "settled-now"
        await self._choices.unchoose(chat.id)
        return ChatScope(scope.library), "unsettled-now"

    async def migrate(self, message: Message) -> None:
        """A group has become a supergroup, which either of the two chats tells: its choice goes with it."""
        if message.migrate_to_chat_id:
            await self._choices.move(message.chat_id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id:
            await self._choices.move(message.migrate_from_chat_id, message.chat_id)

    async def forget(self, chat: int) -> None:
        """The chat has the bot no more."""
        await self._choices.unchoose(chat)

    async def _refusal(self, chat: Chat, person: User | None, sender: Chat | None) -> str:
        """The key of the text that says why they may not choose for the chat; empty when they may."""
        try:
            return "" if await self._may_choose(chat, person, sender) else "admins-only"
        except TelegramError:
            return "not-checked"

    async def _may_choose(self, chat: Chat, person: User | None, sender: Chat | None) -> bool:
        """Whether who writes or taps chooses for the chat: in private everybody, in groups the administrators.

        Raises:
            telegram.error.TelegramError: Telegram cannot be asked just now.
        """
        if chat.type == ChatType.PRIVATE:
            return True
        try:
            if sender:  # who writes as the group itself is an administrator, who as its linked channel writes for it
                return sender.id == chat.id or (await self._bot.get_chat(chat.id)).linked_chat_id == sender.id
            return person is not None and person.id > 0 and await self._is_administrator(chat.id, person.id)
        except (BadRequest, Forbidden):  # not a member, or the bot is none
            return False

    async def _is_administrator(self, chat: int, person: int) -> bool:
        return (await self._bot.get_chat_member(chat, person)).status in _ADMINISTRATORS
