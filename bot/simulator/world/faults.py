"""Faults of Telegram and of the way to it, on demand: errors, broken connections, late answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.simulator.world.accounts import BotAccount


class FaultKind(StrEnum):
    """What goes wrong with a request.

    Attributes:
        STATUS: an error in the Bot API's own form, `Fault.status`, 500 by default.
        HTML: an error page of the server in front of it, 502 by default.
        GARBAGE: an answer 200 that is not JSON.
        RESET: no answer; the connection is reset.
        TORN: half of the answer, then the connection ends.
        SLOW: an answer that trickles in over `Fault.seconds`.
        LATE: an answer after `Fault.seconds`; before the effect, it takes place only if the client still waits then.
        TIMEOUT: no answer, until the client gives up.
    """

    STATUS = "status"
    HTML = "html"
    GARBAGE = "garbage"
    RESET = "reset"
    TORN = "torn"
    SLOW = "slow"
    LATE = "late"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault that befalls requests.

    Attributes:
        kind: what goes wrong.
        method: of which method, in any capitals; None is any.
        bot: of which bot, itself or its username; None is any.
        after_effect: whether the request is fulfilled nevertheless.
        times: how often, counting only the requests that it befalls; None is without end.
        share: which part of the requests it befalls, drawn at random.
        status: the HTTP status of STATUS and HTML.
        description: of STATUS; Telegram's own by default.
        retry_after: the parameter of a STATUS 429, in seconds.
        seconds: how long SLOW and LATE take, of real time.
    """

    kind: FaultKind
    method: str | None = None
    bot: BotAccount | str | None = None
    after_effect: bool = False
    times: int | None = 1
    share: float = 1.0
    status: int | None = None
    description: str | None = None
    retry_after: int = 1
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise ValueError(f"the share of requests is above 0 and at most 1, not {self.share}")
        if self.times is not None and self.times < 1:
            raise ValueError(f"a fault happens once or more, not {self.times} times")

    def applies_to(self, account: BotAccount | None, method: str) -> bool:
        """Whether the fault is meant for this request; of no bot when nobody has the token."""
        is_meant = self.bot in (None, account, account.username if account else None)
        return is_meant and (self.method is None or self.method.lower() == method.lower())


@dataclass(frozen=True, slots=True)
class FaultOccurrence:
    """A fault that has befallen a request, at Unix time `date`."""

    fault: Fault
    account: BotAccount | None
    method: str
    date: float
