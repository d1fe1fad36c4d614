"""What is set beside the chats: a bot's switches at @BotFather's, and what goes wrong on the way to Telegram."""

from __future__ import annotations

from typing import Literal

from bot.simulator.client.action import Action, ActionContext
from bot.simulator.serialize.fields import Json
from bot.simulator.world.faults import Fault, FaultKind


class SetPrivacy(Action):
    """Switch a bot's privacy mode on or off."""

    do: Literal["set_privacy"]
    account: int
    privacy: bool

    def perform(self, context: ActionContext) -> Json:
        with context.telegram.lock:
            context.account(self.account).privacy = self.privacy
            context.telegram.notify()
        return {}


class PlanFault(Action):
    """Have requests fail: as often as `times` says, None without end."""

    do: Literal["plan_fault"]
    kind: FaultKind
    method: str | None = None
    times: int | None = 1
    status: int | None = None
    retry_after: int = 5

    def perform(self, context: ActionContext) -> Json:
        settings = self.model_dump(exclude={"do"})
        with context.telegram.lock:
            context.telegram.faults.add(Fault(**settings))
            context.telegram.notify()
        return {}


class ClearFaults(Action):
    """Let all go well from now on."""

    do: Literal["clear_faults"]

    def perform(self, context: ActionContext) -> Json:
        with context.telegram.lock:
            context.telegram.faults.clear()
            context.telegram.notify()
        return {}
