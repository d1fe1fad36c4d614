"""Forty people who ask at once a bot that is a process of its own."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.simulator import Fault, FaultKind, Message, PrivateChat, Telegram, TelegramServer
from tests.support.bot.bot_process import environment, process
from tests.support.bot.dialogues import by_the_bot

QUESTIONS = 40


class Crowd:
    """Forty people, each of whom asks one question of their own, as often as `ask` is called."""

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

    def ask_until(self, answers: int) -> None:
        """They ask, and so many more answers than before have come: others are still under way."""
        before = len(self.answers)
        self.ask()
        self.wait_for(before + answers)

    @property
    def answers(self) -> list[Message]:
        return [message for chat in self.chats for message in by_the_bot(chat, self.account)]

    @property
    def answers_by_chat(self) -> list[int]:
        return [len(by_the_bot(chat, self.account)) for chat in self.chats]

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

    def wait_for(self, answers: int, timeout: float = 60) -> None:
        self.telegram.wait_for(lambda: len(self.answers) >= answers, timeout=timeout)

    def wait_for_all(self, timeout: float = 60) -> None:
        """Until everybody has an answer, and a moment longer, for a second one, should there be one."""
        self.telegram.wait_for(lambda: all(self.answers_by_chat), timeout=timeout)
        time.sleep(0.5)


@contextmanager
def slow_telegram(seconds: float) -> Iterator[TelegramServer]:
    """Telegram, so slow in seconds; and as it is there: a message is only sent if its sender has waited for that."""
    with TelegramServer(Telegram(flood_control=True)) as server:
        server.telegram.faults.add(Fault(kind=FaultKind.LATE, method="sendMessage", seconds=seconds, times=None))
        yield server


@contextmanager
def started(env: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The bot, at work."""
    with process([sys.executable, "-m", "bot"], env, folder) as bot:
        assert bot.stderr is not None
        while "is at work" not in (line := bot.stderr.readline()):
            assert line, "the bot ended"
        yield bot


@contextmanager
def running_process(crowd: Crowd, folder: Path, **more: str) -> Iterator[subprocess.Popen[str]]:
    """The bot, its log read aside: a full pipe would have it stand still."""
    with started(environment(crowd.server, crowd.account, **more), folder) as bot:
        assert bot.stderr
        log: list[str] = []
        reading = threading.Thread(target=log.extend, args=(bot.stderr,))
        reading.start()
        try:
            yield bot
        finally:
            bot.send_signal(signal.SIGCONT)
            bot.terminate()
            bot.wait(timeout=20)
            reading.join()
        print("".join(log))
        assert bot.returncode == 0
        assert "Traceback" not in "".join(log)
        assert "never retrieved" not in "".join(log)
