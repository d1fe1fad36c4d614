"""What a method of the Bot API is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic

from bot.simulator.api.parameters import P, Parameters, read_parameters
from bot.simulator.world.accounts import BotAccount
from bot.simulator.world.world import World


class NoParameters(Parameters):
    """Of a method that takes none."""


@dataclass(frozen=True, slots=True)
class Method(Generic[P]):
    """A name, the parameters, and what is done. The result is JSON, or a `LongPoll` that will have it."""

    name: str
    parameters: type[P]
    handle: Callable[[World, BotAccount, P], Any]

    def call(self, world: World, account: BotAccount, sent: Mapping[str, str]) -> Any:
        """Fulfil one request.

        Raises:
            Refusal: with Telegram's answer, when it cannot be fulfilled.
        """
        parameters = read_parameters(self.parameters, self.name, sent)
        with world.lock:
            return self.handle(world, account, parameters)
