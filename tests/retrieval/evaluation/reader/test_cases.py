"""Questions with the sentences that answer them, from files and twins."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.reader_sets import drawn_articles, reader_sets

SQUAD = {
    "language": "en",
    "data": [
        {
            "title": title,
            "paragraphs": [
                {
                    "context": f"The tower of {title} is old. It leans. It is made of brick. It has a bell.",
                    "qas": [{"id": title, "question": "What leans?", "answers": [], "is_impossible": False}],
                }
            ],
        }
        for title in ("Pisa", "Suurhusen")
    ],
}


def test_a_case_has_the_sentences_that_answer(cases: list[ReaderCase]) -> None:
    assert [sorted(case.answering) for case in cases] == [[0], [4], [], []]
    assert [case.place_known for case in cases[:2]] == [True, True]


def test_of_a_paragraph_that_answers_somewhere_the_place_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "towers.json"
    path.write_text(json.dumps(SQUAD), "utf-8")
    case = reader_sets([path]).trained["towers"][0]
    assert sorted(case.answering) == [0, 1, 2, 3]
    assert not case.place_known


def test_what_is_left_out_is_judged_by(questions_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "towers.json"
    path.write_text(json.dumps(SQUAD), "utf-8")
    sets = reader_sets([questions_file, path], left_out=("town", "Pisa"))
    assert {name: len(cases) for name, cases in sets.trained.items()} == {"towers": 1}
    assert {name: len(cases) for name, cases in sets.judged.items()} == {"town": 4, "towers: Pisa": 1}


def test_twins_are_a_set_of_their_own(questions_file: Path, tmp_path: Path) -> None:
    pairs = [
        {"article": slug, "true": "Was sagt Vogt?", "false": "Was sagt Ute?", "wrong": "Ute", "kind": "name"}
        for slug in ("library", "elsewhere")
    ]
    path = tmp_path / "premises.json"
    path.write_text(json.dumps({"pairs": pairs}), "utf-8")
    true, false = reader_sets([questions_file], premises=[path]).trained["twins: town"]
    assert (true.question.answerable, false.question.answerable) == (True, False)
    assert false.question.kind == "premise: name"
    assert not true.place_known


def test_questions_in_another_language_are_asked_of_the_file_with_their_ids(tmp_path: Path) -> None:
    path, asked = tmp_path / "towers.json", tmp_path / "towers.ru.json"
    path.write_text(json.dumps(SQUAD), "utf-8")
    asked.write_text(json.dumps(SQUAD).replace("What leans", "Что наклонено"), "utf-8")
    sets = reader_sets([path], questions=[asked])
    assert [case.foreign for case in sets.trained["towers"]] == [False, False]
    assert [case.foreign for case in sets.trained["towers, towers.ru"]] == [True, True]


def test_a_folder_of_gold_questions_is_a_set() -> None:
    cases = reader_sets([Path("tests/gold")]).trained["gold"]
    assert sum(case.question.answerable for case in cases) > 200
    assert all(case.answering for case in cases if case.question.answerable)


def test_a_share_is_one_of_articles_or_of_few_articles_cases(cases: list[ReaderCase]) -> None:
    chance = random.Random(1)
    assert drawn_articles(cases, 1.0, chance) == cases
    assert len(drawn_articles(cases, 0.5, chance)) == 2


def test_twins_with_the_words_that_answer(questions_file: Path, tmp_path: Path) -> None:
    text = json.loads(questions_file.read_text("utf-8"))["articles"][0]["text"]
    pair = {"article": "library", "true": "Was?", "false": "Wo?", "kind": "thing", "gold": text[-20:]}
    path = tmp_path / "premises.json"
    path.write_text(json.dumps({"pairs": [pair]}), "utf-8")
    true, false = reader_sets([questions_file], premises=[path]).trained["twins: town"]
    assert true.place_known
    assert sorted(true.answering) == [len(true.asked_of.sentences) - 1]
    assert not false.answering


def test_twins_belong_to_the_file_that_has_the_article(questions_file: Path, tmp_path: Path) -> None:
    more, path = questions_file.with_name("more.json"), tmp_path / "premises.json"
    asked = [{"id": "library", "questions": [{"question": "Wo?", "answerable": False, "kind": "entity"}]}]
    more.write_text(json.dumps({"articles_of": [questions_file.name], "articles": asked}), "utf-8")
    pair = {"article": "library", "true": "Was?", "false": "Wo?", "kind": "thing"}
    path.write_text(json.dumps({"pairs": [pair]}), "utf-8")
    trained = reader_sets([questions_file, more], premises=[path]).trained
    assert {name: len(cases) for name, cases in trained.items()} == {"town": 4, "twins: town": 2, "more": 1}


def test_a_file_of_twins_in_another_format_is_told(questions_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "premises.json"
    path.write_text('{"pairs": [{"true": "Was?"}]}', "utf-8")
    with pytest.raises(InvalidBenchmark, match="expected pairs"):
        reader_sets([questions_file], premises=[path])
