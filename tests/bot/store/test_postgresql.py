"""What hosts put between the store and PostgreSQL, or make of it: encodings, poolers, standbys."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import InternalError

from bot.store import Exchange
from bot.store.database import connect
from tests.support.bot.stores import arrival, in_hand, opened, play
from tests.support.clock import Clock
from tests.support.databases import database


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1", "UTF8"])
def test_any_encoding_of_the_database_will_do(tmp_path: Path, clock: Clock, encoding: str) -> None:
    """Where PostgreSQL was set up without a locale, its databases are in SQL_ASCII (psycopg/psycopg#276)."""

    async def scene() -> None:
        with database("postgresql", tmp_path, encoding) as url:
            async with opened(url, clock) as store:
                await store.add([arrival(1)])
                (held,) = (await in_hand(store)).values()
                await store.finish(held, Exchange(1, 2, 3))
                await store.choose(1, "brücke")
                assert await store.choice_of(1) == "brücke"

    play(scene)


def test_nothing_is_prepared_in_a_session(tmp_path: Path) -> None:
    """A pooler may give the next transaction another session, or this one to somebody else (psycopg/psycopg#280)."""
    with database("postgresql", tmp_path) as url:
        engine = connect(url)
        for _ in range(10):
            with engine.begin() as connection:
                connection.execute(text("SELECT count(*) FROM updates"))
        with engine.begin() as connection:
            assert connection.scalar(text("SELECT count(*) FROM pg_prepared_statements")) == 0
        engine.dispose()


def test_a_standby_is_left(tmp_path: Path) -> None:
    """After a failover, a connection may go on to who only reads now (home-assistant/core#93973)."""
    write = text("INSERT INTO choices (bot, chat, article) VALUES ('1', 1, 'bruecke')")
    with database("postgresql", tmp_path) as url:
        engine = connect(url)
        with engine.begin() as connection:
            connection.execute(text("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"))
        with pytest.raises(InternalError, match="read-only"), engine.begin() as connection:
            connection.execute(write)
        with engine.begin() as connection:
            connection.execute(write)
        engine.dispose()
