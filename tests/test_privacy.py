"""The page on privacy is true: of every column of the store, of what `/datenschutz` says, and in its statements."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.store import Arrival, Exchange, open_store
from bot.store.database import connect
from bot.store.store import Store
from bot.store.tables import METADATA
from tests.support.clock import Clock
from tests.support.paths import ROOT

PAGE = (ROOT / "docs" / "privacy.md").read_text("utf-8")
PERSON = 123456789
TWO_DAYS = 2 * 24 * 3600.0
ROWS = [
    (re.findall(r"`(\w+\.\w+)`", where), how_long)
    for where, how_long in re.findall(r"^\| (`\w+\.\w+`[^|]*) \|[^|]*\| ([^|]*) \|[^|]*\|$", PAGE, re.MULTILINE)
]


def test_every_column_of_the_store_is_named_once() -> None:
    named = [column for columns, _ in ROWS for column in columns]
    assert sorted(named) == sorted(
        f"{table.name}.{column.name}" for table in METADATA.tables.values() for column in table.c
    )


@pytest.mark.parametrize(("language", "column"), [(InterfaceLanguage.GERMAN, 0), (InterfaceLanguage.ENGLISH, 1)])
def test_the_command_says_what_the_page_says(language: InterfaceLanguage, column: int) -> None:
    rows = re.findall(
        r"^\| ([^|`]+) \| ([^|`]+) \| ([^|]*)\|$", PAGE.partition("## What the bot says")[2], re.MULTILINE
    )
    rows = [row for row in rows if row[0] != "German"]
    keys = ("question", "numbers", "rate", "choice", "group", "telegram")
    assert [row[column] for row in rows] == [Catalogue()[language](f"privacy-{key}") for key in keys]
    named = {table for row in rows for table in re.findall(r"`(\w+)", row[2])}
    assert named == set(METADATA.tables)


def test_what_is_kept_is_kept_as_long_as_the_page_says(tmp_path: Path) -> None:
    """Of an answered question nothing but what stays two days, and that no longer."""
    clock = Clock()
    file = tmp_path / "belegbot.sqlite3"

    def rows(table: str) -> list[dict[str, object]]:
        with closing(sqlite3.connect(file)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 - our own names

    async def scene() -> None:
        store = Store(connect(f"sqlite:///{file}"), "1", clock)
        await fill(store)
        (update,) = rows("updates")
        kept = {column for columns, how_long in ROWS if how_long.startswith("two days") for column in columns}
        left = {f"updates.{name}" for name, value in update.items() if value not in (None, "")}
        assert left == {name for name in kept if name.startswith("updates.")}
        clock.now += TWO_DAYS + 1
        await store.forget()
        assert (rows("updates"), rows("answers"), len(rows("choices"))) == ([], [], 1)
        await store.unchoose(PERSON)  # which blocking the bot does
        assert rows("choices") == []
        await store.close()

    asyncio.run(scene())


async def fill(store: Store, *, answered: bool = True) -> None:
    """A question of the person's, and what the chat has chosen."""
    await store.add([Arrival(1, f"chat {PERSON}", True, '{"text": "Wer?"}')])
    if answered:
        (taken,) = await store.claim(private=1, groups=1)
        await store.finish(taken.number, Exchange(PERSON, 5, 6))
    await store.choose(PERSON, "bruecke")


def test_its_statements_find_and_delete_everything(tmp_path: Path) -> None:
    statements = re.findall(r'^sqlite3 belegbot\.sqlite3 "(.*)"$', PAGE, re.MULTILINE)
    assert [statement.split()[0] for statement in statements] == ["SELECT"] * 3 + ["DELETE"] * 3
    file = tmp_path / "belegbot.sqlite3"

    async def scene() -> None:
        store = await open_store(f"sqlite:///{file}", "1")
        await fill(store)
        await fill(store, answered=False)
        await store.add([Arrival(2, f"chat {PERSON}", True, '{"text": "Wo?"}'), Arrival(3, "chat -5", False, "{}")])
        await store.choose(-5, "bruecke")
        await store.close()

    asyncio.run(scene())
    operators = (ROOT / "docs" / "operators.md").read_text("utf-8")
    (sent_at,) = re.findall(r'^sqlite3 belegbot\.sqlite3 "(SELECT .*)"$', operators, re.MULTILINE)
    (that,) = re.findall(r'^that="(.*)"$', operators, re.MULTILINE)
    with closing(sqlite3.connect(file)) as connection:
        sent_at = sent_at.replace("$that", that.replace("567", "6").replace("-1001234", str(PERSON)))
        assert len(connection.execute(sent_at).fetchall()) == 1
        found = [len(connection.execute(statement).fetchall()) for statement in statements[:3]]
        assert found == [1, 1, 1]
        for statement in statements[3:]:
            connection.execute(statement)
        assert [len(connection.execute(statement).fetchall()) for statement in statements[:3]] == [0, 0, 0]
        everything = "\n".join(connection.iterdump())
    assert str(PERSON) not in everything
    assert "chat -5" in everything
