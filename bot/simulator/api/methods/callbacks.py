"""Answering taps (core.telegram.org/bots/api#answercallbackquery)."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.simulator import limits
from bot.simulator.api.access import query_for
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import Flag, Integer, Parameters
from bot.simulator.errors import BadRequest
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.queries import CallbackAnswer, CallbackQuery
from bot.simulator.world.world import World


class AnswerCallbackQuery(Parameters):
    """Of answerCallbackQuery. `cache_time` is taken and has no effect: every tap reaches the bot."""

    unmodelled: ClassVar = frozenset({"url"})

    callback_query_id: str = ""
    text: str = ""
    show_alert: Flag = False
    cache_time: Integer = 0


def answer_callback_query(world: World, account: BotAccount, parameters: AnswerCallbackQuery) -> bool:
    """Answer a tap: once, and in time."""
    query = query_for(world, account, CallbackQuery, parameters.callback_query_id)
    if len(parameters.text) > limits.CALLBACK_ANSWER_TEXT:
        raise BadRequest("MESSAGE_TOO_LONG")
    query.answer = CallbackAnswer(parameters.text, parameters.show_alert, world.clock.now())
    world.notify()
    return True


METHODS: Final = (Method("answerCallbackQuery", AnswerCallbackQuery, answer_callback_query),)
