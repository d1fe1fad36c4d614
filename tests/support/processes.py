"""Processes that tests start."""

from __future__ import annotations

import os
import socket
from pathlib import Path

_SET_BY_TESTS = ("ENCODER", "INDEX_DIR")


def environment(**more: str) -> dict[str, str]:
    """Variables for a process of the bot's: of those around the tests only what `tests.conftest` sets, and these."""
    own = {name: os.environ[name] for name in _SET_BY_TESTS if name in os.environ}
    return {"PATH": "/usr/bin:/bin", **own, **more}


def is_running(process: int) -> bool:
    """Whether the process still runs: a dead one whose parent did not ask for it does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def free_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
