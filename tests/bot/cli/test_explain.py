"""`python -m bot ask --explain`: why this quote, for people and as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.cli.explanation_text import bar

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


def test_the_answer_then_why_it_is_the_answer() -> None:
    result = ask("--explain", "Ist die Brücke gesperrt?")
    assert result.exit_code == 0
    assert result.stdout == ask("Ist die Brücke gesperrt?").stdout + (
        "\n"
        "Wörter, um die es geht, und was sie zählen\n"
        "  Brücke    ███████████▎          57 %  steht im besten Satz\n"
        "  gesperrt  ████████▊             43 %  steht im besten Satz\n"
        "\n"
        "Die besten Stellen, und wie viel der Frage sie haben\n"
        "  Absatz 1  █████████████████▊    89 %  Laut Stadtwerken bleibt die Brücke über die Lahn bis Mai…\n"
        "\n"
        "Wie entschieden wurde\n"
        "  Wörter im besten Satz       ████████████████████ 100 %\n"
        "  Wörter im Artikel           ████████████████████ 100 %\n"
        "  beste Stelle                █████████████████▊    89 %\n"
        "  seltene Wörter im Artikel   ████████████████████ 100 %\n"
        "  dass der Artikel antwortet  ████████████████████ 100 %\n"
        "  Antwort, denn die Grenze ist 24 %.\n"
        "\n"
        "Zitat 1: Absatz 1, Zeichen 0-66\n"
        "  Stadtwerken (sicher)\n"
        "    Regel source_preposition, an „Laut“: laut X, according to X\n"
    )


def test_a_refusal_names_its_vetoes() -> None:
    result = ask("--explain", "Wann bezahlt das Land Gehälter und Zulagen?")
    assert result.exit_code == 1
    assert "  Gehälter  " in result.stdout
    assert "  fehlt im Artikel\n" in result.stdout
    assert "  Einspruch: Seltene Wörter der Frage fehlen im Artikel (mindestens 45 % muss er haben).\n" in result.stdout
    assert "  Einspruch: Gefragt ist nach Zeit oder Zahl, und die Stelle nennt keine.\n" in result.stdout


def test_the_article_s_own_voice_is_named_so() -> None:
    assert ask("--explain", "Wer bezahlt die Reparatur?").stdout.endswith("\n  der Artikel selbst\n")


def test_nothing_asked_and_nothing_found_are_told() -> None:
    assert "Keines ihrer Wörter nennt eine Sache" in ask("--explain", "Hallo!").stdout
    assert "Kein Wort davon kommt vor." in ask("--explain", "xyz").stdout


def test_several_questions_are_explained_one_by_one() -> None:
    stdout = ask("--explain", "Wer bezahlt die Reparatur? Und wie lange bleibt die Brücke gesperrt?").stdout
    assert "\nFrage: Wer bezahlt die Reparatur\n" in stdout
    assert "\nFrage: Und wie lange bleibt die Brücke gesperrt\n" in stdout
    assert "\nZitat 2: " in stdout


def test_passages_of_several_articles_name_theirs(folder: Path) -> None:
    (folder / "fluss.md").write_text("---\ntitle: Der Fluss\n---\nDie Brücke über den Fluss ist neu.", "utf-8")
    stdout = ask("--explain", "Was ist mit der Brücke?").stdout
    assert "\n  bruecke, Absatz 1  " in stdout
    assert "\n  fluss, Absatz 1    " in stdout


def test_it_is_told_in_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert "\nHow it was decided\n" in ask("--explain", "Wer bezahlt die Reparatur?").stdout


def test_json_holds_the_explanation_beside_the_answer() -> None:
    result = json.loads(ask("--json", "--explain", "Ist die Brücke gesperrt?").stdout)
    assert result["found"] is True
    explanation = result["explanation"]
    assert explanation["line"]["near"] < explanation["line"]["answer"]
    (question,) = explanation["questions"]
    assert [(word["text"], word["found"]) for word in question["words"]] == [
        ("Brücke", "sentence"),
        ("gesperrt", "sentence"),
    ]
    assert question["decision"]["answered"] is True
    assert question["decision"]["vetoes"] == []
    assert set(question["signals"]) == {"sentence", "article", "score", "rare", "offer", "distance"}
    assert [(each["article"], each["paragraph"]) for each in question["passages"]] == [("bruecke", 1)]
    assert explanation["quotes"][0]["spans"] == result["quotes"][0]["spans"]
    (speaker,) = explanation["quotes"][0]["speakers"]
    assert (speaker["speaker"], speaker["rule"], speaker["cue"]) == ("Stadtwerken", "source_preposition", "Laut")
    assert speaker["recognises"] == "laut X, according to X"


def test_json_has_no_explanation_unless_asked() -> None:
    assert "explanation" not in json.loads(ask("--json", "Wer bezahlt die Reparatur?").stdout)


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0.0, ""), (-1.0, ""), (0.5, "█" * 10), (0.525, "█" * 10 + "▌"), (1.0, "█" * 20), (9.9, "█" * 20)],
)
def test_bars_are_drawn_in_eighths(share: float, drawn: str) -> None:
    assert bar(share) == drawn
