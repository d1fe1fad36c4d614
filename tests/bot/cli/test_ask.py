"""`python -m bot ask`, as a person or a script calls it."""

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.cli.output.terminal import wrap
from content import load_articles
from retrieval.milvus import MilvusFinderFactory

ARTICLE = """\
---
title: "Die Brücke bleibt gesperrt"
publisher: Der Stadtbote
published: 2024-10-25
url: https://example.org/bruecke
---

Die Brücke über die Lahn bleibt bis Mai gesperrt.

## Kosten

Die Reparatur bezahlt zur Hälfte das Land.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "bruecke.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", str(articles))
    monkeypatch.setenv("LANGUAGE", "de")
    return articles


def ask(*arguments: str, color: bool = False) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments], color=color)


def test_the_quote_and_where_it_stands() -> None:
    result = ask("Wer bezahlt die Reparatur?")
    assert result.exit_code == 0
    assert result.stdout == ("❝ Die Reparatur bezahlt zur Hälfte das Land. ❞\nAbsatz 2\nTreffer: Reparatur, bezahlt\n")


def test_matched_words_are_bold_on_a_terminal() -> None:
    assert (
        "❝ Die \x1b[1mReparatur\x1b[0m \x1b[1mbezahlt\x1b[0m zur"
        in ask("Wer bezahlt die Reparatur?", color=True).stdout
    )


def test_a_question_needs_no_quotation_marks() -> None:
    assert ask("Wer", "bezahlt", "die", "Reparatur?").stdout == ask("Wer bezahlt die Reparatur?").stdout


def test_a_refusal_ends_with_1() -> None:
    result = ask("Welche Farbe haben Elefanten?")
    assert (result.exit_code, result.stdout) == (1, "Das beantwortet der Artikel nicht.\n")


@pytest.mark.parametrize("question", ["", "die", "\u202e"])
def test_what_asks_about_nothing_is_no_answer(question: str) -> None:
    result = ask(question)
    assert (result.exit_code, result.stdout) == (1, "Was möchtest du wissen? Stell mir eine Frage zum Artikel.\n")


def test_what_does_not_ask_the_text_is_told_as_in_a_private_chat() -> None:
    assert ask("worum gehts hier").stdout == (
        "„Die Brücke bleibt gesperrt“ <https://example.org/bruecke>\nDer Stadtbote · 25.10.2024\n"
        "❝ Die Brücke über die Lahn bleibt bis Mai gesperrt. ❞\nAbsatz 1\nGliederung:\n• Kosten (ab Absatz 2)\n"
    )
    said = {message: ask(message) for message in ("von wann ist das?", "Wer hat das geschrieben?", "Hallo!", "danke")}
    assert [(result.exit_code, result.stdout.strip()) for result in said.values()] == [
        (0, "Erschienen am 25.10.2024."),
        (1, "Das steht nicht dabei."),
        (1, "Hallo! Frag mich etwas zum Artikel."),
        (1, "Gern!"),
    ]
    assert ask("when was this published").stdout == "Published on 2024-10-25.\n"


def test_of_several_articles_the_one_that_is_meant_can_be_chosen(folder: Path) -> None:
    (folder / "tunnel.md").write_text('---\ntitle: "Der Tunnel"\n---\nDer Tunnel ist auf.', "utf-8")
    assert ask("worum gehts hier").stdout == (
        "Welchen Artikel meinst du? Frag ihn mit --article und dem Namen davor:\n"
        "  bruecke: Die Brücke bleibt gesperrt\n  tunnel: Der Tunnel\n"
    )
    assert "Der Tunnel ist auf." in ask("--article", "tunnel", "worum gehts hier").stdout


def test_json_holds_the_whole_answer(folder: Path) -> None:
    result = ask("--json", "Wer bezahlt die Reparatur?")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert (answer["question"], answer["found"]) == ("Wer bezahlt die Reparatur?", True)
    assert answer["subject"] == ["bezahlt", "Reparatur"]
    quote = answer["quotes"][0]
    (article,) = load_articles(folder)
    assert [article.text[start:end] for start, end in quote["spans"]] == [quote["text"]]
    assert [article.text[start:end] for start, end in quote["highlights"]] == ["Reparatur", "bezahlt"]
    assert quote["paragraph"] == {"number": 2, "heading": "Kosten", "start": 62, "end": 104}
    assert (quote["attribution"], quote["attributions"]) == (None, [])
    assert quote["article"] == {
        "slug": "bruecke",
        "title": "Die Brücke bleibt gesperrt",
        "language": "de",
        "publisher": "Der Stadtbote",
        "authors": [],
        "published": "2024-10-25",
        "url": "https://example.org/bruecke",
    }


def test_json_of_a_refusal_ends_with_1_too() -> None:
    result = ask("--json", "Welche Farbe haben Elefanten?")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["found"] is False


def test_a_broken_file_is_left_out_and_told(folder: Path) -> None:
    (folder / "broken.md").write_text("---\nowner: me\n---\nText.")
    result = ask("Wer bezahlt die Reparatur?")
    assert result.exit_code == 0
    first, second = result.stderr.splitlines()
    assert first.startswith(f'left out: {folder}/broken.md:2: the key "title" is missing;')
    assert second.startswith(f'left out: {folder}/broken.md:2: unknown key "owner";')


def test_without_a_good_file_all_faults_are_told(folder: Path) -> None:
    (folder / "bruecke.md").unlink()
    (folder / "broken.md").write_text("---\nowner: me\n---\nText.")
    result = ask("Wer?")
    assert (result.exit_code, result.stdout) == (1, "")
    first, second = result.stderr.splitlines()
    assert first.startswith(f'error: {folder}/broken.md:2: the key "title" is missing;')
    assert second.startswith(f'error: {folder}/broken.md:2: unknown key "owner";')


def test_an_empty_folder_is_told(folder: Path) -> None:
    (folder / "bruecke.md").unlink()
    result = ask("Wer?")
    assert (result.exit_code, result.stderr) == (1, "error: There is no article to search.\n")


def test_wrong_settings_end_with_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    result = ask("Wer?")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: LOG_LEVEL: ")


def test_no_question_is_wrong_usage() -> None:
    assert ask().exit_code == 2


def check(text: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", "--check", "-", *arguments], input=text)


def test_the_quotations_of_a_text_are_checked() -> None:
    result = check("Die Zeitung:\n„Die Reparatur bezahlt zur Gänze das Land.“\n„Die Brücke bleibt bis Mai gesperrt“\n")
    assert result.exit_code == 1
    assert result.stdout == (
        "Zeile 2, verändert: Die Reparatur bezahlt zur Gänze das Land.\n"
        "  Im Text „Gänze“, im Artikel „Hälfte“\n"
        "  ❝ Die Reparatur bezahlt zur Hälfte das Land. ❞\n"
        "  „Die Brücke bleibt gesperrt“ <https://example.org/bruecke>, Absatz 2\n"
        "\n"
        "Zeile 3, gekürzt: Die Brücke bleibt bis Mai gesperrt\n"
        "  Ausgelassen: „über die Lahn“\n"
        "  „Die Brücke bleibt gesperrt“ <https://example.org/bruecke>, Absatz 1\n"
    )


def test_quotations_as_they_stand_in_the_article_end_with_0() -> None:
    result = check("„Die Reparatur bezahlt zur Hälfte das Land.“")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "Zeile 1, wörtlich: Die Reparatur bezahlt zur Hälfte das Land.",
    )


def test_a_quotation_in_no_article_ends_with_1() -> None:
    result = check("„Der Bürgermeister hat das Geld verzockt“, heißt es.")
    assert (result.exit_code, result.stdout) == (
        1,
        "Zeile 1, in keinem Artikel: Der Bürgermeister hat das Geld verzockt\n",
    )


def test_a_text_without_quotations() -> None:
    result = check("Heute nichts Neues?")
    assert (result.exit_code, result.stdout) == (0, "Kein Zitat gefunden.\n")


def test_checks_as_json(tmp_path: Path, folder: Path) -> None:
    text = "\ufeff„Die Reparatur bezahlt zur Gänze das Land“"
    (tmp_path / "post.txt").write_text(text, "utf-8")
    result = ask("--check", "post.txt", "--json")
    assert result.exit_code == 1
    (found,) = json.loads(result.stdout)["quotations"]
    (article,) = load_articles(folder)
    (change,) = found["changes"]
    assert (found["verdict"], found["text"], found["speaker"]) == ("altered", text[2:-1], "unsaid")
    assert text[1:][slice(*change["written"])] == "Gänze"
    assert article.text[slice(*change["original"])] == "Hälfte"
    assert found["quote"]["text"] == "Die Reparatur bezahlt zur Hälfte das Land."


def test_a_question_and_a_text_at_once_are_wrong_usage(tmp_path: Path) -> None:
    assert ask("--check", str(tmp_path / "missing.txt")).exit_code == 2
    assert CliRunner().invoke(main, ["ask", "Wer?", "--check", "-"], input="x").exit_code == 2


@pytest.mark.slow
def test_milvus_answers_as_this_process_does(tmp_path: Path) -> None:
    """Also where the environment or .env says MILVUS_URI, which Milvus's client reads in a way of its own."""
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    here = ask("Wer bezahlt die Reparatur?").stdout
    (tmp_path / ".env").write_text(f"MILVUS_URI={tmp_path / 'milvus.db'}\n")
    there = ask("Wer bezahlt die Reparatur?")
    assert (there.exit_code, there.stdout) == (0, here)
    assert (tmp_path / "milvus.db").exists()
    assert ask("Welche Farbe haben Elefanten?").stdout == "Das beantwortet der Artikel nicht.\n"


