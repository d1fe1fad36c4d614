"""Notes what happens to updates: in the metrics, and one line an answer in the log."""

from __future__ import annotations

import logging

from bot.incoming.updates import ChatKind
from bot.messages.reply import Reply
from bot.running.monitoring.metrics import Metrics
from retrieval import Verdict

_LOGGER = logging.getLogger(__name__)


class Instrumentation:
    """Notes it without texts, names or identifiers."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def record_answer(self, chat: ChatKind, reply: Reply, seconds: float) -> None:
        """A reply went out, so many seconds after what it answers came in."""
        self._metrics.answer_time.observe(seconds)
        outcome = reply.outcome
        if outcome is None:
            return
        facts = {"chat": chat.value, "language": outcome.language.value}
        milliseconds = {"ms": round(1000 * seconds, 1)}
        if not outcome.was_looked_up:
            self.record_failure("CandidatesUnavailable")
            _LOGGER.info("not looked up", extra={"facts": facts | milliseconds})
            return
        self._metrics.questions.labels(chat.value).inc()
        counted = {
            Verdict.ANSWER: self._metrics.found,
            Verdict.NEAREST: self._metrics.nearest,
            Verdict.NONE: self._metrics.refused,
        }
        counted[outcome.verdict].inc()
        _LOGGER.info("answered", extra={"facts": facts | {"verdict": outcome.verdict.value} | milliseconds})

    def record_failure(self, kind: str) -> None:
        """Something went wrong; `kind` is a name without particulars."""
        self._metrics.errors.labels(kind).inc()

    def record_queue_depth(self, updates: int) -> None:
        """So many updates are not answered yet."""
        self._metrics.queue_depth.set(updates)
