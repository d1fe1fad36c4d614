"""`python -m bot evaluate`: how good the answers are, on questions whose answers are known."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from operator import add
from pathlib import Path

import click

from content.article_file import read_article_file
from content.errors import InvalidArticles
from retrieval.evaluation.ablation import Ablation, ablate
from retrieval.evaluation.attribution import AttributionScore, evaluate_attributions, read_gold
from retrieval.evaluation.measures import evaluate as measured
from retrieval.evaluation.page import write_page
from retrieval.evaluation.squad import GoldArticle, read_squad

_PROJECT = Path(__file__).resolve().parents[2]
_GOLD_READINGS = _PROJECT / "tests" / "gold" / "attribution"

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--language", default="de", show_default=True, help="Language of the articles.")
@click.option("--questions", type=_FILE, help="The same questions in another language, asked instead (by their ids).")
@click.option("--json", "as_json", is_flag=True, help="Print figures and misses as JSON.")
@click.option("--page", type=click.Path(dir_okay=False, path_type=Path), help="Write an HTML page with all of it.")
@click.option("--ablation", is_flag=True, help="Measure again without each part; takes about a minute a part.")
@click.option("--attribution", is_flag=True, help="Score who says it, on gold readings (default: the project's own).")
def evaluate(
    files: tuple[Path, ...],
    language: str,
    questions: Path | None,
    *,
    as_json: bool,
    page: Path | None,
    ablation: bool,
    attribution: bool,
) -> None:
    """Scores passages, quotes and refusals on a FILE in SQuAD's format.

    With --attribution: scores who says it, on gold readings of articles.
    """
    if attribution:
        _print_attribution(files or tuple(sorted(_GOLD_READINGS.glob("*.json"))), as_json=as_json)
    elif len(files) == 1:
        _print_retrieval(
            files[0], read_squad(files[0], language, questions), as_json=as_json, page=page, ablation=ablation
        )
    else:
        raise click.UsageError("name one file in SQuAD's format, or use --attribution")


def _print_retrieval(
    file: Path, gold: Sequence[GoldArticle], *, as_json: bool, page: Path | None, ablation: bool
) -> None:
    with _progress("questions") as progress:
        report = measured(gold, progress=progress)
    parts: tuple[Ablation, ...] = ()
    if ablation:
        with _progress("parts") as progress:
            parts = ablate(gold, progress)
    if page:
        write_page(page, file.name, report, parts)
    if as_json:
        click.echo(report.to_json())
        return
    _print_table(report.shares().items())
    for part in parts[1:]:
        _print_table([(part.part, ""), *_losses(parts[0], part)])


def _losses(full: Ablation, without: Ablation) -> Iterator[tuple[str, float]]:
    """What each figure loses without a part."""
    other = without.report.shares()
    for name, value in full.report.shares().items():
        lost = other[name]
        if isinstance(value, float) and isinstance(lost, float) and name != "median_ms" and value != lost:
            yield f"  {name}", lost - value


def _print_attribution(files: Sequence[Path], *, as_json: bool) -> None:
    scores = {file.stem: _score(file) for file in files}
    total = reduce(add, scores.values(), AttributionScore())
    if as_json:
        rows = {name: _figures(score) for name, score in [*scores.items(), ("all", total)]}
        rules = {rule: {"fired": fired, "precision": precision} for rule, fired, precision in total.by_rule()}
        click.echo(json.dumps({"articles": rows, "rules": rules, "mistakes": total.mistakes}, indent=2))
        return
    for name, score in [*scores.items(), ("all", total)]:
        click.echo(f"{name:30}" + "".join(f"{key} {value:.3f}  " for key, value in _figures(score).items()))
    click.echo("\nrule                            fired  precision")
    for rule, fired, precision in total.by_rule():
        click.echo(f"{rule:30}{fired:7}{precision:11.3f}")
    for mistake in total.mistakes:
        click.echo(f"wrong: {' '.join(mistake.split())}")


def _score(file: Path) -> AttributionScore:
    path, sentences = read_gold(file)
    outcome = read_article_file(_PROJECT / path)
    if isinstance(outcome, tuple):
        raise InvalidArticles(outcome)
    return evaluate_attributions(outcome, sentences)


def _figures(score: AttributionScore) -> dict[str, float]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "speaker": score.speaker_accuracy,
    }


def _print_table(rows: Iterable[tuple[str, object]]) -> None:
    for name, value in rows:
        shown = f"{value:.4f}" if isinstance(value, float) else "-" if value is None else str(value)
        click.echo(f"{name:45}{shown:>10}")


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, so that the figures alone go to standard output."""
    with click.progressbar(length=1, label=what, file=sys.stderr) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield tell
