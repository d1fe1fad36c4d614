"""Which message of the bot's answers which question, so that an edited question edits its answer."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.tables import ANSWERS

# People mend a question soon or never.
_REMEMBERED = 2 * 24 * 3600.0


class Exchange(NamedTuple):
    """A question and its answer, as message identifiers within a chat."""

    chat: int
    question: int
    answer: int


class Answered:
    """The answers of the bot with this name, by chat and message identifiers."""

    def __init__(self, bot: str) -> None:
        self._bot = bot

    def note(self, connection: Connection, exchange: Exchange, now: float) -> None:
        """Notes which message answers which."""
        row = exchange._asdict() | {"bot": self._bot, "answered_at": now}
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        key = ("bot", "chat", "question")
        connection.execute(
            insert(ANSWERS)
            .values(row)
            .on_conflict_do_update(index_elements=key, set_={"answer": exchange.answer, "answered_at": now})
        )

    def answer_to(self, connection: Connection, chat: int, question: int) -> int | None:
        """The message that answers this one; None when it was not answered, or too long ago."""
        return connection.scalar(
            select(ANSWERS.c.answer).where(
                ANSWERS.c.bot == self._bot, ANSWERS.c.chat == chat, ANSWERS.c.question == question
            )
        )

    def forget(self, connection: Connection, now: float) -> None:
        """Deletes what is too old to be edited."""
        connection.execute(delete(ANSWERS).where(ANSWERS.c.answered_at < now - _REMEMBERED))
