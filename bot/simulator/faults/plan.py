"""The faults that are planned for a `Telegram`: which befall a request, and odd updates.

telegram.faults.add(Fault(method="sendMessage", kind=FaultKind.RESET, after_effect=True))
telegram.faults.add(Fault(kind=FaultKind.HTML, times=None, share=0.02))
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Mapping
from typing import Any, Final

from bot.simulator.errors import ImpossibleAction
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.chats import Chat
from bot.simulator.world.faults import Fault, FaultOccurrence
from bot.simulator.world.world import World

_OCCURRENCES_KEPT: Final = 50_000


class Faults:
    """The faults of one `Telegram`, and what they have befallen. Thread-safe."""

    def __init__(self, world: World, seed: int = 0) -> None:
        self._world = world
        self._random = random.Random(seed)  # noqa: S311 - nothing is secret here, and a seed repeats a run
        self._planned: list[tuple[Fault, int | None]] = []
        self._happened: deque[FaultOccurrence] = deque(maxlen=_OCCURRENCES_KEPT)

    def add(self, *faults: Fault) -> None:
        """Plan faults; of several that are meant for a request, the one that was planned first befalls it."""
        with self._world.lock:
            self._planned += [(fault, fault.times) for fault in faults]

    def clear(self) -> None:
        """Let all go well from now on."""
        with self._world.lock:
            self._planned.clear()

    def seed(self, seed: int) -> None:
        """Begin the random numbers again, so that a run can be repeated."""
        with self._world.lock:
            self._random.seed(seed)

    @property
    def planned(self) -> tuple[Fault, ...]:
        """The faults that can still happen."""
        with self._world.lock:
            return tuple(fault for fault, _ in self._planned)

    @property
    def happened(self) -> tuple[FaultOccurrence, ...]:
        """What has happened, oldest first."""
        with self._world.lock:
            return tuple(self._happened)

    def draw(self, account: BotAccount | None, method: str) -> Fault | None:
        """The fault that befalls this request, which is one time less for it."""
        with self._world.lock:
            for place, (fault, left) in enumerate(self._planned):
                if fault.applies_to(account, method) and self._random.random() < fault.share:
                    if left == 1:
                        del self._planned[place]
                    else:
                        self._planned[place] = (fault, left and left - 1)
                    self._happened.append(FaultOccurrence(fault, account, method, self._world.clock.now()))
                    self._world.notify()
                    return fault
            return None

    def repeat(self, account: BotAccount, update_id: int | None = None) -> int:
        """Give the bot an update once more, the newest one by default, be it confirmed; its identifier.

        Raises:
            ImpossibleAction: it has had no such update, or too long ago.
        """
        with self._world.lock:
            update = account.updates.repeat(update_id)
            if update is None:
                raise ImpossibleAction(f"@{account.username} has had no such update")
            self._world.notify()
            return update.id

    def malform(self, account: BotAccount, payload: Mapping[str, Any], chat: Chat | None = None) -> int:
        """Queue an update that is not as documented; its identifier, which is added unless `payload` has one.

        By webhook it goes the way of the chat's messages.
        """
        with self._world.lock:
            now = self._world.clock.now()
            update = account.updates.put_malformed(payload, chat.id if chat else 0, now)
            self._world.notify()
            return update.id
