"""Processes that tests start."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
from pathlib import Path

_SET_BY_TESTS = ("ENCODER", "INDEX_DIR", "READER")


def environment(**more: str) -> dict[str, str]:
    """Variables for a process of the bot's: of those around the tests only what `tests.conftest` sets, and these."""
    own = {name: os.environ[name] for name in _SET_BY_TESTS if name in os.environ}
    return {"PATH": "/usr/bin:/bin", **own, **more}


def is_running(process: int) -> bool:
    """Whether the process still runs: a dead one whose parent did not ask for it does not."""
    return _status(process)[:1] not in ([], ["Z"])


def is_stopped(process: int) -> bool:
    """Whether a signal has the process stand still."""
    return _status(process)[:1] == ["T"]


def free_port() -> int:
    """A port of this machine at which nobody listens.

    None of those that the system hands out: before it is listened at, a connection of another test may be given one.
    """
    while True:
        port = 10_000 + secrets.randbelow(22_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def children() -> list[int]:
    """The process ids of the processes that this one has started and that run, the oldest first."""
    numbers = sorted(int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())
    return [number for number in numbers if _status(number)[1:2] == [str(os.getpid())] and is_running(number)]


def resident_memory(process: int) -> int:
    """How much memory the process has, in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def command_line(process: int) -> list[str]:
    """What the process was started with; nothing, when it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text("utf-8", "replace").split("\0")
    except (FileNotFoundError, ProcessLookupError):
        return []


def _status(process: int) -> list[str]:
    """The process's state, its parent's id, and so on (proc_pid_stat(5)); nothing, when it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
