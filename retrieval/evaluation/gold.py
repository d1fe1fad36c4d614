"""A gold set of the project's own: questions on article files, the text that answers each, or nothing.

    python -m retrieval.evaluation.gold FOLDER [--root .] [--update]

FOLDER holds `questions/*.yaml` and `floors.json`. The command prints what is measured next to its floor, and fails
when a floor is not reached. `--update` raises the floors to what is measured; it never lowers one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import click
import yaml

from content import Article
from content.article_file import read_article_file
from retrieval.answers import Answer
from retrieval.errors import InvalidBenchmark
from retrieval.model import FULL, Model
from retrieval.quotes import Quote
from retrieval.retriever import Retriever

ANSWERED = "first quote right"
REFUSED = "unanswerable refused"


@dataclass(frozen=True, slots=True)
class GoldCase:
    """A question, and what must be quoted: the texts of `gold`, one for each question of a message; none: a refusal.

    `how` is the way it is asked. `apart`: reported on its own, too.
    Its misses were seen while rules were made, so it is no unseen test.
    """

    ask: str
    how: str
    gold: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, its article's slug and what was answered; `right` is the verdict."""

    article: str
    case: GoldCase
    answer: Answer
    right: bool


def read_cases(path: Path, root: Path) -> tuple[Article, tuple[GoldCase, ...]]:
    """The article that a file of questions names, relative to `root`, and its cases.

    Raises:
        InvalidBenchmark: the file has another form, the article is missing or faulty, or does not have a gold text.
    """
    try:
        listed = yaml.safe_load(path.read_text("utf-8"))
        article = read_article_file(root / listed["article"])
        if not isinstance(article, Article):
            raise InvalidBenchmark(f"{path}: {article[0]}")
        return article, tuple(_case(path, article, entry) for entry in listed["questions"])
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise InvalidBenchmark(f"{path}: expected article and questions with ask, how, gold ({error!r})") from error


def _case(path: Path, article: Article, entry: Mapping[str, Any]) -> GoldCase:
    texts = entry["gold"] or ()
    gold = (texts,) if isinstance(texts, str) else tuple(texts)
    for text in gold:
        if text not in article.text:
            raise InvalidBenchmark(f'{path}: the article has no "{text}"')
    return GoldCase(entry["ask"], entry["how"], gold, entry.get("apart", False))


def outcomes(folder: Path, root: Path, model: Model = FULL) -> Iterator[Outcome]:
    """What the cases of all files of `folder`/questions are answered with, each article asked alone."""
    for path in sorted((folder / "questions").glob("*.yaml")):
        article, cases = read_cases(path, root)
        retriever = Retriever([article], model)
        for case in cases:
            answer = retriever.answer(case.ask)
            yield Outcome(article.slug, case, answer, is_right(answer, case))


def is_right(answer: Answer, case: GoldCase) -> bool:
    """Whether the first quotes hold the gold texts, the first the first; a refusal where there is none."""
    if not case.gold:
        return not answer.found
    return (
        answer.found
        and all(_holds(quote, text) for quote, text in zip(answer.quotes, case.gold, strict=False))
        and len(answer.quotes) >= len(case.gold)
    )


def _holds(quote: Quote, gold: str) -> bool:
    return any(gold in quote.article.text[start:end] for start, end in quote.spans)


def measures(found: Iterable[Outcome]) -> dict[str, float]:
    """The share of right outcomes: for each article and over all, answerable and not; also of those kept apart."""
    rows = list(found)
    shares = {}
    by_article = [(slug, list(own)) for slug, own in groupby(rows, key=lambda outcome: outcome.article)]
    for name, own in [*by_article, ("all", rows), ("apart", [row for row in rows if row.case.apart])]:
        answerable = [row.right for row in own if row.case.gold]
        unanswerable = [row.right for row in own if not row.case.gold]
        shares[f"{name}: {ANSWERED}"] = round(sum(answerable) / max(1, len(answerable)), 3)
        shares[f"{name}: {REFUSED}"] = round(sum(unanswerable) / max(1, len(unanswerable)), 3)
    return shares


def below(measured: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """The measures that are below their floor or missing: what was measured, and the floor."""
    return {name: (measured.get(name, 0.0), floor) for name, floor in floors.items() if measured.get(name, 0.0) < floor}


def raised(measured: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors, each raised to what is measured where that is higher; new measures become floors."""
    return {name: max(measured.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*measured, *floors})}


def read_floors(folder: Path) -> dict[str, float]:
    """The floors of the folder; none when it has no file of them."""
    path = folder / "floors.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def update_floors(folder: Path, measured: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Raises the floors of the folder to what is measured; returns those that are not reached, which stay."""
    floors = read_floors(folder)
    (folder / "floors.json").write_text(json.dumps(raised(measured, floors), indent=2) + "\n", "utf-8")
    return below(measured, floors)


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option("--update", is_flag=True, help="Raise the floors to what is measured.")
def main(folder: Path, root: Path, update: bool) -> None:
    """The command of the module's docstring."""
    found = list(outcomes(folder, root))
    measured = measures(found)
    floors = read_floors(folder)
    for name, value in measured.items():
        click.echo(f"{name:45}{value:.3f}   floor {floors.get(name, 0.0):.3f}")
    for outcome in found:
        if not outcome.right:
            quoted = " | ".join(quote.text for quote in outcome.answer.quotes) if outcome.answer.found else "refused"
            click.echo(f"wrong [{outcome.case.how}] {outcome.case.ask}\n      {quoted}")
    missed = update_floors(folder, measured) if update else below(measured, floors)
    if missed:
        raise click.ClickException("below the floor: " + ", ".join(missed))


if __name__ == "__main__":
    main()
