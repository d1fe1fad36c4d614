"""Inline mode, as a person uses it: typing a query, scrolling through the results, choosing one."""

from __future__ import annotations

from typing import Final

from bot.simulator import limits
from bot.simulator.delivery import posts
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.rights import Actor
from bot.simulator.serialize import inline_query_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, Topic
from bot.simulator.world.inline import InlineAnswer, InlineQuery, InlineResult
from bot.simulator.world.messages import Message

# core.telegram.org/bots/api#inlinequery; "sender" is the private chat with the bot itself.
_CHAT_TYPES: Final = ("sender", "private", "group", "supergroup", "channel")


class InlineUser(Actor):
    """Somebody who types a bot's name and a query into any chat."""

    def queries(self, account: BotAccount, text: str = "", *, chat_type: str = "private") -> InlineQuery:
        """Type "@bot text", wherever a chat of this type is open. The results are there once the bot has answered.

        What was asked before may be answered at once, from Telegram's cache.
        """
        if chat_type not in _CHAT_TYPES:
            raise ImpossibleAction(f'there is no chat of the type "{chat_type}"')
        if len(text) > limits.INLINE_QUERY:
            raise ImpossibleAction(f"an inline query has at most {limits.INLINE_QUERY} characters")
        if not account.supports_inline_queries:
            raise ImpossibleAction(f"@{account.username} has no inline mode")
        return self._asks(InlineQuery(account=account, user=self.user, text=text, offset="", chat_type=chat_type))

    def scrolls(self, query: InlineQuery) -> InlineQuery:
        """Scroll to the end of the results, which asks the bot for more."""
        answer = _answer(query)
        if not answer.next_offset:
            raise ImpossibleAction("there are no more results")
        more = InlineQuery(
            account=query.account,
            user=self.user,
            text=query.text,
            offset=answer.next_offset,
            chat_type=query.chat_type,
        )
        return self._asks(more)

    def chooses(
        self,
        query: InlineQuery,
        result: InlineResult | str,
        chat: Chat,
        *,
        reply_to: Message | None = None,
        topic: Topic | str | None = None,
    ) -> Message:
        """Send a result, given itself or by its identifier, into a chat: a message of this person, "via @bot"."""
        with self._telegram.lock:
            self._must_write_in(chat)
            chosen = next((one for one in _answer(query).results if result in (one, one.id)), None)
            if chosen is None:
                raise ImpossibleAction(f"{result!r} is not among the results")
            if reply_to and reply_to.chat is not chat:
                raise ImpossibleAction("the message answered is in another chat")
            where, thread = posts.place_of(chat, topic, reply_to)
            return posts.post_inline(
                self._telegram,
                chat,
                self.user,
                query.account,
                chosen,
                via_bot=query.account.user,
                reply_to_id=reply_to.id if reply_to else None,
                topic=where,
                thread_id=thread,
            )

    def _asks(self, query: InlineQuery) -> InlineQuery:
        with self._telegram.lock:
            now = self._telegram.clock.now()
            query.answer = query.account.inline_cache.find(query, now)
            if query.answer is None:
                self._telegram.queries.ask(query, limits.INLINE_QUERY_SECONDS)
                query.account.updates.add("inline_query", self.user.id, now, inline_query_json(query))
                self._telegram.changed()
            return query


def _answer(query: InlineQuery) -> InlineAnswer:
    if query.answer is None:
        raise ImpossibleAction("the bot has not answered the query")
    return query.answer
