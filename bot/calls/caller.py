"""A call to the Bot API, from its turn to its result: waits for its limits, tries again, gives up."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.calls.backoff import Waits, backoff_waits
from bot.calls.concurrency import ConcurrencyLimit
from bot.calls.faults import CallLost, error_kind, is_transient, may_have_arrived
from bot.calls.flood import ChatFloodControl, SendLimits, is_group
from bot.calls.refused_parts import without_refused_part

_LOGGER = logging.getLogger(__name__)

# About as many chats are served at once: seven times the throughput of one after the other, and twice that of all at
# once (measured with answers that take 50 ms).
_WIDTH = 8

# How long what is being sent when the process is to stop is waited for, in seconds: Telegram takes well under one.
DRAIN_TIMEOUT = 2.0

# Telegram's own wait is rounded down now and then.
_MARGIN = 0.1

Result = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[[], Coroutine[Any, Any, Result]]


async def _is_held() -> None:
    """Nobody else answers."""


# What the task that answers an update asks before each message goes out, having waited for its turn: whether the update
# is still for this process to answer. Raises LeaseLost when it is not.
CONFIRM_LEASE: ContextVar[Callable[[], Awaitable[None]]] = ContextVar("CONFIRM_LEASE", default=_is_held)


@dataclass(frozen=True, slots=True)
class _MethodPolicy:
    """How a method is called: whether it counts against flood limits, whether twice is as good as once, and for how
    many seconds it is tried at all."""

    is_limited: bool
    is_idempotent: bool
    timeout: float


# A day: as long Telegram keeps updates, too, when it cannot reach the bot. Taps and inline queries are soon forgotten.
_POLICIES = {
    "sendMessage": _MethodPolicy(is_limited=True, is_idempotent=False, timeout=24 * 3600.0),
    "editMessageText": _MethodPolicy(is_limited=True, is_idempotent=True, timeout=3600.0),
    "answerGuestQuery": _MethodPolicy(is_limited=False, is_idempotent=True, timeout=60.0),
    "answerCallbackQuery": _MethodPolicy(is_limited=False, is_idempotent=True, timeout=10.0),
    "getChatMember": _MethodPolicy(is_limited=False, is_idempotent=True, timeout=5.0),
    "getChat": _MethodPolicy(is_limited=False, is_idempotent=True, timeout=5.0),
    "answerInlineQuery": _MethodPolicy(is_limited=False, is_idempotent=True, timeout=10.0),
}


class Caller(BaseRateLimiter[None]):
    """Makes the calls that answer people; all others go straight through.

    `on_failure` is told the kind of every failed attempt. `clock` gives seconds that never go back. `waits` are
    those before a call is tried again.
    """

    def __init__(
        self,
        limits: SendLimits,
        on_failure: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        waits: Waits = backoff_waits,
    ) -> None:
        self._chats = ChatFloodControl(limits)
        self._concurrency = ConcurrencyLimit(_WIDTH, limits.all, clock)
        self._on_failure = on_failure
        self._clock = clock
        self._waits = waits

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
        """The result of the call. If Telegram refuses an address, a button or a format in it, it is made without those.

        Raises:
            telegram.error.TelegramError: Telegram refuses the call.
            CallLost: it was given up, or its outcome is not known.
            LeaseLost: it would answer what another process has taken over.
        """
        del rate_limit_args
        policy = _POLICIES.get(endpoint)
        if policy is None:
            return await callback(*args, **kwargs)
        chat = data["chat_id"] if isinstance(data.get("chat_id"), int) else None
        try:
            return await self._call(lambda: callback(*args, **kwargs), policy, chat)
        except BadRequest as error:
            left = without_refused_part(data, error)
            if left is None:
                raise
            self._on_failure("RefusedPart")
            _LOGGER.warning("Telegram refuses a part of an answer (%s); it is sent without it.", error.message)
        return await self._call(lambda: callback(endpoint, left, **kwargs), policy, chat)

    async def _call(self, call: Call, policy: _MethodPolicy, chat: int | None) -> Result:
        give_up_at = self._clock() + policy.timeout
        waits = self._waits()
        while True:
            try:
                return await self._in_turn(call, policy, chat)
            except TelegramError as error:
                pause = self._pause(error, policy, chat, waits)
                if self._clock() + pause > give_up_at:
                    raise CallLost(f"given up after {policy.timeout:.0f} s", may_have_arrived=False) from error
                await asyncio.sleep(pause)

    def _pause(self, error: TelegramError, policy: _MethodPolicy, chat: int | None, waits: Iterator[float]) -> float:
        """Seconds until the call is to be tried again after this error.

        Raises:
            telegram.error.TelegramError: this error is final.
            CallLost: the call must not be tried again, since it may have arrived.
        """
        if isinstance(error, CallLost) or not is_transient(error):
            raise error
        self._on_failure(error_kind(error))
        if not policy.is_idempotent and may_have_arrived(error):
            raise CallLost(f"no answer ({error_kind(error)})", may_have_arrived=True) from error
        if isinstance(error, RetryAfter):
            wait = seconds_of(error) + _MARGIN
            if chat is not None and policy.is_limited:
                self._chats.pause(chat, self._clock() + wait)
        else:
            wait = next(waits)
        _LOGGER.info("A call failed (%s); trying again in %.0f s.", error_kind(error), wait)
        return wait

    async def _in_turn(self, call: Call, policy: _MethodPolicy, chat: int | None) -> Result:
        if not policy.is_limited:
            return await call()
        if chat is not None:
            while (wait := self._chats.wait(chat, self._clock())) > 0:  # noqa: ASYNC110 - only time passes
                await asyncio.sleep(wait)
        async with self._concurrency.slot(private=chat is None or not is_group(chat), repaint=policy.is_idempotent):
            if not policy.is_idempotent:
                await CONFIRM_LEASE.get()()
            try:
                return await (call() if policy.is_idempotent else drain_on_cancel(call))
            finally:
                if chat is not None:
                    self._chats.note(chat, self._clock())


async def drain_on_cancel(call: Call) -> Result:
    """The result of the call, also when told to stop in its middle, if it comes soon.

    Raises:
        CancelledError: told to stop; nothing was done.
        CallLost: told to stop; the call may have arrived, so that what it answers must not be taken up again.
    """
    calling = asyncio.ensure_future(call())
    try:
        return await asyncio.shield(calling)
    except asyncio.CancelledError:
        with suppress(asyncio.CancelledError):  # told again: it is waited for no longer
            await asyncio.wait((calling,), timeout=DRAIN_TIMEOUT)
        if not calling.done():
            calling.cancel()
        elif (error := calling.exception()) is None:
            return calling.result()
        elif isinstance(error, TelegramError) and not may_have_arrived(error):
            raise
        raise CallLost("interrupted", may_have_arrived=True) from None


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram says to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
