"""Answering inline queries (core.telegram.org/bots/api#answerinlinequery)."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field

from bot.simulator import limits
from bot.simulator.api.access import query_for
from bot.simulator.api.arguments.inline_results import InputResult, read_inline_result
from bot.simulator.api.methods.method import Method
from bot.simulator.api.parameters import Flag, FromJson, Integer, Parameters, Part, Within, complaint
from bot.simulator.errors import BadRequest
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.inline import InlineAnswer, InlineQuery, InlineResult, ResultsButton
from bot.simulator.world.world import World

_RESULT: Final = "Can't parse inline query result: "
_BUTTON: Final = "Can't parse inline query results button: "
_START_PARAMETER: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


class InputButton(Part):
    """InlineQueryResultsButton, without Web Apps."""

    unmodelled: ClassVar = frozenset({"web_app"})

    text: str
    start_parameter: str | None = None


def _check_number(value: Any) -> Any:
    if not isinstance(value, list):
        raise complaint("expected an Array of inline query results")
    if len(value) > limits.INLINE_RESULTS:
        raise complaint("too many inline query results specified")
    return value


class AnswerInlineQuery(Parameters):
    """Of answerInlineQuery. Telegram forces cache_time into its bounds."""

    inline_query_id: str = ""
    results: Annotated[list[InputResult], BeforeValidator(_check_number), FromJson, Within(_RESULT)] = Field(
        default_factory=list
    )
    cache_time: Integer = limits.INLINE_CACHE_SECONDS_DEFAULT
    is_personal: Flag = False
    next_offset: str = ""
    button: Annotated[InputButton, FromJson, Within(_BUTTON)] | None = None


def answer_inline_query(world: World, account: BotAccount, parameters: AnswerInlineQuery) -> bool:
    """Offer results: once, and in time."""
    button = _read_button(parameters.button) if parameters.button else None
    results = tuple(read_inline_result(given, world.find_user, within=_RESULT) for given in parameters.results)
    _check_identifiers(results)
    if len(parameters.next_offset.encode()) > limits.INLINE_OFFSET_BYTES:
        raise BadRequest("NEXT_OFFSET_INVALID")
    if not account.supports_inline_queries:  # github.com/tdlib/telegram-bot-api/issues/568
        raise BadRequest("USER_BOT_INVALID")
    query = query_for(world, account, InlineQuery, parameters.inline_query_id)
    query.answer = InlineAnswer(
        results=results,
        next_offset=parameters.next_offset,
        button=button,
        cache_time=min(max(parameters.cache_time, 0), limits.INLINE_CACHE_SECONDS),
        is_personal=parameters.is_personal,
        date=world.clock.now(),
    )
    world.inline_cache.keep(query, query.answer)
    world.notify()
    return True


def _check_identifiers(results: tuple[InlineResult, ...]) -> None:
    if len({result.id for result in results}) < len(results):
        raise BadRequest("RESULT_ID_DUPLICATE")


def _read_button(button: InputButton) -> ResultsButton:
    parameter = button.start_parameter
    if parameter is None:
        raise BadRequest(
            "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field"
        )
    # The sentences of `answer_inline_query` in td/telegram/InlineQueriesManager.cpp.
    if not parameter:
        raise BadRequest("can't use empty start_parameter")
    if len(parameter.encode()) > limits.START_PARAMETER:
        raise BadRequest("too long start_parameter specified")
    if not _START_PARAMETER.fullmatch(parameter):
        raise BadRequest("unallowed characters in start_parameter are used")
    if not button.text.strip():
        raise BadRequest("SWITCH_PM_TEXT_EMPTY")
    return ResultsButton(button.text, parameter)


METHODS: Final = (Method("answerInlineQuery", AnswerInlineQuery, answer_inline_query),)
