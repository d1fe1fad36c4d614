"""Answering taps (core.telegram.org/bots/api#answercallbackquery)."""

from __future__ import annotations

from typing import ClassVar, Final

from bot.simulator import limits
from bot.simulator.accounts import BotAccount
from bot.simulator.callbacks import CallbackAnswer
from bot.simulator.errors import BadRequest
from bot.simulator.methods.method import Method
from bot.simulator.parameters import Flag, Integer, Parameters
from bot.simulator.telegram import Telegram


class AnswerCallbackQuery(Parameters):
    """Of answerCallbackQuery. `cache_time` is taken and has no effect: every tap reaches the bot."""

    unmodelled: ClassVar = frozenset({"url"})

    callback_query_id: str = ""
    text: str = ""
    show_alert: Flag = False
    cache_time: Integer = 0


def answer_callback_query(telegram: Telegram, account: BotAccount, parameters: AnswerCallbackQuery) -> bool:
    """Answer a tap: once, and in time."""
    query = telegram.callback_query(parameters.callback_query_id)
    now = telegram.clock.now()
    if query is None or query.account is not account or query.answer or now >= query.expires:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    if len(parameters.text) > limits.CALLBACK_ANSWER_TEXT:
        raise BadRequest("MESSAGE_TOO_LONG")
    query.answer = CallbackAnswer(parameters.text, parameters.show_alert, now)
    telegram.changed()
    return True


METHODS: Final = (Method("answerCallbackQuery", AnswerCallbackQuery, answer_callback_query),)
