"""Who takes a bot's updates: a webhook, or a request by long polling (core.telegram.org/bots/api#getting-updates)."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulator.errors import Conflict
from bot.simulator.world.updates import Update


@dataclass(slots=True)
class WebhookQueue:
    """One place's updates on their way: whether one is under way, and how long to wait after failures."""

    is_busy: bool = False
    delay: float = 0.0
    ready_at: float = 0.0


@dataclass(slots=True, eq=False)
class Webhook:
    """Where a bot wants its updates, and how that went. `last_error_date` is Unix time."""

    url: str
    secret_token: str
    max_connections: int
    last_error: str | None = None
    last_error_date: int = 0
    queues: dict[tuple[str, int], WebhookQueue] = field(default_factory=dict)

    def queue(self, update: Update) -> WebhookQueue:
        """The queue in which this update stands."""
        return self.queues.setdefault(update.place, WebhookQueue())


@dataclass(slots=True, eq=False)
class LongPoll:
    """A getUpdates request under way. A bot has at most one: the next one ends it with a conflict.

    It waits until there are updates, or until a time is reached: `until` by the Telegram's clock, or `until_monotonic`
    by `time.monotonic`, whichever comes first: the client at the other end of the connection lives in real time.
    """

    limit: int
    until: float
    until_monotonic: float
    conflict: Conflict | None = None
