"""Killed, stopped, killed while stopping: every question is answered, and none twice. The bot is a real process."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.simulator import BotAccount, Fault, FaultKind, Message, PrivateChat, Telegram, TelegramServer
from tests.support.bot.bot_process import environment, process
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import SECRET
from tests.support.processes import free_port

pytestmark = pytest.mark.slow

QUESTIONS = 40
COMMAND = [sys.executable, "-m", "bot"]


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram(flood_control=True)) as server:
        # As slow as Telegram; and as it is there: a message is only sent if its sender has waited for that.
        server.telegram.faults.add(Fault(kind=FaultKind.LATE, method="sendMessage", seconds=0.3, times=None))
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


class Crowd:
    """Forty people, each of whom asks one question of their own."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.telegram = server.telegram
        (self.account,) = self.telegram.accounts
        self.chats: list[PrivateChat] = []

    def ask(self) -> None:
        with self.telegram.lock:
            for number in range(QUESTIONS):
                person = self.telegram.new_person(f"Person {number}", language_code="de")
                self.chats.append(person.opens(self.account))

    @property
    def answers(self) -> list[Message]:
        return [message for chat in self.chats for message in by_the_bot(chat, self.account)]

    def kill_when_noted(self, bot: subprocess.Popen[str], store: Path) -> None:
        """Kills the bot once it has noted every answer that has arrived, and before another one arrives.

        Between the two, killed, it would answer again: nobody can know that an answer has arrived before having heard
        so. How long that takes is Telegram's way back to the bot, and under a millisecond for the note.
        """
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
            while True:
                (noted,) = database.execute("SELECT count(*) FROM updates WHERE done_at IS NOT NULL").fetchone()
                with self.telegram.lock:
                    if noted == len(self.answers):
                        # Killed, it hangs up only when the machine comes to it: what is under way is not done.
                        self.server.stop_waiting()
                        bot.kill()
                        break
                time.sleep(0.001)
        bot.wait()
        self.server.start()

    def wait_for(self, answers: int) -> None:
        self.telegram.wait_for(lambda: len(self.answers) >= answers, timeout=30)


@contextmanager
def started(env: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    with process(COMMAND, env, folder) as bot:
        assert bot.stderr is not None
        while "is at work" not in (line := bot.stderr.readline()):
            assert line, "the bot ended"
        yield bot


@pytest.mark.parametrize("end", ["kill", "terminate", "terminate and kill"])
def test_every_question_is_answered_once(server: TelegramServer, env: dict[str, str], tmp_path: Path, end: str) -> None:
    crowd = Crowd(server)
    with started(env, tmp_path) as bot:
        crowd.ask()
        crowd.wait_for(5)
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
    assert [len(by_the_bot(chat, crowd.account)) for chat in crowd.chats] == [1] * QUESTIONS


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
