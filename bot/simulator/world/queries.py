"""Queries: what a bot is asked and answers by an identifier, once and in time."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from bot.simulator.errors import BadRequest
from bot.simulator.world.clock import Clock
from bot.simulator.world.users import User

if TYPE_CHECKING:
    from bot.simulator.world.accounts import BotAccount

_TOO_LATE: Final = "query is too old and response timeout expired or query ID is invalid"


@dataclass(eq=False, kw_only=True)
class Query:
    """A question of a user to a bot. `id` is empty until it is asked; `expires` is Unix time."""

    account: BotAccount
    user: User
    id: str = ""
    expires: float = 0.0

    @property
    def is_answered(self) -> bool:
        """Whether the bot has answered."""
        raise NotImplementedError


Q = TypeVar("Q", bound=Query)


class OpenQueries:
    """All queries that were ever asked, by identifier."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._queries: dict[str, Query] = {}
        self._numbers = itertools.count(1)

    def ask(self, query: Q, seconds: float) -> Q:
        """Give the query its identifier; it can be answered for that many seconds."""
        query.id = str(query.user.id * 1_000_000 + next(self._numbers))
        query.expires = self._clock.now() + seconds
        self._queries[query.id] = query
        return query

    def answerable(self, kind: type[Q], query_id: str, account: BotAccount) -> Q:
        """The query that the bot wants to answer.

        Raises:
            BadRequest: never asked, asked of another bot, answered before, or expired; Telegram does not say which.
        """
        query = self._queries.get(query_id)
        if not isinstance(query, kind) or query.account is not account or query.is_answered:
            raise BadRequest(_TOO_LATE)
        if self._clock.now() >= query.expires:
            raise BadRequest(_TOO_LATE)
        return query
