"""Answering as a guest (core.telegram.org/bots/api#answerguestquery)."""

from __future__ import annotations

from typing import Annotated, Final

from bot.simulator.api.access import query_for
from bot.simulator.api.arguments.inline_results import InputResult, read_inline_result
from bot.simulator.api.flood import count_message
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import FromJson, Missing, Parameters
from bot.simulator.delivery import posts
from bot.simulator.errors import BadRequest
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Group
from bot.simulator.world.queries import GuestQuery
from bot.simulator.world.world import World


class AnswerGuestQuery(Parameters):
    """Of answerGuestQuery."""

    guest_query_id: str = ""
    result: Annotated[InputResult, FromJson, Missing("result isn't specified")]


def answer_guest_query(world: World, account: BotAccount, parameters: AnswerGuestQuery) -> dict[str, str]:
    """Post the one answer into the chat, as a reply to what has summoned the bot, if that is still there."""
    result = read_inline_result(parameters.result, world.find_user)
    if not account.supports_guest_queries:
        raise BadRequest("USER_BOT_INVALID")
    query = query_for(world, account, GuestQuery, parameters.guest_query_id)
    summons = query.message
    chat = summons.chat
    if isinstance(chat, Group) and chat.upgraded_to:
        chat = chat.upgraded_to
    count_message(world, account, None)
    query.answer = posts.post_inline(
        world,
        chat,
        account.user,
        account,
        result,
        guest_caller=query.caller,
        reply_to_id=summons.id if chat is summons.chat and chat.message(summons.id) else None,
        topic=summons.topic,
        thread_id=summons.thread_id,
    )
    return {"inline_message_id": query.answer.inline_message_id or ""}


METHODS: Final = (Method("answerGuestQuery", AnswerGuestQuery, answer_guest_query),)
