"""What is set beside the chats: a bot's switches at @BotFather's, and what goes wrong on the way to Telegram."""

from __future__ import annotations

from typing import Literal

from bot.simulator.client.action import Action, Desk
from bot.simulator.serialize.fields import Json
from bot.simulator.world.faults import Fault, FaultKind


class SetPrivacy(Action):
    """Switch a bot's privacy mode on or off."""

    do: Literal["set_privacy"]
    account: int
    privacy: bool

    def perform(self, desk: Desk) -> Json:
        with desk.telegram.lock:
            desk.account(self.account).privacy = self.privacy
            desk.telegram.changed()
        return {}


class PlanFault(Action):
    """Have requests fail: as often as `times` says, None without end."""

    do: Literal["plan_fault"]
    kind: FaultKind
    method: str | None = None
    times: int | None = 1
    status: int | None = None
    retry_after: int = 5

    def perform(self, desk: Desk) -> Json:
        settings = self.model_dump(exclude={"do"})
        with desk.telegram.lock:
            desk.telegram.faults.add(Fault(**settings))
            desk.telegram.changed()
        return {}


class ClearFaults(Action):
    """Let all go well from now on."""

    do: Literal["clear_faults"]

    def perform(self, desk: Desk) -> Json:
        with desk.telegram.lock:
            desk.telegram.faults.clear()
            desk.telegram.changed()
        return {}
