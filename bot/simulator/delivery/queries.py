"""How a bot is asked something that it answers by an identifier."""

from __future__ import annotations

from bot.simulator.world.queries import BotQuery
from bot.simulator.world.world import World


def ask(world: World, query: BotQuery, seconds: float) -> None:
    """Give the query its identifier; it can be answered for that many seconds."""
    query.id = str(query.user.id * 1_000_000 + len(world.queries) + 1)
    query.expires = world.clock.now() + seconds
    world.queries[query.id] = query
