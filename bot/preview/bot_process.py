"""The bot as a process of its own, started as people start it, and the lines that it writes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

_LINES_KEPT: Final = 1_000
# A bot that is told to stop finishes the answers in hand within ten seconds; after so many it is stopped anyway.
_LAST_WORDS: Final = 15.0


class ProcessState(StrEnum):
    """Whether the bot's process is there; that it also asks Telegram for messages is seen at Telegram."""

    RUNNING = "running"
    STOPPED = "stopped"
    FAILED = "failed"


class LogLine(NamedTuple):
    """One line of the log. `number` counts from 1 over all starts."""

    number: int
    text: str


class BotProcess:
    """`python -m bot --polling`, started and stopped any number of times. Thread-safe.

    Args:
        environment: variables beside those of this process, which they replace.
        on_change: called, in any thread, whenever there is a new line or another state.
    """

    def __init__(self, environment: Mapping[str, str], on_change: Callable[[], object]) -> None:
        self._environment = {**os.environ, **environment}
        self._on_change = on_change
        self._lock = threading.RLock()
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None
        self._lines: deque[LogLine] = deque(maxlen=_LINES_KEPT)
        self._written = 0
        self.state = ProcessState.STOPPED
        self.starts = 0

    def lines_after(self, number: int) -> list[LogLine]:
        """The lines after the one with this number, as far as they are kept."""
        with self._lock:
            return [line for line in self._lines if line.number > number]

    def start(self) -> None:
        """Start it, unless it runs."""
        with self._lock:
            if self._process:
                return
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "--polling"],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
            self.state = ProcessState.RUNNING
            self.starts += 1
            self._reader = threading.Thread(target=self._read, args=(self._process,), name="bot's log", daemon=True)
            self._reader.start()
        self._on_change()

    def stop(self) -> None:
        """Have it finish the answers in hand and end; returns when it has."""
        with self._lock:
            process, reader = self._process, self._reader
        if process is None or reader is None:
            return
        process.terminate()
        try:
            process.wait(_LAST_WORDS)
        except subprocess.TimeoutExpired:
            process.kill()
        reader.join()

    def restart(self) -> None:
        """Stop it and start it again."""
        self.stop()
        self.start()

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None  # noqa: S101 - asked for above
        with process.stdout:
            for line in process.stdout:
                self._note(line.rstrip("\n"))
        code = process.wait()
        with self._lock:
            self._process = None
            # Ended by our own signal, before the bot listened to signals, is no failure.
            self.state = ProcessState.STOPPED if code <= 0 else ProcessState.FAILED
        self._on_change()

    def _note(self, text: str) -> None:
        with self._lock:
            self._written += 1
            self._lines.append(LogLine(self._written, text))
        self._on_change()


def bot_environment(token: str, api_url: str, store: Path, index: Path) -> dict[str, str]:
    """The settings with which the bot talks to a Telegram at this address; all others are as they are.

    Whoever tries the bot out may ask as often as they like. `index` is where its index and vectors are kept, which
    outlive the store.
    """
    return {
        "TELEGRAM_TOKEN": token,
        "TELEGRAM_API_URL": api_url,
        "DATABASE_URL": f"sqlite:///{store}",
        **dict.fromkeys(("TELEGRAM_TOKEN_FILE", "DATABASE_URL_FILE"), ""),
        "QUESTIONS_PER_MINUTE": "0",
        "INDEX_DIR": str(index.absolute()),
        "PYTHONUNBUFFERED": "1",
        "PYTHONIOENCODING": "utf-8",
        # No proxy of this machine's network knows this Telegram. Some look at the one name, some at the other.
        **dict.fromkeys(("NO_PROXY", "no_proxy"), _without_proxy(urlsplit(api_url).hostname or "")),
    }


def _without_proxy(host: str) -> str:
    """What is reached without a proxy, this host too."""
    before = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
    return ",".join(filter(None, [before, host]))
