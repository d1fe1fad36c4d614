"""Stores of older and newer forms."""

from __future__ import annotations

import re
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, inspect, text

from bot.cli import main
from bot.config.errors import StoreUnavailable
from bot.store import Exchange
from bot.store.database import connect, look_at_database, parse_url
from bot.store.migration import NEWEST, revisions, run_migrations
from bot.store.tables import METADATA
from tests.support.bot.stores import arrival, in_hand, opened, play
from tests.support.clock import Clock


def test_new_tables_are_what_the_migrations_make_of_old_ones(url: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        run_migrations(connection, "head")  # every migration, from nothing
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
        run_migrations(connection, "0001")
        connection.execute(text("INSERT INTO answers VALUES ('1', 2, 3, 4, 5.0)"))
    engine.dispose()
    engine = connect(url)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT answer FROM answers")).scalar_one() == 4
        assert connection.execute(text("SELECT count(*) FROM choices")).scalar_one() == 0
    engine.dispose()


def set_revision(url: str, revision: str) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": revision})
    engine.dispose()


def test_a_store_of_a_newer_release_is_refused_in_one_line(url: str) -> None:
    connect(url).dispose()
    set_revision(url, "0009")
    for use in (connect, look_at_database):
        with pytest.raises(StoreUnavailable) as caught:
            use(url)
        told = str(caught.value)
        assert told.endswith(
            f" has tables of a newer release (0009; this one knows {NEWEST}); run that release, or with it: "
            f"python -m bot migrate --to {NEWEST}"
        )
        assert "\n" not in told


def test_a_store_to_which_a_newer_release_has_only_added_can_be_used(url: str, clock: Clock) -> None:
    connect(url).dispose()
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE updates ADD COLUMN note TEXT"))
        connection.execute(text("CREATE TABLE more (number INTEGER)"))
    engine.dispose()
    set_revision(url, f"0009.{NEWEST}")

    async def scene() -> None:
        async with opened(url, clock) as store:
            await store.add([arrival(1)])
            held = await in_hand(store)
            await store.finish(held[1], Exchange(5, 6, 7))
            assert await store.answer_to(5, 6) == 7

    play(scene)
    assert look_at_database(url).revision == f"0009.{NEWEST}"


def test_migrations_that_only_add_say_which_program_can_use_them() -> None:
    known = revisions()
    assert known[-1] == NEWEST
    for revision in known:
        assert re.fullmatch(r"\d{4}(\.\d{4})?", revision)
        assert revision.partition(".")[2] in ("", *known)


def test_without_migrating_only_a_store_of_today_is_used(url: str) -> None:
    told = rf"this release needs {NEWEST}, and MIGRATE is off; run: python -m bot migrate$"
    for use in (connect, look_at_database):
        with pytest.raises(StoreUnavailable, match=f"has no tables, {told}"):
            use(url, migrates=False)
    connect(url).dispose()
    connect(url, migrates=False).dispose()
    set_revision(url, "0001")
    with pytest.raises(StoreUnavailable, match=f"has tables of revision 0001, {told}"):
        connect(url, migrates=False)


def test_to_look_at_a_store_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    url = f"sqlite:///{file}"

    def written() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in tmp_path.iterdir() if not path.name.endswith("-shm")}

    assert look_at_database(url).revision is None
    assert written() == {}
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        run_migrations(connection, "0001")
    engine.dispose()
    before = written()
    assert look_at_database(url).revision == "0001"
    assert written() == before
    with closing(sqlite3.connect(file)) as bot:  # at work, and something is in its log only
        bot.execute("PRAGMA journal_mode = WAL")
        bot.execute("INSERT INTO answers VALUES ('1', 2, 3, 4, 5.0)")
        bot.commit()
        before = written()
        assert look_at_database(url).revision == "0001"
        assert written() == before


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    file.write_text("no database at all " * 100)
    with pytest.raises(StoreUnavailable, match=r"cannot be used \(file is not a database\)"):
        look_at_database(f"sqlite:///{file}")


def migrated(*options: str) -> Result:
    return CliRunner().invoke(main, ["migrate", *options])


def test_the_tables_are_brought_up_to_date_and_back(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert migrated().output == f"store: its tables are of revision {NEWEST} now (before: none)\n"
    assert migrated().output == f"store: its tables are of revision {NEWEST} already\n"
    assert migrated("--to", "0001").output == f"store: its tables are of revision 0001 now (before: {NEWEST})\n"
    assert look_at_database(url).revision == "0001"
    assert migrated().exit_code == 0
    assert look_at_database(url).revision == NEWEST
    assert migrated("--to", "4711").exit_code == 2
    set_revision(url, f"0009.{NEWEST}")
    refused = migrated()
    assert refused.exit_code == 1
    assert refused.stderr.endswith(f"has tables of a newer release (0009.{NEWEST}), which alone can take them back\n")
