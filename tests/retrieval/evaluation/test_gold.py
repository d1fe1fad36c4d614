"""The project's own questions, and the floors that the answers to them may not fall below."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from retrieval.base.errors import InvalidBenchmark
from retrieval.encoder import why_not
from retrieval.evaluation.floors import read_floors, shortfalls
from retrieval.evaluation.gold import main, measures, outcomes, read_cases, with_encoder
from retrieval.evaluation.retrievers import RetrievalMode
from tests.support.paths import GOLD, ROOT

WORDS = RetrievalMode(None)


@pytest.mark.slow
def test_by_words_alone_no_measure_is_below_its_floor() -> None:
    assert shortfalls(measures(outcomes(GOLD, ROOT, WORDS)), read_floors(GOLD)["words alone"]) == {}


@pytest.mark.slow
def test_with_the_encoder_no_measure_is_below_its_floor(pytestconfig: pytest.Config) -> None:
    """Its vectors are kept between runs: making them takes a minute or two."""
    if reason := why_not():
        pytest.skip(reason)
    assert pytestconfig.cache
    way = with_encoder(pytestconfig.cache.mkdir("gold-vectors"))
    assert shortfalls(measures(outcomes(GOLD, ROOT, way)), read_floors(GOLD)["encoder"]) == {}
    assert way.vectors
    assert way.vectors.unanswered == 0


def test_the_questions_are_many_and_of_all_kinds() -> None:
    sizes, blind = {}, []
    for path in sorted((GOLD / "questions").glob("*.yaml")):
        _, cases = read_cases(path, ROOT)
        sizes[path.stem] = len(cases)
        kinds = Counter(case.how for case in cases if not case.gold)
        assert sum(kinds.values()) >= len(cases) / 4
        if all(case.blind for case in cases):
            blind.append(path.stem)
            assert all(kind.startswith("near-") or kind == "unrelated" for kind in kinds)
            assert kinds["unrelated"] == 1
    assert sizes["musk-putin"] >= 40
    assert (len(blind), len(sizes)) == (16, 21)
    assert min(sizes.values()) >= 16


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one with blind questions."""
    (tmp_path / "questions").mkdir()
    (tmp_path / "bridge.md").write_text(
        '---\ntitle: "T"\n---\nDie Brücke über den Fluss kostet vier Euro.\n\nDer Bus fährt.\n', "utf-8"
    )
    (tmp_path / "questions" / "known.yaml").write_text(
        'article: bridge.md\nquestions:\n  - {ask: "Was kostet die Brücke?", how: plain, gold: "vier Euro"}\n', "utf-8"
    )
    (tmp_path / "questions" / "unseen.yaml").write_text(
        "article: bridge.md\nblind: true\nquestions:\n"
        '  - {ask: "Wann kostet die Brücke über den Fluss vier Euro?", how: plain, gold: "vier Euro"}\n'
        '  - {ask: "Wie viele Wale singen?", how: unrelated, gold: null}\n',
        "utf-8",
    )
    return tmp_path


def test_what_is_shown_is_seen_but_is_no_answer(folder: Path) -> None:
    """The second question asks for a date, which the sentence has not."""
    shares = measures(outcomes(folder, folder, WORDS))
    assert shares["known: first quote right"] == 1.0
    assert "known: unanswerable refused" not in shares
    assert shares["blind: first quote right"] == 0.0
    assert shares["blind: seen"] == shares["blind: not denied"] == shares["blind: unanswerable refused"] == 1.0
    assert shares["all: first quote right"] == 0.5


def test_of_several_questions_each_needs_its_quote(folder: Path) -> None:
    path = folder / "questions" / "known.yaml"
    path.write_text(
        'article: bridge.md\nquestions:\n  - {ask: "Was kostet die Brücke? Und was fährt?", how: several, '
        'gold: ["vier Euro", "Der Bus fährt"]}\n'
        '  - {ask: "Was kostet die Brücke?", how: several, gold: ["vier Euro", "über den Fluss", "Bus"]}\n',
        "utf-8",
    )
    both, one = (outcome for outcome in outcomes(folder, folder, WORDS) if not outcome.case.blind)
    assert [quote.text for quote in both.answer.quotes[:2]] == [
        "Die Brücke über den Fluss kostet vier Euro.",
        "Der Bus fährt.",
    ]
    assert both.is_right
    assert not one.is_right


def test_the_command_fails_below_a_floor_and_says_which(folder: Path) -> None:
    floors = {"words alone": {"all: first quote right": 1.0}}
    (folder / "floors.json").write_text(json.dumps(floors), "utf-8")
    command = [str(folder), "--root", str(folder), "--words"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "below the floor: words alone, all: first quote right" in result.output
    assert "nearest [plain] Wann kostet die Brücke" in result.output
    assert read_floors(folder) == floors
    assert CliRunner().invoke(main, [*command, "--update"]).exit_code == 1
    updated = read_floors(folder)["words alone"]
    assert updated["all: first quote right"] == 1.0
    assert updated["blind: seen"] == 1.0


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
