"""The project's own questions, and the floors that the answers to them may not fall below."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from retrieval.errors import InvalidBenchmark
from retrieval.evaluation.gold import below, main, measures, outcomes, raised, read_cases, read_floors, update_floors

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold"


def test_no_measure_is_below_its_floor() -> None:
    assert below(measures(outcomes(GOLD, ROOT)), read_floors(GOLD)) == {}


def test_the_questions_are_many_and_of_all_kinds() -> None:
    sizes = {}
    for path in sorted((GOLD / "questions").glob("*.yaml")):
        _, cases = read_cases(path, ROOT)
        sizes[path.stem] = len(cases)
        kinds = Counter("unanswerable" if not case.gold else case.how for case in cases)
        assert kinds["unanswerable"] >= len(cases) / 4
        assert any(case.apart for case in cases)
    assert sizes["musk-putin"] >= 40
    assert len(sizes) >= 5
    assert min(sizes.values()) >= 20


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    update_floors(tmp_path, {"a": 0.5, "b": 0.5})
    missed = update_floors(tmp_path, {"a": 0.4, "b": 0.9})
    assert missed == {"a": (0.4, 0.5)}
    assert read_floors(tmp_path) == {"a": 0.5, "b": 0.9}


def test_a_measure_that_is_gone_is_below_its_floor() -> None:
    assert below({}, {"a": 0.5}) == {"a": (0.0, 0.5)}
    assert raised({}, {"a": 0.5}) == {"a": 0.5}


def test_the_command_fails_below_a_floor_and_says_which(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "article.md").write_text('---\ntitle: "T"\n---\nDie Brücke kostet vier Euro.\n', "utf-8")
    (tmp_path / "questions" / "one.yaml").write_text(
        'article: article.md\nquestions:\n  - {ask: "Was kostet die Brücke?", how: plain, gold: "vier Euro"}\n', "utf-8"
    )
    (tmp_path / "floors.json").write_text(json.dumps({"all: unanswerable refused": 1.0}), "utf-8")
    result = CliRunner().invoke(main, [str(tmp_path), "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert "below the floor: all: unanswerable refused" in result.output


@pytest.mark.parametrize(
    "questions",
    ["- 3", "article: no.md\nquestions: []", "article: a.md\nquestions: [{ask: x, how: y, gold: nicht da}]"],
)
def test_faulty_questions_are_an_error(questions: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntitle: "T"\n---\nText.\n', "utf-8")
    path = tmp_path / "questions.yaml"
    path.write_text(questions, "utf-8")
    with pytest.raises(InvalidBenchmark):
        read_cases(path, tmp_path)
