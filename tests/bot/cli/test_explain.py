"""`python -m bot ask --explain`: why this quote, for people and as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.cli.output.explanation_text import bar
from bot.messages.texts import Catalogue
from retrieval import Verdict
from retrieval.scoring.decision.answerability import BUILT_IN, Signals
from retrieval.scoring.decision.doubts import Doubt
from tests.support.retrieval.fake_encoder import FakeEncoder

WORDS = BUILT_IN.of(None).own

ARTICLE = """\
---
title: "Die Brücke bleibt gesperrt"
---

Laut Stadtwerken bleibt die Brücke über die Lahn bis Mai gesperrt.

Die Reparatur bezahlt zur Hälfte das Land.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bruecke.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", str(tmp_path))
    monkeypatch.setenv("LANGUAGE", "de")
    return tmp_path


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments])


def _percent(share: float) -> int:
    return round(share * 100)


def test_the_answer_then_why_it_is_the_answer() -> None:
    result = ask("--explain", "Ist die Brücke gesperrt?")
    assert result.exit_code == 0
    assert result.stdout == ask("Ist die Brücke gesperrt?").stdout + (
        "\n"
        "Wörter, um die es geht, und wie viel davon der beste Satz hat\n"
        "  Brücke    ████████████████████ 100 %  steht im besten Satz\n"
        "  gesperrt  ████████████████████ 100 %  steht im besten Satz\n"
        "\n"
        "Die besten Stellen, verglichen mit der besten\n"
        "  Absatz 1  ████████████████████ 100 %  Laut Stadtwerken bleibt die Brücke über die Lahn bis Mai…\n"
        "\n"
        "Wie entschieden wurde\n"
        "  Wörter im besten Satz       ████████████████████ 100 %\n"
        "  Wörter in seinem Absatz     ████████████████████ 100 %\n"
        "  dass der Artikel antwortet  ████████████████▋     83 %\n"
        f"  Antwort, denn die Grenze ist {_percent(WORDS.answer)} %.\n"
        "\n"
        "Zitat 1: Absatz 1, Zeichen 0-66\n"
        "  Stadtwerke (sicher)\n"
        "    Regel source_preposition, an „Laut“: laut X, according to X\n"
    )


def test_what_only_comes_nearest_names_its_doubts() -> None:
    result = ask("--explain", "Wann bezahlt das Land Gehälter und Zulagen?")
    assert result.exit_code == 1
    assert result.stdout.startswith("Am ehesten dazu:\n❝ Die Reparatur bezahlt zur Hälfte das Land. ❞\n")
    assert "  Gehälter                         0 %  fehlt im Artikel\n" in result.stdout
    assert "  Zweifel: Gefragt ist, wann, und der Satz nennt keine Zeit.\n" in result.stdout
    told = f"  Nur das Nächste: eine Antwort braucht {_percent(WORDS.answer)} % und keinen Zweifel, "
    assert f"{told}eine Absage weniger als {_percent(WORDS.none)} %.\n" in result.stdout


def test_a_refusal_says_which_line_it_is_below() -> None:
    result = ask("--explain", "Was steht im Landesgesetz über Elefanten, Giraffen und Nashörner?")
    assert result.exit_code == 1
    assert result.stdout.startswith("Das beantwortet der Artikel nicht.\n\nWörter, um die es geht,")
    assert result.stdout.endswith(f"\n  Keine Antwort, denn die Grenze ist {_percent(WORDS.none)} %.\n")


def test_every_doubt_and_verdict_has_words() -> None:
    keys = Catalogue().keys
    assert {f"explain-doubt-{doubt.replace(' ', '-')}" for doubt in Doubt} <= keys
    assert {f"explain-verdict-{verdict}" for verdict in Verdict} <= keys


