"""`python -m bot evaluate`, on a small file of its own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

CONTEXTS = ["Die Brücke über die Lahn wurde 1912 gebaut.", "Den Umbau bezahlt zur Hälfte das Land Hessen."]
QUESTIONS = ["Wann wurde die Brücke über die Lahn gebaut?", "Wer bezahlt die Hälfte von dem Umbau?"]
ANSWERS = ["1912", "das Land Hessen"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    paragraphs = [
        {
            "context": context,
            "qas": [
                {"id": found, "question": asked, "answers": [{"text": found, "answer_start": context.index(found)}]}
            ],
        }
        for context, asked, found in zip(CONTEXTS, QUESTIONS, ANSWERS, strict=True)
    ]
    other = {"title": "Wal", "paragraphs": [{"context": "Wale singen im Winter.", "qas": []}]}
    path = tmp_path / "questions.json"
    path.write_text(json.dumps({"data": [{"title": "Brücke", "paragraphs": paragraphs}, other]}), "utf-8")
    return path


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_a_table_of_figures(file: Path) -> None:
    result = evaluate(file)
    assert result.exit_code == 0
    figures = dict(line.split() for line in result.stdout.splitlines())
    assert figures["questions"] == "2"
    assert figures["library_r1"] == "1.0000"


def test_figures_and_misses_as_json(file: Path) -> None:
    figures = json.loads(evaluate(file, "--json").stdout)
    assert figures["article_r1"] == 1.0
    assert isinstance(figures["misses"], list)


def test_questions_in_another_language_are_asked_instead(file: Path, tmp_path: Path) -> None:
    asked = json.loads(file.read_text("utf-8"))
    for number, paragraph in enumerate(asked["data"][0]["paragraphs"]):
        paragraph["qas"][0]["question"] = ["Что было в 1912?", "Что такое Hessen?"][number]
    other = tmp_path / "other.json"
    other.write_text(json.dumps(asked), "utf-8")
    figures = json.loads(evaluate(file, "--questions", other, "--json").stdout)
    assert figures["library_r1"] == 1.0
    assert {miss["question"] for miss in figures["misses"]} <= {"Что было в 1912?", "Что такое Hessen?"}
    other.write_text('{"data": []}')
    result = evaluate(file, "--questions", other)
    assert result.exit_code == 1
    assert 'The question "1912" is in one of the two files only' in result.stderr


def test_a_page_with_the_ablation(file: Path, tmp_path: Path) -> None:
    result = evaluate(file, "--page", tmp_path / "report.html", "--ablation")
    assert result.exit_code == 0
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "<svg" in page
    assert "questions.json" in page
    assert "quotes: cut at the best clauses" in page


def test_who_says_it_is_scored_on_the_gold_readings() -> None:
    result = evaluate("--attribution")
    assert result.exit_code == 0
    assert "musk-putin" in result.stdout
    assert "source_postposition" in result.stdout
    as_json = json.loads(evaluate("--attribution", "--json").stdout)
    assert as_json["articles"]["musk-putin"]["f1"] == 1.0


def test_a_file_of_another_format_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("[]")
    result = evaluate(tmp_path / "other.json")
    assert result.exit_code == 1
    assert "not in SQuAD's format" in result.stderr
    assert evaluate().exit_code == 2
