"""A store that fails is seen: by those who ask whether the bot is ready, and in two lines of the log."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from bot.running.webhook import PATH
from bot.simulator import Person, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.bot_process import figures
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import SECRET, running, settings_for, webhook_settings
from tests.support.processes import free_port
from tests.support.waiting import wait_until

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
QUESTION = "Wer bezahlt die Reparatur?"


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


@pytest.fixture
def anna(server: TelegramServer) -> Person:
    return server.telegram.new_person("Anna", language_code="de")


@contextmanager
def away(store: Path) -> Iterator[None]:
    """Meanwhile nothing can be written to the store, nor read."""
    with closing(sqlite3.connect(store)) as database:
        database.execute("ALTER TABLE updates RENAME TO elsewhere")
        yield
        database.execute("ALTER TABLE elsewhere RENAME TO updates")


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_a_store_that_fails_is_told_once_and_again_when_it_is_back(
    server: TelegramServer, anna: Person, tmp_path: Path, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    telegram, account = server.telegram, server.telegram.new_bot("StoredBot")
    store, port = tmp_path / "store.sqlite3", free_port()
    polling = settings_for(server, account, host="127.0.0.1", port=port, database_url=f"sqlite:///{store}")
    settings = polling if way == "polling" else webhook_settings(server, account, database_url=f"sqlite:///{store}")
    url = f"http://127.0.0.1:{settings.port}"
    with running(settings, [BRIDGE]), httpx.Client(base_url=url, trust_env=False) as web:
        chat = anna.opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account))
        with caplog.at_level(logging.INFO, "bot"), away(store):
            wait_until(lambda: web.get("/readyz").status_code == 503)
            told = "not ready: DATABASE_URL: the store does not answer (no such table: updates).\n"
            assert web.get("/readyz").text == told
            assert web.get("/healthz").status_code == 200  # to start it anew would mend nothing
            anna.says(chat, QUESTION)
            if way == "webhook":
                for _ in range(20):
                    assert web.post(PATH, json={"update_id": 1, "message": {}}, headers=HEADERS).status_code in (
                        200,
                        503,
                    )
            wait_until(lambda: figures(web)['belegbot_errors_total{kind="StoreUnavailable"}'] >= 3)
        with caplog.at_level(logging.INFO, "bot"):
            telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 2, timeout=10)
            wait_until(lambda: web.get("/readyz").status_code == 200)
    lines = [record.getMessage() for record in caplog.records if "store" in record.getMessage()]
    assert len(lines) == 2, lines
    assert lines[0].endswith("(no such table: updates). Until it does, no messages are taken.")
    assert lines[1].startswith("The store answers again, ")