def test_where_nobody_is_reported_nobody_is_said_to_be_found() -> None:
    told = ask("--explain", "Wer bezahlt die Reparatur?").stdout
    assert "\nZitat 1: Absatz 2, Zeichen 68-110\n  niemand gefunden, den der Artikel hier wiedergibt\n" in told


def test_what_an_encoder_tells_of_the_meaning_is_shown_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.articles.retrievers.encoder_of", lambda _: FakeEncoder())
    told = ask("--explain", "Ist die Brücke gesperrt?").stdout
    assert "\n  Bedeutung des besten Satzes " in told
    assert "\n  Bedeutung seines Absatzes " in told
    assert "\n  Absatz 2                         0 %  Die Reparatur" in told, "its score is below 0"
    (question,) = json.loads(ask("--json", "--explain", "Ist die Brücke gesperrt?").stdout)["explanation"]["questions"]
    assert question["signals"]["encoder"] == "fake"
    assert 0 < question["signals"]["sentence"] <= 1
    assert all(0 <= passage["meaning"] <= 1 for passage in question["passages"])


def test_nothing_asked_and_nothing_found_are_told() -> None:
    assert "Keines ihrer Wörter nennt eine Sache" in ask("--explain", "Hallo!").stdout
    assert "Nichts davon kommt vor." in ask("--explain", "xyz").stdout


def test_several_questions_are_explained_one_by_one() -> None:
    stdout = ask("--explain", "Wer bezahlt die Reparatur? Und wie lange bleibt die Brücke gesperrt?").stdout
    assert "\nFrage: Wer bezahlt die Reparatur?\n" in stdout
    assert "\nFrage: Und wie lange bleibt die Brücke gesperrt?\n" in stdout
    assert "\nZitat 2: " in stdout


def test_passages_of_several_articles_name_theirs(folder: Path) -> None:
    (folder / "fluss.md").write_text("---\ntitle: Der Fluss\n---\nDie Brücke über den Fluss ist neu.", "utf-8")
    stdout = ask("--explain", "Was ist mit der Brücke?").stdout
    assert "\n  bruecke, Absatz 1  " in stdout
    assert "\n  fluss, Absatz 1    " in stdout


def test_it_is_told_in_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert "\nHow it was decided\n" in ask("--explain", "Reparatur").stdout


def test_json_holds_the_explanation_beside_the_answer() -> None:
    result = json.loads(ask("--json", "--explain", "Ist die Brücke gesperrt?").stdout)
    assert (result["verdict"], result["found"]) == ("answer", True)
    explanation = result["explanation"]
    (question,) = explanation["questions"]
    assert [(word["text"], word["found"]) for word in question["words"]] == [
        ("Brücke", "sentence"),
        ("gesperrt", "sentence"),
    ]
    assert question["decision"]["verdict"] == "answer"
    assert question["decision"]["doubts"] == []
    assert question["lines"]["nearest"] < question["lines"]["answer"] < question["decision"]["likelihood"]
    assert set(question["signals"]) == set(Signals._fields)
    assert [(each["article"], each["paragraph"]) for each in question["passages"]] == [("bruecke", 1)]
    assert [each["meaning"] for each in question["passages"]] == [None], "words alone"
    assert explanation["quotes"][0]["spans"] == result["quotes"][0]["spans"]
    (speaker,) = explanation["quotes"][0]["speakers"]
    assert (speaker["speaker"], speaker["rule"], speaker["cue"]) == ("Stadtwerke", "source_preposition", "Laut")
    assert speaker["recognises"] == "laut X, according to X"


def test_json_has_no_explanation_unless_asked() -> None:
    assert "explanation" not in json.loads(ask("--json", "Wer bezahlt die Reparatur?").stdout)


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0.0, ""), (-1.0, ""), (0.5, "█" * 10), (0.525, "█" * 10 + "▌"), (1.0, "█" * 20), (9.9, "█" * 20)],
)
def test_bars_are_drawn_in_eighths(share: float, drawn: str) -> None:
    assert bar(share) == drawn
