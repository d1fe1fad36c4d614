"""The tables. A change here needs a migration beside it; a test holds the two together.

One that only adds, and is named so (`bot.store.migration`), lets the release before run on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql, sqlite

METADATA = MetaData()

# SQLite counts by itself only what it calls INTEGER; that has 64 bits there, too.
COUNTED = BigInteger().with_variant(Integer, "sqlite")

# `id` counts arrivals. `bot` names the bot and its Telegram: two bots' updates may have the same numbers, and so may
# two of one bot, since Telegram goes on at random after a quiet week; `digest` then tells them apart. Times are Unix
# seconds.
# `lane`: updates of one lane are handled one after the other; empty once it is answered, since a lane's name holds the
# number of a chat, in private a person's. `private`: a lane of one person, not of a group.
# `payload`: the update as JSON; None once it is answered, so that no text outlives its answer.
# `leased_by`, `leased_until`: which process has it in hand, and until when others must believe that.
UPDATES = Table(
    "updates",
    METADATA,
    Column("id", COUNTED, primary_key=True),
    Column("bot", String(64), nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("digest", String(16), nullable=False),
    Column("lane", String(64), nullable=False),
    Column("private", Boolean, nullable=False),
    Column("payload", Text),
    Column("received_at", Float, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_by", String(64)),
    Column("leased_until", Float),
    Column("done_at", Float),
    UniqueConstraint("bot", "update_id", "digest", name="updates_once"),
    Index("updates_waiting", "bot", "done_at", "lane", "id"),
)

# Numbers only: in this chat that message of the bot's answers that question.
ANSWERS = Table(
    "answers",
    METADATA,
    Column("bot", String(64), primary_key=True),
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("question", BigInteger, primary_key=True, autoincrement=False),
    Column("answer", BigInteger, nullable=False),
    Column("answered_at", Float, nullable=False),
    Index("answers_by_age", "answered_at"),
)

# The one article that a chat has settled on, by its short name (`Article.slug`).
CHOICES = Table(
    "choices",
    METADATA,
    Column("bot", String(64), primary_key=True),
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, nullable=False),
)

Insert = postgresql.Insert | sqlite.Insert

# By the dialect's name: to insert a row that may be there already, each has a statement of its own.
INSERTS: Mapping[str, Callable[[Table], Insert]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
