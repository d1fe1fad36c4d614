"""The tables. A change here needs a migration beside it; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

# `bot` is the bot's identifier: update identifiers of two bots may be the same. Times are Unix seconds.
# `lane`: updates of one lane are handled one after the other; `private`: a lane of one person, not of a group.
# `payload`: the update as JSON; None once it is answered, so that no text outlives its answer.
# `leased_by`, `leased_until`: which process has it in hand, and until when others must believe that.
UPDATES = Table(
    "updates",
    METADATA,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", String(64), nullable=False),
    Column("private", Boolean, nullable=False),
    Column("payload", Text),
    Column("received_at", Float, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_by", String(64)),
    Column("leased_until", Float),
    Column("done_at", Float),
    Index("updates_waiting", "bot", "done_at", "lane", "update_id"),
)

# Numbers only: in this chat that message of the bot's answers that question.
ANSWERS = Table(
    "answers",
    METADATA,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("question", BigInteger, primary_key=True, autoincrement=False),
    Column("answer", BigInteger, nullable=False),
    Column("answered_at", Float, nullable=False),
    Index("answers_by_age", "answered_at"),
)
