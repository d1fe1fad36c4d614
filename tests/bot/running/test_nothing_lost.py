"""Killed, stopped, killed while stopping: every question is answered, and none twice. The bot is a real process."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.simulator import BotAccount, TelegramServer
from tests.support.bot.bot_process import environment
from tests.support.bot.crowd import QUESTIONS, Crowd, slow_telegram, started
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import SECRET
from tests.support.processes import free_port

pytestmark = pytest.mark.slow


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with slow_telegram(0.3) as server:
        yield server


@pytest.fixture(params=["polling", "webhook"])
def env(request: pytest.FixtureRequest, server: TelegramServer) -> dict[str, str]:
    account = server.telegram.new_bot("EnduringBot")
    if request.param == "polling":
        return environment(server, account)
    port = str(free_port())
    return environment(
        server, account, WEBHOOK_URL=f"http://127.0.0.1:{port}", WEBHOOK_SECRET=SECRET, PORT=port, HOST="127.0.0.1"
    )


@pytest.mark.parametrize("end", ["kill", "terminate", "terminate and kill"])
def test_every_question_is_answered_once(server: TelegramServer, env: dict[str, str], tmp_path: Path, end: str) -> None:
    crowd = Crowd(server)
    with started(env, tmp_path) as bot:
        crowd.ask_until(answers=5)
        if end.startswith("terminate"):
            bot.terminate()
        if end == "terminate and kill":
            time.sleep(0.1)
        if end.endswith("kill"):
            crowd.kill_when_noted(bot, tmp_path / "belegbot.sqlite3")
        bot.communicate(timeout=20)
        assert bot.returncode == (0 if end == "terminate" else -9)
    assert end == "terminate" or len(crowd.answers) < QUESTIONS
    with started(env, tmp_path) as bot:
        crowd.wait_for(QUESTIONS)
        time.sleep(0.5)  # for a second answer, should there be one
        bot.terminate()
        bot.communicate(timeout=20)
        assert bot.returncode == 0
    assert crowd.answers_by_chat == [1] * QUESTIONS


def test_what_was_in_hand_whenever_the_process_was_killed_is_answered_all_the_same(
    server: TelegramServer, tmp_path: Path
) -> None:
    env = environment(server, server.telegram.new_bot("EnduringBot"))
    crowd, store = Crowd(server), tmp_path / "belegbot.sqlite3"
    with started(env, tmp_path) as bot:
        crowd.ask_until(answers=QUESTIONS - 10)
        crowd.kill_when_noted(bot, store)
    with closing(sqlite3.connect(store, isolation_level=None)) as database:  # as if that had been the third time
        database.execute("UPDATE updates SET attempts = 3, leased_until = 0 WHERE done_at IS NULL")
    with started(env, tmp_path) as bot:
        crowd.wait_for_all()
        bot.terminate()
        bot.communicate(timeout=20)
    assert crowd.answers_by_chat == [1] * QUESTIONS


def test_an_update_that_comes_again_is_answered_once(
    server: TelegramServer, env: dict[str, str], tmp_path: Path
) -> None:
    telegram = server.telegram
    (account,) = telegram.accounts
    assert isinstance(account, BotAccount)
    chat = telegram.new_person("Anna", language_code="de").opens(account)
    for _ in range(2):  # also after a restart
        with started(env, tmp_path) as bot:
            telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
            telegram.wait_for(lambda: account.pending_updates == 0, timeout=20)
            telegram.faults.repeat(account)
            telegram.wait_for(lambda: account.pending_updates == 0, timeout=20)
            time.sleep(0.3)
            bot.terminate()
            bot.communicate(timeout=20)
    assert len(by_the_bot(chat, account)) == 1
