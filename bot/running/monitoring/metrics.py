"""What is counted, in Prometheus's form (prometheus.io/docs/practices/naming)."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.calls import LastContact

CONTENT_TYPE = CONTENT_TYPE_LATEST

# Seconds. Most answers take some milliseconds; flood limits and Telegram's faults make some wait long.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """The figures of one process, since its start. A registry of their own: nothing is shared by the whole process."""

    def __init__(
        self,
        contact: LastContact,
        unencoded: Callable[[], int] = lambda: 0,
        content_faults: Callable[[], int] = lambda: 0,
    ) -> None:
        """`unencoded` tells how many questions the encoder gave no vector for, `content_faults` how many article files
        have now."""
        self._registry = CollectorRegistry()
        self.questions = Counter(
            "belegbot_questions", "Questions that were answered or refused, by where", ["chat"], registry=self._registry
        )
        self.found = Counter("belegbot_found", "Questions that the articles answer", registry=self._registry)
        self.refused = Counter("belegbot_refused", "Questions that they do not answer", registry=self._registry)
        self.nearest = Counter(
            "belegbot_nearest", "Questions that got no more than what comes nearest", registry=self._registry
        )
        self.errors = Counter("belegbot_errors", "Errors, by kind", ["kind"], registry=self._registry)
        self.answer_time = Histogram(
            "belegbot_answer_seconds",
            "From an update's arrival to the end of its answer",
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self.queue_depth = Gauge("belegbot_queue_depth", "Updates not answered yet", registry=self._registry)
        last_contact = Gauge(
            "belegbot_last_contact_timestamp_seconds",
            "When Telegram was last reached, as Unix time; NaN before",
            registry=self._registry,
        )
        last_contact.set_function(lambda: time.time() - contact.seconds_ago if contact.was_made else math.nan)
        words_alone = Gauge(
            "belegbot_words_alone",
            "Questions answered by their words alone, since the encoder gave no vector in time",
            registry=self._registry,
        )
        words_alone.set_function(unencoded)

        faults = Gauge(
            "belegbot_content_faults",
            "Faults in article files, which are left out or answer as they were before",
            registry=self._registry,
        )
        faults.set_function(content_faults)

    def exposition(self) -> bytes:
        """All figures in the text form that Prometheus reads."""
        return generate_latest(self._registry)
