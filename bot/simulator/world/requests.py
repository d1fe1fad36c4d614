"""The log of what bots asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.world.faults import FaultKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request and its outcome. `bot` is a username, None when no bot has the token; `parameters` are as they came.

    `error` is the whole description of a refusal, "Bad Request: …", and `code` the HTTP status, 200 when all is well.
    With a planned `fault` the client got something else, or nothing; `error` tells whether the request was fulfilled.
    """

    bot: str | None
    method: str
    parameters: Mapping[str, str]
    date: float
    code: int = 200
    error: str | None = None
    result: Any = None
    fault: FaultKind | None = None

    @property
    def ok(self) -> bool:
        """Whether it was fulfilled."""
        return self.error is None
