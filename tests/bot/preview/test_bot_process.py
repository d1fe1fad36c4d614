"""The bot's process: started, watched, stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bot.preview.bot_process import BotProcess, ProcessState, bot_environment
from bot.simulator import Telegram, TelegramServer

pytestmark = pytest.mark.slow

# The process must not be slower to tell than this, in seconds, on a machine that has much else to do.
_PATIENCE = 30.0


class Watched:
    """A process, and waiting for what becomes of it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._changed = threading.Condition()
        self.process = BotProcess(environment, self._on_change)

    def _on_change(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, state: ProcessState) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self.process.state is state, _PATIENCE)

    @property
    def log(self) -> str:
        return "\n".join(line.text for line in self.process.lines_after(0))


def test_what_keeps_the_bot_from_running_is_seen(tmp_path: Path) -> None:
    (tmp_path / "kaputt.md").write_text("kein Kopf", "utf-8")
    watched = Watched({"TELEGRAM_TOKEN": "1:x", "CONTENT_DIR": str(tmp_path)})
    watched.process.start()
    watched.wait_for(ProcessState.FAILED)
    assert "kaputt.md" in watched.log


def test_it_is_started_and_stopped_any_number_of_times(tmp_path: Path) -> None:
    telegram = Telegram()
    account = telegram.new_bot("belegbot")
    with TelegramServer(telegram) as server:
        store = f"sqlite:///{tmp_path / 'store.sqlite'}"
        watched = Watched({"TELEGRAM_TOKEN": account.token, "TELEGRAM_API_URL": server.url, "DATABASE_URL": store})
        watched.process.start()
        watched.process.start()  # it runs: nothing happens
        telegram.wait_for(lambda: account.poll is not None, _PATIENCE)
        watched.process.restart()
        telegram.wait_for(lambda: account.poll is not None, _PATIENCE)
        watched.process.stop()
        watched.process.stop()
    assert (watched.process.state, watched.process.starts) == (ProcessState.STOPPED, 2)
    first = watched.process.lines_after(0)[0]
    assert first.number == 1
    assert first not in watched.process.lines_after(1)
    assert account.token not in watched.log


@pytest.mark.parametrize("webhook", ["https://bot.example.org", ""])
def test_it_polls_whatever_the_settings_say(tmp_path: Path, webhook: str) -> None:
    telegram = Telegram()
    account = telegram.new_bot("belegbot")
    with TelegramServer(telegram) as server:
        environment = {
            "TELEGRAM_TOKEN": account.token,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{tmp_path / 'store.sqlite'}",
            "WEBHOOK_URL": webhook,
            "WEBHOOK_SECRET": "s",
        }
        watched = Watched(environment)
        watched.process.start()
        telegram.wait_for(lambda: account.poll is not None, _PATIENCE)
        watched.process.stop()


def test_nobody_is_limited_in_how_often_they_ask(tmp_path: Path) -> None:
    settings = bot_environment("1:a", "http://127.0.0.1:1", tmp_path / "store.sqlite", tmp_path / "index")
    assert settings["QUESTIONS_PER_MINUTE"] == "0"


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_no_proxy_stands_between_the_bot_and_this_telegram(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for proxy in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")
    monkeypatch.setenv(name, "example.org")
    telegram = Telegram()
    account = telegram.new_bot("belegbot")
    with TelegramServer(telegram) as server:
        environment = bot_environment(account.token, server.url, tmp_path / "store.sqlite", tmp_path / "index")
        assert environment["NO_PROXY"] == environment["no_proxy"] == "example.org,127.0.0.1"
        watched = Watched(environment)
        watched.process.start()
        telegram.wait_for(lambda: account.poll is not None, _PATIENCE)
        watched.process.stop()
