"""The store moved to another database, backed up and restored."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.store import Exchange
from bot.store.database import connect
from tests.support.bot.stores import arrival, in_hand, opened, play
from tests.support.databases import database


@pytest.fixture(params=[("sqlite", "postgresql"), ("postgresql", "sqlite"), ("sqlite", "sqlite")], ids=" to ".join)
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    folders = [tmp_path / "old", tmp_path / "new"]
    for folder in folders:
        folder.mkdir()
    kind_of_old, kind_of_new = request.param
    with database(kind_of_old, folders[0]) as old, database(kind_of_new, folders[1]) as new:
        yield old, new


def store(*words: str) -> Result:
    return CliRunner().invoke(main, ["store", *words])


async def fill(url: str) -> None:
    """Two updates are answered, one is not; a chat has chosen an article."""
    async with opened(url, time.time) as used:
        await used.add([arrival(1), arrival(2), arrival(3, "chat -3", private=False)])
        for number in (1, 2):
            held = await in_hand(used)
            await used.finish(held[number], Exchange(5, number, 7))
        await used.choose(-1, "bruecke")


def test_a_store_is_copied_with_all_that_it_knows(urls: tuple[str, str]) -> None:
    old, new = urls

    async def scene() -> None:
        await fill(old)
        copied = await asyncio.to_thread(store, "copy", old, new)
        assert copied.output == "store: copied 2 answers, 1 choices, 3 updates\n"
        async with opened(new, time.time) as moved:
            assert await moved.answer_to(5, 2) == 7
            assert await moved.choice_of(-1) == "bruecke"
            assert await moved.add([arrival(1), arrival(2), arrival(3)]) == 0
            assert await moved.add([arrival(4), arrival(5, "chat 5")]) == 2  # the numbers go on behind those copied
            (group,) = await moved.claim(private=0, groups=9)
            assert group.payload == arrival(3).payload
            assert list(await in_hand(moved)) == [4, 5]

    play(scene)


def test_only_an_empty_store_is_copied_into(urls: tuple[str, str]) -> None:
    old, new = urls
    asyncio.run(fill(old))
    asyncio.run(fill(new))
    refused = store("copy", old, new)
    assert refused.exit_code == 1
    assert refused.stderr.endswith(": it holds something already; copy into an empty one\n")


def test_an_empty_store_is_copied(urls: tuple[str, str]) -> None:
    old, new = urls
    connect(old).dispose()
    assert store("copy", old, new).output == "store: copied 0 answers, 0 choices, 0 updates\n"
    asyncio.run(fill(new))


def test_a_store_on_which_a_bot_is_at_work_is_not_copied(urls: tuple[str, str]) -> None:
    old, new = urls

    async def scene() -> None:
        await fill(old)
        async with opened(old, time.time) as used:
            await used.claim(private=9, groups=9)
        refused = await asyncio.to_thread(store, "copy", old, new)
        assert refused.exit_code == 1
        assert refused.stderr.endswith(": a bot is at work on it; stop it first, or wait 20 s if it died\n")

    play(scene)


def test_a_store_that_is_not_there_or_of_an_older_form_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = f"sqlite:///{tmp_path}/old.sqlite3"
    refused = store("copy", old, f"sqlite:///{tmp_path}/new.sqlite3")
    assert (refused.exit_code, refused.stderr.count("\n")) == (1, 1)
    assert "there is no store" in refused.stderr
    monkeypatch.setenv("DATABASE_URL", old)
    CliRunner().invoke(main, ["migrate", "--to", "0001"])
    refused = store("copy", old, f"sqlite:///{tmp_path}/new.sqlite3")
    assert "its tables are of revision 0001" in refused.stderr
    assert "run: python -m bot migrate" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["old.sqlite3"]


def test_a_backup_in_another_folder_than_the_bots_says_so_and_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    refused = store("backup", "backup.sqlite3")
    assert refused.exit_code == 1
    assert refused.stderr == f"error: sqlite:///belegbot.sqlite3: there is no store in {tmp_path}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_a_stopped_bot_holds_what_waits(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    file = tmp_path / "backup.sqlite3"

    async def scene() -> None:
        await fill(url)
        for _ in range(2):  # the second replaces the first
            made = await asyncio.to_thread(store, "backup", str(file))
            assert made.output == f"store: {file} has 2 answers, 1 choices, 3 updates\n"
        assert file.stat().st_mode & 0o777 == 0o600
        assert await asyncio.to_thread(store, "copy", f"sqlite:///{file}", f"sqlite:///{tmp_path}/new.sqlite3")
        async with opened(f"sqlite:///{tmp_path}/new.sqlite3", time.time) as restored:
            (group,) = await restored.claim(private=9, groups=9)
            assert json.loads(group.payload)["update_id"] == 3

    play(scene)


def test_a_backup_of_a_bot_at_work_holds_nothing_that_would_be_answered_twice(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    file = tmp_path / "backup.sqlite3"

    async def scene() -> None:
        async with opened(url, time.time) as used:
            await used.add([arrival(1), arrival(2), arrival(3, "chat 3")])
            held = await in_hand(used, limit=1)
            made = await asyncio.to_thread(store, "backup", str(file))
            assert made.output.endswith(
                "  3 of the updates wait for the running bot's answer; in the backup they count as answered\n"
            )
            await used.finish(held[1])
        assert b"Geheimnis" not in file.read_bytes()
        async with opened(f"sqlite:///{file}", time.time) as restored:
            assert await restored.depth() == 0
            assert await restored.add([arrival(1), arrival(2), arrival(3)]) == 0

    play(scene)


def test_a_backup_replaces_nothing_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "store.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    connect(f"sqlite:///{file}").dispose()
    notes = tmp_path / "notes.txt"
    notes.write_text("Notizen")
    for name in (file, notes):
        refused = store("backup", str(name))
        assert refused.exit_code == 1
        assert refused.stderr == f"error: {name}: it is no backup, and stays as it is; name another file\n"
    assert notes.read_text() == "Notizen"
    refused = store("backup", str(tmp_path / "nowhere" / "backup.sqlite3"))
    assert refused.stderr == f"error: {tmp_path}/nowhere/backup.sqlite3: No such file or directory\n"
    with closing(sqlite3.connect(file)) as whole:
        assert whole.execute("SELECT count(*) FROM updates").fetchone() == (0,)
