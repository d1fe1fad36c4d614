"""Everything that can go wrong in the simulator.

SimulatorError
├── Refusal             a request that Telegram answers with "ok": false
│   ├── BadRequest      400
│   ├── Unauthorized    401
│   ├── Forbidden       403
│   ├── NotFound        404
│   ├── Conflict        409
│   ├── TooManyRequests 429
│   └── InternalServerError     500, only as a planned fault
├── ImpossibleAction    a person is told to do what no Telegram client offers
└── WaitTimedOut        what was waited for did not happen in time
"""

from __future__ import annotations

from typing import ClassVar


class SimulatorError(Exception):
    """Base of all errors of this package."""


class Refusal(SimulatorError):
    """The Bot API's answer to a request that it does not fulfil (core.telegram.org/bots/api#making-requests).

    `description` is the whole sentence that the client gets, prefix included. The sentences are those of Telegram's own
    server (github.com/tdlib/telegram-bot-api and github.com/tdlib/td); those that contain "this simulator" are not.
    `parameters` say what to do about it (core.telegram.org/bots/api#responseparameters).
    """

    code: ClassVar[int]
    prefix: ClassVar[str]

    def __init__(self, what: str = "", **parameters: int) -> None:
        self.description = f"{self.prefix}: {what}" if what else self.prefix
        self.parameters = parameters
        super().__init__(self.description)


class BadRequest(Refusal):
    """The request is wrong in itself, or names what is not there."""

    code = 400
    prefix = "Bad Request"


class Unauthorized(Refusal):
    """No bot has this token."""

    code = 401
    prefix = "Unauthorized"


class Forbidden(Refusal):
    """The bot may not write there: it is no member, was blocked, or was never spoken to."""

    code = 403
    prefix = "Forbidden"


class NotFound(Refusal):
    """No such method, or an address that is not the Bot API's."""

    code = 404
    prefix = "Not Found"


class Conflict(Refusal):
    """Two takers of one bot's updates: two pollers, or a poller and a webhook."""

    code = 409
    prefix = "Conflict"


class TooManyRequests(Refusal):
    """More than flood control lets pass; the parameter `retry_after` says for how many seconds."""

    code = 429
    prefix = "Too Many Requests"


class InternalServerError(Refusal):
    """Telegram's own fault, planned with `Telegram.faults`."""

    code = 500
    prefix = "Internal Server Error"


class ImpossibleAction(SimulatorError):
    """No client offers what a person was told to do: tap a button that is not there, write without being a member."""


class WaitTimedOut(SimulatorError, TimeoutError):
    """`Telegram.wait_for`: the condition did not come true in time."""
