"""What is counted, in Prometheus's form (prometheus.io/docs/practices/naming)."""

from __future__ import annotations

import math
import platform
import time
from collections.abc import Callable

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from bot.calls import LastContact
from bot.config.version import version
from bot.incoming.updates import ChatKind
from bot.running.monitoring.library_figures import LibraryFigures, LibraryState

CONTENT_TYPE = CONTENT_TYPE_LATEST

# The kind of error that a store which does not answer is counted as.
STORE_FAILURE = "StoreUnavailable"

# The statuses with which posts are refused.
REFUSALS = (401, 408, 413, 503)

# Seconds. Most answers take some milliseconds; flood limits and Telegram's faults make some wait long.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """The figures of one process, since its start. A registry of their own: nothing is shared by the whole process."""

    def __init__(self, contact: LastContact, library: Callable[[], LibraryState | None] = lambda: None) -> None:
        """`library` is what answers now; None while its articles are being read."""
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)  # process_*, where the system tells them
        self._registry.register(LibraryFigures(library))
        build = Gauge("belegbot_build_info", "The version that runs", ["version", "python"], registry=self._registry)
        build.labels(version(), platform.python_version()).set(1)
        self.questions = Counter(
            "belegbot_questions", "Questions that were answered or refused, by where", ["chat"], registry=self._registry
        )
        for chat in ChatKind:  # each is there before the first one: rates need a start
            self.questions.labels(chat.value)
        self.found = Counter("belegbot_found", "Questions that the articles answer", registry=self._registry)
        self.refused = Counter("belegbot_refused", "Questions that they do not answer", registry=self._registry)
        self.nearest = Counter(
            "belegbot_nearest", "Questions that got no more than what comes nearest", registry=self._registry
        )
        self.errors = Counter("belegbot_errors", "Errors, by kind", ["kind"], registry=self._registry)
        self.errors.labels(STORE_FAILURE)
        self.webhook_refusals = Counter(
            "belegbot_webhook_refusals",
            "Posts that were refused, by status: 401 no secret, 408 too slow, 413 too large, 503 not safely taken",
            ["status"],
            registry=self._registry,
        )
        for status in REFUSALS:
            self.webhook_refusals.labels(str(status))
        self.answer_time = Histogram(
            "belegbot_answer_seconds",
            "From an update's arrival to the end of its answer",
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self.queue_depth = Gauge(
            "belegbot_queue_depth",
            "Updates not answered yet, in the whole store: of processes that share one take the max, not the sum",
            registry=self._registry,
        )
        self._ready = Gauge("belegbot_ready", "1 while /readyz says 200, otherwise 0", registry=self._registry)
        last_contact = Gauge(
            "belegbot_last_contact_timestamp_seconds",
            "When Telegram was last reached, as Unix time; NaN before",
            registry=self._registry,
        )
        last_contact.set_function(lambda: time.time() - contact.seconds_ago if contact.was_made else math.nan)

    def watch_readiness(self, is_ready: Callable[[], bool]) -> None:
        """Has `belegbot_ready` tell what this function tells."""
        self._ready.set_function(lambda: float(is_ready()))

    def exposition(self) -> bytes:
        """All figures in the text form that Prometheus reads."""
        return generate_latest(self._registry)
