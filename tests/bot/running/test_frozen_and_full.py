"""A process that stands still, and a disk that is full: every question is answered, and none twice."""

from __future__ import annotations

import contextlib
import resource
import signal
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.support.bot.crowd import Crowd, running_process
from tests.support.bot.running_bot import SECRET
from tests.support.databases import database
from tests.support.processes import free_port
from tests.support.waiting import wait_until

pytestmark = pytest.mark.slow

# As long as a machine stands still while it is moved to another host.
FROZEN = 9.0


def freeze(*bots: subprocess.Popen[str], seconds: float = FROZEN) -> None:
    for bot in bots:
        bot.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    for bot in bots:
        bot.send_signal(signal.SIGCONT)


def full_disk(bot: subprocess.Popen[str], *, full: bool) -> None:
    """Whatever the process writes to a file fails, as on a full disk; or can be written again."""
    _, hard = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (0 if full else hard, hard))


def test_frozen_twice_under_load(crowd: Crowd, tmp_path: Path) -> None:
    with running_process(crowd, tmp_path) as bot:
        for _ in range(2):
            crowd.ask_until(answers=5)
            freeze(bot)
        crowd.wait_for_all()
    assert set(crowd.answers_by_chat) == {1}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize("both", [False, True], ids=["one of two", "both"])
def test_two_processes_one_or_both_of_which_freeze(crowd: Crowd, tmp_path: Path, kind: str, both: bool) -> None:
    with database(kind, tmp_path) as store, contextlib.ExitStack() as stack:
        # Telegram posts to the one that has started last; what one leaves the other takes up.
        bots = []
        for _ in range(2):
            port = str(free_port())
            web = {"WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_SECRET": SECRET, "PORT": port}
            bots.append(stack.enter_context(running_process(crowd, tmp_path, DATABASE_URL=store, **web)))
        for _ in range(2):
            crowd.ask_until(answers=5)
            freeze(*(bots if both else bots[1:]))
        crowd.wait_for_all()
        assert set(crowd.answers_by_chat) == {1}


def test_a_disk_that_is_full_for_a_while(crowd: Crowd, tmp_path: Path) -> None:
    port = str(free_port())
    with running_process(crowd, tmp_path, PORT=port) as bot:
        for _ in range(2):
            crowd.ask_until(answers=5)
            full_disk(bot, full=True)
            crowd.ask()
            time.sleep(8)
            full_disk(bot, full=False)
        crowd.wait_for_all()
        wait_until(lambda: httpx.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).status_code == 200)
    assert set(crowd.answers_by_chat) == {1}
