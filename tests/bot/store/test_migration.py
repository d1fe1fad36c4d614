"""Stores of older and newer forms."""

from __future__ import annotations

import threading

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from bot.store.database import connect, parse_url
from bot.store.migration import NEWEST, upgrade
from bot.store.tables import METADATA


def test_new_tables_are_what_the_migrations_make_of_old_ones(url: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        upgrade(connection)  # every migration, from nothing
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == NEWEST
    engine.dispose()


def test_an_older_store_is_migrated_and_one_of_today_is_left_alone(url: str) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        METADATA.drop_all(connection)
        connection.execute(text("DELETE FROM alembic_version"))  # as before the first migration
    engine.dispose()
    for _ in range(2):
        engine = connect(url)
        with engine.begin() as connection:
            assert set(METADATA.tables) <= set(inspect(connection).get_table_names())
        engine.dispose()


def test_processes_that_start_at_once_make_the_tables_once(url: str) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        try:
            connect(url).dispose()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_store_of_the_first_form_keeps_what_it_has(url: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        upgrade(connection, "0001")
        connection.execute(text("INSERT INTO answers VALUES ('1', 2, 3, 4, 5.0)"))
    engine.dispose()
    engine = connect(url)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT answer FROM answers")).scalar_one() == 4
        assert connection.execute(text("SELECT count(*) FROM choices")).scalar_one() == 0
    engine.dispose()
