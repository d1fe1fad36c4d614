"""A call to the Bot API, from its turn to its result: waits for its limits, tries again, gives up."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.calls.concurrency import Gate
from bot.calls.faults import CallLost, is_passing, kind_of, may_have_arrived
from bot.calls.flood import ChatFlood, FloodLimits, is_group

_LOGGER = logging.getLogger(__name__)

# About as many chats are served at once: seven times the throughput of one after the other, and twice that of all at
# once (measured with answers that take 50 ms).
_WIDTH = 8

_FIRST_WAIT = 1.0
_LONGEST_WAIT = 30.0

# Telegram's own wait is rounded down now and then.
_MARGIN = 0.1

Result = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[[], Coroutine[Any, Any, Result]]


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a method is called: whether it counts against flood limits, whether twice is as good as once, and for how
    many seconds it is tried at all."""

    counts: bool
    repeatable: bool
    patience: float


# A day: as long Telegram keeps updates, too, when it cannot reach the bot. Taps and inline queries are soon forgotten.
_MANNERS = {
    "sendMessage": _Manner(counts=True, repeatable=False, patience=24 * 3600.0),
    "editMessageText": _Manner(counts=True, repeatable=True, patience=3600.0),
    "answerGuestQuery": _Manner(counts=False, repeatable=True, patience=60.0),
    "answerCallbackQuery": _Manner(counts=False, repeatable=True, patience=10.0),
    "getChatMember": _Manner(counts=False, repeatable=True, patience=5.0),
    "getChat": _Manner(counts=False, repeatable=True, patience=5.0),
    "answerInlineQuery": _Manner(counts=False, repeatable=True, patience=10.0),
}


class Caller(BaseRateLimiter[None]):
    """Makes the calls that answer people; all others go straight through.

    `on_trouble` is told the kind of every failed attempt. `clock` gives seconds that never go back.
    """

    def __init__(
        self, limits: FloodLimits, on_trouble: Callable[[str], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._chats = ChatFlood(limits)
        self._gate = Gate(_WIDTH, limits.all, clock)
        self._on_trouble = on_trouble
        self._clock = clock

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to tear down."""

    async def process_request(  # noqa: PLR0917 - the library's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """The result of the call.

        Raises:
            telegram.error.TelegramError: Telegram refuses the call.
            CallLost: it was given up, or its outcome is not known.
        """
        del rate_limit_args
        manner = _MANNERS.get(endpoint)
        if manner is None:
            return await callback(*args, **kwargs)
        chat = data.get("chat_id")
        return await self._call(lambda: callback(*args, **kwargs), manner, chat if isinstance(chat, int) else None)

    async def _call(self, call: Call, manner: _Manner, chat: int | None) -> Result:
        give_up_at = self._clock() + manner.patience
        wait = _FIRST_WAIT
        while True:
            try:
                return await self._in_turn(call, manner, chat)
            except TelegramError as error:
                pause = self._pause(error, manner, chat, wait)
                if self._clock() + pause > give_up_at:
                    raise CallLost(f"given up after {manner.patience:.0f} s", may_have_arrived=False) from error
                await asyncio.sleep(pause)
                if not isinstance(error, RetryAfter):
                    wait = min(2 * wait, _LONGEST_WAIT)

    def _pause(self, error: TelegramError, manner: _Manner, chat: int | None, wait: float) -> float:
        """Seconds until the call is to be tried again after this error.

        Raises:
            telegram.error.TelegramError: this error is final.
            CallLost: the call must not be tried again, since it may have arrived.
        """
        if isinstance(error, CallLost) or not is_passing(error):
            raise error
        self._on_trouble(kind_of(error))
        if not manner.repeatable and may_have_arrived(error):
            raise CallLost(f"no answer ({kind_of(error)})", may_have_arrived=True) from error
        if isinstance(error, RetryAfter):
            wait = seconds_of(error) + _MARGIN
            if chat is not None and manner.counts:
                self._chats.pause(chat, self._clock() + wait)
        _LOGGER.info("A call failed (%s); trying again in %.0f s.", kind_of(error), wait)
        return wait

    async def _in_turn(self, call: Call, manner: _Manner, chat: int | None) -> Result:
        if not manner.counts:
            return await call()
        if chat is not None:
            while (wait := self._chats.wait(chat, self._clock())) > 0:  # noqa: ASYNC110 - only time passes
                await asyncio.sleep(wait)
        async with self._gate.passed(private=chat is None or not is_group(chat)):
            try:
                return await call()
            except asyncio.CancelledError:
                if manner.repeatable:
                    raise
                # Told to stop in the middle of sending: the update must not be taken up again at the next start.
                raise CallLost("interrupted", may_have_arrived=True) from None
            finally:
                if chat is not None:
                    self._chats.note(chat, self._clock())


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram says to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
