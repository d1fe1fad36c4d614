"""A memory of answers and choices without a store, for tests of what needs none."""

from __future__ import annotations

from bot.store import Exchange


class Remembered:
    """Remembers which message of the bot's answers which question, and what chats chose, as long as it lives."""

    def __init__(self) -> None:
        self._answers: dict[tuple[int, int], int] = {}
        self.choices: dict[int, str] = {}

    def note(self, exchange: Exchange) -> None:
        self._answers[exchange.chat, exchange.question] = exchange.answer

    async def answer_to(self, chat: int, question: int) -> int | None:
        return self._answers.get((chat, question))

    async def choice_of(self, chat: int) -> str | None:
        return self.choices.get(chat)

    async def choose(self, chat: int, article: str) -> None:
        self.choices[chat] = article

    async def unchoose(self, chat: int, article: str | None = None) -> None:
        if article in (None, self.choices.get(chat)):
            self.choices.pop(chat, None)

    async def move(self, chat: int, to: int) -> None:
        if (article := self.choices.pop(chat, None)) is not None:
            self.choices.setdefault(to, article)
