"""What became of a question, and why, as it is counted and logged: nothing of its words."""

from __future__ import annotations

from bot.messages.reply import AnswerOutcome
from bot.messages.texts import Texts
from retrieval import Answer


def outcome_of(answer: Answer, texts: Texts) -> AnswerOutcome:
    """What became of a question that was looked up."""
    decision = answer.decision
    likelihood = round(decision.likelihood, 3) if decision else None
    return AnswerOutcome(answer.verdict, texts.language, reason=_reason(answer), likelihood=likelihood)


def _reason(answer: Answer) -> str:
    """What the best sentence lacks, else that the likelihood decided; and whether that goes by words alone."""
    if answer.decision is None or not answer.decision.likelihood:
        return "nothing-found"
    reasons = [doubt.value.replace(" ", "-") for doubt in answer.decision.doubts] or ["likelihood"]
    return ",".join([*reasons, *(["words-alone"] if answer.by_words_alone else [])])