def test_a_milvus_that_is_away_is_a_line_and_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    monkeypatch.setattr("retrieval.milvus.MilvusFinderFactory", partial(MilvusFinderFactory, timeout=0.1))
    monkeypatch.setenv("MILVUS_URI", "http://127.0.0.1:9")
    result = ask("Wer bezahlt die Reparatur?")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error: Milvus cannot be used at http://127.0.0.1:9: nobody answers there\n"


def test_the_question_can_come_from_standard_input() -> None:
    piped = CliRunner().invoke(main, ["ask", "-"], input="Wer bezahlt die Reparatur?\n")
    assert (piped.exit_code, piped.stdout) == (0, ask("Wer bezahlt die Reparatur?").stdout)
    assert CliRunner().invoke(main, ["ask"], input="Wer bezahlt die Reparatur?\n").stdout == piped.stdout
    assert CliRunner().invoke(main, ["ask", "-"], input=b"Br\xfccke?").exit_code == 0, "also not quite in UTF-8"


def test_one_article_of_several_can_be_asked(folder: Path) -> None:
    (folder / "tunnel.md").write_text(
        '---\ntitle: "Der Tunnel"\n---\nDie Reparatur des Tunnels bezahlt der Bund.', "utf-8"
    )
    assert "bezahlt der Bund" in ask("--article", "tunnel", "Wer bezahlt die Reparatur?").stdout
    assert "zur Hälfte das Land" in ask("--article", "bruecke", "Wer bezahlt die Reparatur?").stdout


def test_an_article_that_is_not_there_is_wrong_usage() -> None:
    result = ask("--article", "tunnel", "Wer bezahlt die Reparatur?")
    assert result.exit_code == 2
    assert 'no article is called "tunnel"' in result.stderr


def test_it_answers_in_the_language_of_the_question() -> None:
    english = (
        ask("Who pays for half of the repair?").stdout + ask("Who wrote the score of the elephants' opera?").stdout
    )
    assert "Absatz" not in english
    assert "Das beantwortet" not in english


def test_a_line_is_wrapped_at_the_terminals_width() -> None:
    text = "❝ Die \x1b[1mReparatur\x1b[0m bezahlt zur Hälfte das Land. ❞\nkurz"
    lines = wrap(text, 30).split("\n")
    assert lines == ["❝ Die \x1b[1mReparatur\x1b[0m bezahlt zur", "  Hälfte das Land. ❞", "kurz"]
    assert wrap(text, None) == text
    assert wrap("https://example.org/bruecke kurz", 10) == "https://example.org/bruecke\n  kurz"
