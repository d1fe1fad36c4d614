"""From JSON to something done, and back to what is seen of it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter, ValidationError

from bot.simulator.client.action import Action, ActionContext
from bot.simulator.client.inline import AskInline, Choose, Press, Scroll
from bot.simulator.client.settings import ClearFaults, PlanFault, SetPrivacy
from bot.simulator.client.view import results_json
from bot.simulator.client.writing import Delete, Edit, Open, Say, Tap
from bot.simulator.errors import ImpossibleAction
from bot.simulator.serialize.fields import Json
from bot.simulator.telegram import Telegram
from bot.simulator.world.inline import InlineQuery
from bot.simulator.world.queries import BotQuery, CallbackQuery

_AnyAction = Annotated[
    Open | Say | Edit | Delete | Tap | AskInline | Scroll | Choose | Press | SetPrivacy | PlanFault | ClearFaults,
    Field(discriminator="do"),
]
# How long a client shows that it waits for the bot, in seconds.
_TIMEOUT: Final = 15.0


class Actions:
    """Reads actions and does them.

    Args:
        telegram: where they are done.
        timeout: for how many seconds an action waits for the bot's answer to a tap or an inline query.
    """

    def __init__(self, telegram: Telegram, timeout: float = _TIMEOUT) -> None:
        self._context = ActionContext(telegram)
        self._timeout = timeout
        self._reader: TypeAdapter[Action] = TypeAdapter(_AnyAction)

    async def perform(self, sent: Any) -> Json:
        """Do what was sent, and wait for the bot where it is asked.

        Raises:
            ImpossibleAction: it is no action, or one that no client offers.
        """
        try:
            action = self._reader.validate_python(sent)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise ImpossibleAction(f"no action of a client: {place}: {first['msg']}") from None
        outcome = action.perform(self._context)
        if not isinstance(outcome, BotQuery):
            return outcome
        await self._wait_for_answer(outcome)
        return self._outcome_json(outcome)

    def _outcome_json(self, query: BotQuery) -> Json:
        if isinstance(query, InlineQuery):
            return results_json(query) | {"list": self._context.keep(query)}
        answer = query.answer if isinstance(query, CallbackQuery) else None
        if answer is None:
            return {"is_answered": False}
        return {"is_answered": True, "text": answer.text, "show_alert": answer.show_alert}

    async def _wait_for_answer(self, query: BotQuery) -> None:
        loop, woken = asyncio.get_running_loop(), asyncio.Event()
        stop_listening = self._context.telegram.listen(lambda: loop.call_soon_threadsafe(woken.set))
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._timeout):
                    while not query.is_answered:
                        await woken.wait()
                        woken.clear()
        finally:
            stop_listening()
