"""`python -m bot preview`, as it is started and ended."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.support.paths import ROOT
from tests.support.processes import environment

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "bot", "preview", "--no-browser"]


def started(*more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *more], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_prints_its_address_and_ends_with_the_bot(number: signal.Signals) -> None:
    with started() as process:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/\S+", process.stdout.readline())
        assert address
        assert "<title>Belegbot</title>" in httpx.get(address[0], trust_env=False).text
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split()
        process.send_signal(number)
        _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (0, "")
    assert children
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


def test_a_port_that_is_taken_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started("--port", str(port)) as process:
            _, told = process.communicate(timeout=30)
    assert process.returncode == 1
    line = f"error: --port {port}: cannot listen there (Address already in use); choose another, or leave it out\n"
    assert told == line
