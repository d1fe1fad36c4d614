"""Files of questions as sets to train on and sets to judge by."""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.evaluation.reader.data.cases import ReadArticle, ReaderCase, cases_of
from retrieval.evaluation.reader.data.twins import twins
from retrieval.evaluation.sets.question_files import read_sets


@dataclass(frozen=True, slots=True)
class ReaderSets:
    """Cases by the names of their sets."""

    trained: Mapping[str, Sequence[ReaderCase]]
    judged: Mapping[str, Sequence[ReaderCase]]


def reader_sets(
    files: Sequence[Path],
    judging: Sequence[Path] = (),
    *,
    questions: Sequence[Path] = (),
    premises: Sequence[Path] = (),
    left_out: Collection[str] = (),
) -> ReaderSets:
    """Those of `files`, and, only to judge by, of `judging`.

    `left_out` names sets and articles (by title) of `files` that are judged by, and not trained on, whatever file has
    them. `questions` are those of some files in another language. `premises` are files of twins about the articles.

    Raises:
        InvalidBenchmark: a file is in none of the formats.
    """
    trained = _cases(files, questions, premises)
    judged = _cases(judging, (), premises)
    kept: dict[str, list[ReaderCase]] = {}
    for name, cases in trained.items():
        if name.removeprefix(_TWINS) in left_out:
            judged[name] = cases
            continue
        kept[name] = [case for case in cases if _title(case) not in left_out]
        for title in left_out:
            if own := [case for case in cases if _title(case) == title]:
                judged[f"{name}: {title}"] = own
    return ReaderSets(kept, judged)


def drawn_articles(cases: Sequence[ReaderCase], share: float, chance: random.Random) -> list[ReaderCase]:
    """The cases of a share of the articles; of few articles, as SQuAD's topics are, that share of the cases."""
    if share >= 1:
        return list(cases)
    titles = sorted({_title(case) for case in cases})
    if len(titles) < _FEW_ARTICLES:
        return chance.sample(cases, round(len(cases) * share))
    drawn = set(chance.sample(titles, max(1, round(len(titles) * share))))
    return [case for case in cases if _title(case) in drawn]


_TWINS = "twins: "

# Sets of less have long ones.
_FEW_ARTICLES = 8


def _cases(files: Sequence[Path], questions: Sequence[Path], premises: Iterable[Path]) -> dict[str, list[ReaderCase]]:
    found = {}
    for file in files:
        # Each file by itself, as others may have the same questions in another language.
        own = [path for path in questions if _shares_ids(file, path)]
        sets = read_sets([file], questions=own, beside=True)
        found |= {each.name: list(cases_of(each)) for each in sets}
    for name, cases in list(found.items()):
        articles = _by_id(name, files, cases)
        if about := [case for path in premises for case in twins(path, articles)]:
            found[_TWINS + name] = about
    return found


def _title(case: ReaderCase) -> str:
    return case.asked_of.article.title


def _shares_ids(file: Path, questions: Path) -> bool:
    return file != questions and not _ids(file).isdisjoint(_ids(questions))


def _ids(file: Path) -> set[str]:
    data = json.loads(file.read_text("utf-8")).get("data", ())
    return {asked["id"] for entry in data for paragraph in entry["paragraphs"] for asked in paragraph["qas"]}


def _by_id(name: str, files: Sequence[Path], cases: Sequence[ReaderCase]) -> dict[str, ReadArticle]:
    """The articles of a file of readers' questions, by their ids."""
    path = next((file for file in files if file.stem == name), None)
    rows = json.loads(path.read_text("utf-8")).get("articles", ()) if path else ()
    by_title = {_title(case): case.asked_of for case in cases}
    return {row["id"]: by_title[row["title"]] for row in rows if row["title"] in by_title}
