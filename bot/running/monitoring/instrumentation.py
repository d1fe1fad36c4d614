"""Notes what happens to updates: in the metrics, and one line an answer in the log."""

from __future__ import annotations

import logging
from http import HTTPStatus

from bot.incoming.updates import ChatKind
from bot.messages.reply import Reply
from bot.running.monitoring.metrics import STORE_FAILURE, Metrics
from retrieval import Verdict

_LOGGER = logging.getLogger(__name__)


class Instrumentation:
    """Notes it without texts, names or identifiers."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def record_answer(self, chat: ChatKind, reply: Reply, seconds: float, update: int) -> None:
        """A reply went out, so many seconds after what it answers, the update with this number, came in."""
        self._metrics.answer_time.observe(seconds)
        outcome = reply.outcome
        if outcome is None:
            return
        facts = {"update": update, "chat": chat.value, "language": outcome.language.value}
        why = {"reason": outcome.reason, "likelihood": outcome.likelihood, "ms": round(1000 * seconds, 1)}
        why = {name: value for name, value in why.items() if value not in {None, ""}}
        if not outcome.was_looked_up:
            self.record_failure("CandidatesUnavailable")
            _LOGGER.info("not looked up", extra={"facts": facts | why})
            return
        self._metrics.questions.labels(chat.value).inc()
        counted = {
            Verdict.ANSWER: self._metrics.found,
            Verdict.NEAREST: self._metrics.nearest,
            Verdict.NONE: self._metrics.refused,
        }
        counted[outcome.verdict].inc()
        _LOGGER.info("answered", extra={"facts": facts | {"verdict": outcome.verdict.value} | why})

    def record_failure(self, kind: str) -> None:
        """Something went wrong; `kind` is a name without particulars."""
        self._metrics.errors.labels(kind).inc()

    def record_refusal(self, status: int) -> None:
        """A post to the webhook was refused with this status."""
        self._metrics.webhook_refusals.labels(str(status)).inc()
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            self.record_failure(STORE_FAILURE)

    def record_queue_depth(self, updates: int) -> None:
        """So many updates are not answered yet."""
        self._metrics.queue_depth.set(updates)
