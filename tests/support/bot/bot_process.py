"""The bot as a process of its own, and what it shows of itself over HTTP."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from bot.simulator import BotAccount, TelegramServer
from tests.support.paths import ROOT
from tests.support.processes import environment as plain_environment


def environment(server: TelegramServer, account: BotAccount, **more: str) -> dict[str, str]:
    """Variables for the bot as a process that this account is given to."""
    plain = plain_environment(PYTHONPATH=str(ROOT), PYTHONWARNINGS="error")
    del plain["INDEX_DIR"]  # beside its store, in the folder that it runs in
    return plain | {"TELEGRAM_TOKEN": account.token, "TELEGRAM_API_URL": server.url, "HOST": "127.0.0.1"} | more


@contextmanager
def process(command: list[str], env: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The command, run from a folder without .env; killed if the test leaves it behind."""
    with subprocess.Popen(command, env=env, cwd=folder, stderr=subprocess.PIPE, text=True) as running_process:
        try:
            yield running_process
        finally:
            running_process.kill()


def figures(web: httpx.Client) -> dict[str, float]:
    """What the bot counts, by the names of its metrics."""
    answer = web.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    return {name: float(value) for name, value in re.findall(r"^(belegbot_\S+) (\S+)$", answer.text, re.MULTILINE)}
