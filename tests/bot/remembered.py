"""A memory of answers without a store, for tests of what needs none."""

from __future__ import annotations

from bot.store import Exchange


class RememberedAnswers:
    """Remembers which message of the bot's answers which question, as long as it lives."""

    def __init__(self) -> None:
        self._answers: dict[tuple[int, int], int] = {}

    def note(self, exchange: Exchange) -> None:
        self._answers[exchange.chat, exchange.question] = exchange.answer

    async def answer_to(self, chat: int, question: int) -> int | None:
        return self._answers.get((chat, question))
