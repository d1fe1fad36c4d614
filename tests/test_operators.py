"""What docs/operators.md tells to do with the store, done: its commands, as they stand there, one after the other."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import Exchange
from bot.store.database import look_at_database
from bot.store.migration import NEWEST
from tests.support.bot.stores import arrival, in_hand, opened
from tests.support.databases import database
from tests.support.paths import ROOT
from tests.support.processes import environment

pytestmark = pytest.mark.slow

PAGE = (ROOT / "docs" / "operators.md").read_text("utf-8")


# What stands for the machine: users are not changed, and what the server's own would do is done already.
MACHINE = f"""belegbot() {{ {sys.executable} -m bot "$@"; }}
runuser() {{ [ "$2" = postgres ] || "${{@:4}}"; }}
"""


def scripts(heading: str) -> list[str]:
    """The commands of the section, a string a block."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def run(script: str, folder: Path, **more: str) -> str:
    """What the commands print, run in this folder; fails when one of them fails."""
    given = environment(PYTHONPATH=str(ROOT), CONTENT_DIR=str(ROOT / "content" / "articles"), **more)
    given["PATH"] = os.environ["PATH"]
    script = MACHINE + script.replace("cd /var/lib/belegbot\n", "")
    done = subprocess.run(
        ["/bin/bash", "-euc", script], cwd=folder, env=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with database("postgresql", tmp_path) as url:
        yield url.replace("postgresql+psycopg", "postgresql")


async def use(url: str) -> None:
    """One update is answered, and another waits."""
    async with opened(url, time.time) as store:
        await store.add([arrival(1), arrival(2)])
        await store.finish((await in_hand(store))[1], Exchange(5, 1, 7))


async def what_waits(url: str) -> list[int]:
    async with opened(url, time.time) as store:
        assert await store.answer_to(5, 1) == 7
        assert await store.add([arrival(1), arrival(2)]) == 0
        return list(await in_hand(store))


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder}/belegbot.sqlite3"


def test_an_upgrade_and_the_way_back(tmp_path: Path) -> None:
    check, migrate, back = scripts("Upgrade and the way back")
    assert "belegbot check" in check
    assert f"revision {NEWEST} now (before: none)" in run(migrate, tmp_path)
    older = back.replace(NEWEST, "0001")
    assert older != back
    run(older, tmp_path)
    assert look_at_database(sqlite(tmp_path)).revision == "0001"
    run(back, tmp_path)
    assert look_at_database(sqlite(tmp_path)).revision == NEWEST


def test_a_backup_and_its_restore(tmp_path: Path) -> None:
    backup, restore, _, _ = scripts("Backup and restore")
    asyncio.run(use(sqlite(tmp_path)))
    run(backup, tmp_path)
    (tmp_path / "belegbot.sqlite3").write_bytes(b"what a broken disk has left")
    assert run(restore, tmp_path) == "store: copied 1 answers, 0 choices, 2 updates\n"
    assert asyncio.run(what_waits(sqlite(tmp_path))) == [2]


def test_a_backup_is_restored_into_postgresql(tmp_path: Path, empty: str) -> None:
    backup, _, restore, _ = scripts("Backup and restore")
    asyncio.run(use(sqlite(tmp_path)))
    run(backup, tmp_path)
    restore = re.sub(r"(?<=^DATABASE_URL=).*", shlex.quote(empty), restore)
    assert run(restore, tmp_path) == "store: copied 1 answers, 0 choices, 2 updates\n"
    assert asyncio.run(what_waits(empty)) == [2]


@pytest.mark.skipif(not shutil.which("pg_dump"), reason="no pg_dump here")
def test_postgresqls_own_backup_and_its_restore(tmp_path: Path, empty: str) -> None:
    *_, dump_and_restore = scripts("Backup and restore")
    asyncio.run(use(empty))
    run(dump_and_restore, tmp_path, DATABASE_URL=empty)
    assert asyncio.run(what_waits(empty)) == []


def test_the_move_to_postgresql(tmp_path: Path, empty: str) -> None:
    (move,) = scripts("Moving the store")
    asyncio.run(use(sqlite(tmp_path)))
    assert run(move, tmp_path, NEW_DATABASE_URL=empty) == "store: copied 1 answers, 0 choices, 2 updates\n"
    assert asyncio.run(what_waits(empty)) == [2]
