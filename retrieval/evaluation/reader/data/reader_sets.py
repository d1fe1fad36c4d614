"""Files of questions as sets to train on and sets to judge by."""

from __future__ import annotations

import json
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.evaluation.reader.data.cases import ReadArticle, ReaderCase, cases_of
from retrieval.evaluation.reader.data.gold_questions import gold_questions
from retrieval.evaluation.reader.data.twins import twins
from retrieval.evaluation.sets.question_files import read_sets
from retrieval.evaluation.sets.question_sets import QuestionSet

_TWINS = "twins: "

# Sets of less have long ones.
_FEW_ARTICLES = 8


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
    """Those of `files`, which may be a folder of gold questions, and, only to judge by, of `judging`.

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


def _cases(files: Sequence[Path], questions: Sequence[Path], premises: Iterable[Path]) -> dict[str, list[ReaderCase]]:
    found: dict[str, list[ReaderCase]] = {}
    for file in files:
        own = {each.name: list(cases_of(each)) for each in _sets(file, questions)}
        by_id = _by_id(file, [case for cases in own.values() for case in cases])
        if about := [case for path in premises for case in twins(path, by_id)]:
            own[_TWINS + file.stem] = about
        found |= own
    return found


def _sets(file: Path, questions: Sequence[Path]) -> Sequence[QuestionSet]:
    if file.is_dir():
        return [gold_questions(file, Path())]
    # Each file by itself, as others may have the same questions in another language.
    return read_sets([file], questions=[path for path in questions if _shares_ids(file, path)], beside=True)


def _title(case: ReaderCase) -> str:
    return case.asked_of.article.title


def _shares_ids(file: Path, questions: Path) -> bool:
    return file != questions and not _ids(file).isdisjoint(_ids(questions))


def _ids(file: Path) -> set[str]:
    data = json.loads(file.read_text("utf-8")).get("data", ())
    return {asked["id"] for entry in data for paragraph in entry["paragraphs"] for asked in paragraph["qas"]}


def _by_id(file: Path, cases: Iterable[ReaderCase]) -> dict[str, ReadArticle]:
    """The articles of cases by what files of twins call them: their slug, or their id in readers' questions."""
    if file.is_dir():
        return {case.asked_of.article.slug: case.asked_of for case in cases}
    by_title = {_title(case): case.asked_of for case in cases}
    rows = json.loads(file.read_text("utf-8")).get("articles", ())
    # Those that another file has are that file's, else each twin would be there twice.
    own = ((row["id"], row["title"]) for row in rows if "title" in row)
    return {slug: by_title[title] for slug, title in own if title in by_title}
