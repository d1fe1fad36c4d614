"""`python -m bot evaluate --attribution`: how good the rules for who says it are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add
from pathlib import Path

import click

from bot.cli.output.encoding import json_text
from content.article_file import read_article_file
from content.errors import InvalidArticles
from retrieval.evaluation.attribution import AttributionScore, RuleScore, evaluate_attributions, read_gold

_PROJECT = Path(__file__).resolve().parents[3]
_GOLD_READINGS = _PROJECT / "tests" / "gold" / "attribution"


def print_attribution(files: Sequence[Path], *, as_json: bool) -> None:
    """Prints the scores on gold readings, the project's own if none are given, and a table by rule.

    Raises:
        InvalidArticles: an article of one is missing or broken.
        UnusableGold: a reading does not fit its article.
    """
    scores = {file.stem: _score(file) for file in files or sorted(_GOLD_READINGS.glob("*.json"))}
    total = reduce(add, scores.values(), AttributionScore())
    if as_json:
        rows = {name: score.figures() for name, score in [*scores.items(), ("all", total)]}
        rules = [rule._asdict() for rule in total.by_rule()]
        click.echo(json_text({"articles": rows, "rules": rules, "mistakes": total.mistakes}))
        return
    for name, score in [*scores.items(), ("all", total)]:
        click.echo(f"{name:30}" + "".join(f"{key} {value:.3f}  " for key, value in score.figures().items()))
    for line in _table(total.by_rule()):
        click.echo(line)
    for mistake in total.mistakes:
        click.echo(f"wrong: {' '.join(mistake.split())}")


def _table(rules: Sequence[RuleScore]) -> Iterator[str]:
    """By rule and way to the speaker, the languages beside each other: sentences, share reported, right of named."""
    cells = {(one.rule, one.resolution, one.language): one for one in rules}
    languages = sorted({one.language for one in rules})
    yield ""
    yield f"{'rule':25}{'speaker':12}" + "".join(f"{code + ' fired':>10}  reported  right/named" for code in languages)
    for rule, resolution in dict.fromkeys((one.rule, one.resolution) for one in rules):
        row = [_cell(cells.get((rule, resolution, code))) for code in languages]
        yield f"{rule:25}{resolution:12}" + "".join(row)


def _cell(score: RuleScore | None) -> str:
    if score is None:
        return f"{'':10}{'':10}{'':13}"
    return f"{score.fired:10}{score.precision:10.3f}{f'{score.right}/{score.named}':>13}"


def _score(file: Path) -> AttributionScore:
    path, sentences = read_gold(file)
    outcome = read_article_file(_PROJECT / path)
    if isinstance(outcome, tuple):
        raise InvalidArticles(outcome)
    return evaluate_attributions(outcome, sentences)
