"""What hosts put between the store and PostgreSQL, or make of it: encodings, poolers, standbys."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import RootTransaction, text
from sqlalchemy.exc import InternalError

from bot.config.errors import StoreUnavailable
from bot.store import Exchange, Store
from bot.store.database import connect
from bot.store.migration import migrate
from tests.support.bot.stores import arrival, in_hand, opened, play
from tests.support.clock import Clock
from tests.support.databases import database
from tests.support.waiting import until


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


@asynccontextmanager
async def locked_table(folder: Path, clock: Clock) -> AsyncIterator[tuple[Store, RootTransaction]]:
    """A store whose table of updates somebody else has locked, and their transaction."""
    with database("postgresql", folder) as url:
        admin = connect(url)
        async with opened(url, clock) as store:
            with admin.connect() as somebody, somebody.begin() as lock:
                somebody.execute(text("LOCK TABLE updates IN ACCESS EXCLUSIVE MODE"))
                yield store, lock
        admin.dispose()


@pytest.mark.slow
def test_a_table_that_somebody_else_has_locked_is_not_waited_for(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL would wait as long as they like, and the bot would say that it is ready."""
    monkeypatch.setattr("bot.store.database.TIMEOUT", 1)

    async def scene() -> None:
        async with locked_table(tmp_path, clock) as (store, lock):
            with pytest.raises(StoreUnavailable, match="does not answer"):
                await asyncio.wait_for(store.add([arrival(1)]), 10)
            assert store.fault
            lock.commit()
            assert await store.add([arrival(1)]) == 1

    play(scene)


def test_a_database_that_keeps_silent_is_told_before_it_answers(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that stands still keeps its connections, so that neither TCP nor a limit of its own ends the wait."""
    monkeypatch.setattr("bot.store.store.ANSWER_TIMEOUT", 0.2)

    async def scene() -> None:
        async with locked_table(tmp_path, clock) as (store, lock):
            adding = asyncio.create_task(store.add([arrival(1)]))
            await until(lambda: store.fault is not None)
            assert not adding.done()
            lock.commit()
            assert await adding == 1
            clock.now += 5
            await store.probe()
            assert store.fault is None

    play(scene)


def test_a_user_who_may_not_write_is_told(tmp_path: Path, clock: Clock) -> None:
    """A role that was given too little: the store says so, and takes what comes once it was given more."""

    async def scene() -> None:
        with database("postgresql", tmp_path) as url:
            admin = connect(url)
            async with opened(url, clock) as store:
                with admin.begin() as connection:
                    connection.execute(text("REVOKE INSERT ON updates FROM CURRENT_USER"))
                with pytest.raises(StoreUnavailable, match="does not answer"):
                    await store.add([arrival(1)])
                with admin.begin() as connection:
                    connection.execute(text("GRANT INSERT ON updates TO CURRENT_USER"))
                assert await store.add([arrival(1)]) == 1
            admin.dispose()

    play(scene)


def test_what_no_text_of_postgresql_can_hold_is_kept(tmp_path: Path, clock: Clock) -> None:
    """A NUL, half a surrogate pair, and a text longer than any message: an update is stored as ASCII."""

    async def scene() -> None:
        with database("postgresql", tmp_path) as url:
            async with opened(url, clock) as store:
                payload = json.dumps({"text": "a\x00b\ud83d" + "x" * 2_000_000})
                await store.add([arrival(1)._replace(payload=payload)])
                (held,) = await store.claim(private=1, groups=0)
                assert held.payload == payload

    play(scene)


def test_who_starts_while_another_migrates_waits_however_long_that_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.database.TIMEOUT", 1)
    with database("postgresql", tmp_path) as url, ThreadPoolExecutor(1) as other:
        engine = connect(url)
        with engine.begin() as connection:
            migrate(connection)
            starting = other.submit(connect, url)
            with pytest.raises(TimeoutError):
                starting.result(timeout=2)
        starting.result().dispose()
        engine.dispose()
