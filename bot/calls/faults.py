"""What an error of a call says: whether the call took effect nevertheless, and whether to try again.

A message that may have been sent is not sent again: twice the same answer is worse than one that its asker misses and
asks for again. That is known of a request that Telegram began to answer, and feared of one that it took and then was
silent about until the time was up. A connection that is closed without a word is no such case: so end requests that
come on a connection which the other side had given up already, and those that nobody behind Telegram's front took.
"""

from __future__ import annotations

from http import HTTPStatus

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.calls.request import ANSWERED, UnreadableAnswer


class CallLost(TelegramError):
    """A call is given up. `may_have_arrived`: it can have taken effect all the same."""

    def __init__(self, why: str, *, may_have_arrived: bool) -> None:
        super().__init__(why)
        self.may_have_arrived = may_have_arrived


# Telegram's answers that say: this call, as it is, will never succeed.
_FINAL = (BadRequest, ChatMigrated, Conflict, Forbidden)


def is_transient(error: TelegramError) -> bool:
    """Whether the same call may succeed later: all but a clear refusal.

    A token that is not known (401, 404) counts as passing: the question is kept for the new one.
    """
    return not isinstance(error, _FINAL)


def may_have_arrived(error: TelegramError) -> bool:
    """Whether the call can have taken effect, although it failed."""
    if isinstance(error, RetryAfter | InvalidToken):
        return False
    if isinstance(error, UnreadableAnswer):
        return error.status == HTTPStatus.OK
    cause = error.__cause__
    if not isinstance(cause, httpx.TransportError):
        return False  # an error page, or an error in the Bot API's form, says that nothing was done
    if isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.WriteTimeout):
        return False
    return isinstance(cause, httpx.ReadTimeout) or ANSWERED in cause.request.extensions


def error_kind(error: BaseException) -> str:
    """A name for the error that holds nothing of its text: for logs and metrics."""
    cause = error.__cause__
    if isinstance(error, NetworkError) and isinstance(cause, httpx.TransportError):
        return type(cause).__name__
    return "TimedOut" if isinstance(error, TimedOut) else type(error).__name__
