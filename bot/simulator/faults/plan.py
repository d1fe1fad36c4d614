"""Faults of Telegram and of the way to it, on demand: errors, broken connections, late answers, odd updates.

telegram.faults.add(Fault(method="sendMessage", kind=FaultKind.RESET, after_effect=True))
telegram.faults.add(Fault(kind=FaultKind.HTML, times=None, share=0.02))
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from bot.simulator.errors import ImpossibleAction

if TYPE_CHECKING:
    from bot.simulator.telegram import Telegram
    from bot.simulator.world.accounts import BotAccount
    from bot.simulator.world.chats import Chat

_HAPPENED_KEPT: Final = 50_000


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

    def befalls(self, account: BotAccount | None, method: str) -> bool:
        """Whether the fault is meant for this request; of no bot when nobody has the token."""
        is_meant = self.bot in (None, account, account.username if account else None)
        return is_meant and (self.method is None or self.method.lower() == method.lower())


@dataclass(frozen=True, slots=True)
class Happened:
    """A fault that has befallen a request, at Unix time `date`."""

    fault: Fault
    account: BotAccount | None
    method: str
    date: float


class Faults:
    """The faults of one `Telegram`, and what they have befallen. Thread-safe."""

    def __init__(self, telegram: Telegram, seed: int = 0) -> None:
        self._telegram = telegram
        self._random = random.Random(seed)  # noqa: S311 - nothing is secret here, and a seed repeats a run
        self._planned: list[tuple[Fault, int | None]] = []
        self._happened: deque[Happened] = deque(maxlen=_HAPPENED_KEPT)

    def add(self, *faults: Fault) -> None:
        """Plan faults; of several that are meant for a request, the one that was planned first befalls it."""
        with self._telegram.lock:
            self._planned += [(fault, fault.times) for fault in faults]

    def clear(self) -> None:
        """Let all go well from now on."""
        with self._telegram.lock:
            self._planned.clear()

    def seed(self, seed: int) -> None:
        """Begin the random numbers again, so that a run can be repeated."""
        with self._telegram.lock:
            self._random.seed(seed)

    @property
    def planned(self) -> tuple[Fault, ...]:
        """The faults that can still happen."""
        with self._telegram.lock:
            return tuple(fault for fault, _ in self._planned)

    @property
    def happened(self) -> tuple[Happened, ...]:
        """What has happened, oldest first."""
        with self._telegram.lock:
            return tuple(self._happened)

    def strike(self, account: BotAccount | None, method: str) -> Fault | None:
        """The fault that befalls this request, which is one time less for it."""
        with self._telegram.lock:
            for place, (fault, left) in enumerate(self._planned):
                if fault.befalls(account, method) and self._random.random() < fault.share:
                    if left == 1:
                        del self._planned[place]
                    else:
                        self._planned[place] = (fault, left and left - 1)
                    self._happened.append(Happened(fault, account, method, self._telegram.clock.now()))
                    self._telegram.changed()
                    return fault
            return None

    def repeat(self, account: BotAccount, update_id: int | None = None) -> int:
        """Give the bot an update once more, the newest one by default, be it confirmed; its identifier.

        Raises:
            ImpossibleAction: it has had no such update, or too long ago.
        """
        with self._telegram.lock:
            update = account.updates.repeat(update_id)
            if update is None:
                raise ImpossibleAction(f"@{account.username} has had no such update")
            self._telegram.changed()
            return update.id

    def malform(self, account: BotAccount, payload: Mapping[str, Any], chat: Chat | None = None) -> int:
        """Queue an update that is not as documented; its identifier, which is added unless `payload` has one.

        By webhook it goes the way of the chat's messages.
        """
        with self._telegram.lock:
            now = self._telegram.clock.now()
            update = account.updates.put_malformed(payload, chat.id if chat else 0, now)
            self._telegram.changed()
            return update.id
