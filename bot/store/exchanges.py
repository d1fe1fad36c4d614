"""Which message of the bot's answers which question, so that an edited question edits its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, select

from bot.store.tables import ANSWERS, INSERTS, Insert

# People mend a question soon or never.
_REMEMBERED = 2 * 24 * 3600.0


class Exchange(NamedTuple):
    """A question and its answer, as message identifiers within a chat."""

    chat: int
    question: int
    answer: int


class Exchanges:
    """The answers of the bot with this name, by chat and message identifiers."""

    def __init__(self, bot: str) -> None:
        self._bot = bot
        self._answer_to = select(ANSWERS.c.answer).where(
            ANSWERS.c.bot == bot, ANSWERS.c.chat == bindparam("chat"), ANSWERS.c.question == bindparam("question")
        )

    def note(self, connection: Connection, exchange: Exchange, now: float) -> None:
        """Notes which message answers which."""
        row = exchange._asdict() | {"bot": self._bot, "answered_at": now}
        connection.execute(_UPSERTS[connection.dialect.name], row)

    def answer_to(self, connection: Connection, chat: int, question: int) -> int | None:
        """The message that answers this one; None when it was not answered, or too long ago."""
        return connection.scalar(self._answer_to, {"chat": chat, "question": question})

    def forget(self, connection: Connection, now: float) -> None:
        """Deletes what is too old to be edited."""
        connection.execute(delete(ANSWERS).where(ANSWERS.c.answered_at < now - _REMEMBERED))


def _upsert(insert: Callable[[Table], Insert]) -> Insert:
    """Puts a row in, or in the place of the one before."""
    noting = insert(ANSWERS)
    new = {name: noting.excluded[name] for name in ("answer", "answered_at")}
    return noting.on_conflict_do_update(index_elements=("bot", "chat", "question"), set_=new)


_UPSERTS = {dialect: _upsert(insert) for dialect, insert in INSERTS.items()}
