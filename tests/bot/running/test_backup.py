"""A backup that is made while the bot answers, and put in the store's place later: nothing is answered twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.simulator import TelegramServer
from bot.store.transfer import back_up, copy_store
from tests.support.bot.bot_process import environment
from tests.support.bot.crowd import QUESTIONS, Crowd, slow_telegram, started
from tests.support.databases import database

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with slow_telegram(0.5) as server:
        yield server


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_restored_backup_of_a_running_bot_answers_nothing_twice(
    server: TelegramServer, tmp_path: Path, kind: str
) -> None:
    server.telegram.new_bot("EnduringBot")
    crowd = Crowd(server)
    backup, again = tmp_path / "backup.sqlite3", tmp_path / "again"
    again.mkdir()
    with database(kind, tmp_path) as url, database(kind, again) as restored:
        env = environment(server, crowd.account, DATABASE_URL=url)
        with started(env, tmp_path) as bot:
            crowd.ask_until(answers=5)
            _, waiting = back_up(url, backup)
            assert waiting  # it was made in the middle
            crowd.wait_for_all()
            bot.terminate()
            bot.communicate(timeout=20)
        copy_store(f"sqlite:///{backup}", restored)
        with started(env | {"DATABASE_URL": restored}, tmp_path) as bot:
            crowd.ask()
            crowd.wait_for_all()
            time.sleep(1)
            bot.terminate()
            bot.communicate(timeout=20)
    assert crowd.answers_by_chat == [1] * 2 * QUESTIONS
