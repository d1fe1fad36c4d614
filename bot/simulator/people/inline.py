"""Inline mode, as a person uses it: typing a query, scrolling through the results, choosing one."""

from __future__ import annotations

from typing import Final

from bot.simulator import limits
from bot.simulator.delivery import posts
from bot.simulator.delivery.queries import ask
from bot.simulator.errors import ImpossibleAction
from bot.simulator.people.rights import check_may_write
from bot.simulator.serialize import inline_query_json
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat, ForumTopic, Message
from bot.simulator.world.inline import InlineAnswer, InlineQuery, InlineResult
from bot.simulator.world.users import User
from bot.simulator.world.world import World

# core.telegram.org/bots/api#inlinequery; "sender" is the private chat with the bot itself.
_CHAT_TYPES: Final = ("sender", "private", "group", "supergroup", "channel")


def send_query(world: World, user: User, account: BotAccount, text: str, chat_type: str) -> InlineQuery:
    """Type "@bot text", wherever a chat of this type is open. The results are there once the bot has answered.

    What was asked before may be answered at once, from Telegram's cache.
    """
    if chat_type not in _CHAT_TYPES:
        raise ImpossibleAction(f'there is no chat of the type "{chat_type}"')
    if len(text) > limits.INLINE_QUERY:
        raise ImpossibleAction(f"an inline query has at most {limits.INLINE_QUERY} characters")
    if not account.supports_inline_queries:
        raise ImpossibleAction(f"@{account.username} has no inline mode")
    return _send(world, InlineQuery(account=account, user=user, text=text, offset="", chat_type=chat_type))


def request_more_results(world: World, user: User, query: InlineQuery) -> InlineQuery:
    """Scroll to the end of the results, which asks the bot for more."""
    answer = _answer(query)
    if not answer.next_offset:
        raise ImpossibleAction("there are no more results")
    more = InlineQuery(
        account=query.account,
        user=user,
        text=query.text,
        offset=answer.next_offset,
        chat_type=query.chat_type,
    )
    return _send(world, more)


def send_result(
    world: World,
    user: User,
    query: InlineQuery,
    result: InlineResult | str,
    chat: Chat,
    *,
    reply_to: Message | None = None,
    topic: ForumTopic | str | None = None,
) -> Message:
    """Send a result, given itself or by its identifier, into a chat: a message of this person, "via @bot"."""
    check_may_write(user, chat)
    chosen = next((one for one in _answer(query).results if result in (one, one.id)), None)
    if chosen is None:
        raise ImpossibleAction(f"{result!r} is not among the results")
    if reply_to and reply_to.chat is not chat:
        raise ImpossibleAction("the message answered is in another chat")
    where, thread = posts.place_of(chat, topic, reply_to)
    return posts.post_inline(
        world,
        chat,
        user,
        query.account,
        chosen,
        via_bot=query.account.user,
        reply_to_id=reply_to.id if reply_to else None,
        topic=where,
        thread_id=thread,
    )


def _send(world: World, query: InlineQuery) -> InlineQuery:
    now = world.clock.now()
    query.answer = world.inline_cache.find(query, now)
    if query.answer is None:
        ask(world, query, limits.INLINE_QUERY_SECONDS)
        query.account.updates.add("inline_query", query.user.id, now, inline_query_json(query))
        world.notify()
    return query


def _answer(query: InlineQuery) -> InlineAnswer:
    if query.answer is None:
        raise ImpossibleAction("the bot has not answered the query")
    return query.answer
