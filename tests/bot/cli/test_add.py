"""`python -m bot add`, as an editor calls it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.cli.confirm import confirm
from content import load_articles
from tests.support.ingest.pages import ARTICLE
from tests.support.ingest.site import item, rss
from tests.support.ingest.stories import BRIDGE
from tests.support.paths import ROOT

TEXT = "Die Brücke bleibt zu\n\nDie Brücke über die Lahn ist gesperrt.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content folder; beside it, in the working directory, a page and a text."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (tmp_path / "page.html").write_text(ARTICLE, "utf-8")
    (tmp_path / "bruecke.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", "articles")
    monkeypatch.setenv("LANGUAGE", "de")  # the command is in English all the same, as its --help is
    return articles


def add(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["add", *arguments])


def at_a_terminal(*arguments: str, types: str, env: dict[str, str]) -> tuple[int, str]:
    """The exit code, and what a terminal shows, of somebody who types this."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "bot", "add", *arguments]
    with subprocess.Popen(
        command, stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env
    ) as process:
        os.close(follower)
        os.write(leader, types.encode())
        shown, _ = process.communicate(timeout=60)
        os.close(leader)
    return process.returncode, shown.decode()


@pytest.fixture
def env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}


def test_a_page_is_shown_and_written(folder: Path) -> None:
    result = add("page.html", "--yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "This will be the article:\n"
        "  Title             Die Brücke bleibt zu\n"
        "  Language          de\n"
        "  Published by      Der Stadtbote\n"
        "  By                Ida Fechner\n"
        "  On                2024-10-25\n"
        "  Address           https://example.org/bruecke\n"
        "  Sample questions  –\n"
        "  Paragraphs        7\n"
        "\n"
        "  Die Brücke über die Lahn bleibt gesperrt, wie die Stadt mitteilte. Ein Gutachter fand Risse im…\n"
        "  Der Verkehr wird bis Mai über die Neustadt geleitet. Busse fahren nicht.\n"
        "  Am Markt wird gebaut.\n"
        "  …\n"
        "\n"
        "File: articles/die-bruecke-bleibt-zu.md\n"
        "Written: articles/die-bruecke-bleibt-zu.md. "
        'A running bot takes it up by itself; otherwise: python -m bot ask "…"\n'
    )
    (article,) = load_articles(folder)
    assert article.title == "Die Brücke bleibt zu"


def test_what_was_added_is_quoted() -> None:
    add("page.html", "--yes")
    answer = json.loads(CliRunner().invoke(main, ["ask", "--json", "Was sagte der Bürgermeister?"]).stdout)
    assert "Wir bedauern das" in answer["quotes"][0]["text"]


def test_options_correct_what_was_found(folder: Path) -> None:
    corrections = ["--title", "Neu", "--author", "Jo Amari", "--author", "Ida Fechner", "--published", "26.10.2024"]
    corrections += ["--url", "https://example.net/", "--publisher", "Bote", "--language", "en"]
    assert add("page.html", "--yes", *corrections, "--question", "Was ist zu?").exit_code == 0
    (article,) = load_articles(folder)
    assert (article.slug, article.title, article.authors) == ("neu", "Neu", ("Jo Amari", "Ida Fechner"))
    assert (article.url, article.publisher, article.language) == ("https://example.net/", "Bote", "en")
    assert (str(article.published), article.questions) == ("2024-10-26", ("Was ist zu?",))


def test_what_the_bot_would_not_read_is_not_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roman.txt").write_text("Roman\n\n" + "Die Brücke ist zu.\n\n" * 60_000, "utf-8")
    monkeypatch.setenv("LARGEST_ARTICLE", "1")
    result = add("roman.txt", "--yes")
    told = "The article has 1.3 MB, more than 1 MB; divide it into several articles, or set LARGEST_ARTICLE (in MB)."
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"error: {told}\n")
    monkeypatch.setenv("LARGEST_ARTICLE", "2")
    assert add("roman.txt", "--yes").exit_code == 0
    assert [path.name for path in folder.iterdir()] == ["roman.md"]


def test_an_empty_value_removes_what_was_found(folder: Path) -> None:
    add("page.html", "--yes", "--publisher", "", "--author", "", "--url", "")
    (article,) = load_articles(folder)
    assert (article.publisher, article.authors, article.url) == (None, (), None)


def test_a_dry_run_only_shows(folder: Path) -> None:
    result = add("bruecke.txt", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.endswith("File: articles/die-bruecke-bleibt-zu.md\n")
    assert list(folder.iterdir()) == []


def test_where_nobody_can_be_asked_nothing_is_written_unasked(folder: Path) -> None:
    result = add("bruecke.txt")
    assert result.exit_code == 2
    assert result.stderr == "Nothing was written: --yes writes the file, --dry-run only shows what it would be.\n"
    assert list(folder.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "code", "written"),
    [("y\n", 0, True), ("\n", 0, True), ("n\n", 1, False), ("J\n", 0, True), ("was\nnein\n", 1, False)],
)
def test_at_a_terminal_it_asks_first(folder: Path, env: dict[str, str], answer: str, code: int, written: bool) -> None:
    assert at_a_terminal("bruecke.txt", types=answer, env=env)[0] == code
    assert (folder / "die-bruecke-bleibt-zu.md").exists() is written


@pytest.mark.slow
def test_at_a_terminal_it_asks_for_what_it_cannot_tell(tmp_path: Path, folder: Path, env: dict[str, str]) -> None:
    (tmp_path / "zahlen.txt").write_text("Zahlen: 1, 2, 3.", "utf-8")
    code, shown = at_a_terminal("zahlen.txt", types="Drei Zahlen\nxx\nde\ny\n", env=env)
    assert code == 0, shown
    assert "Title: " in shown
    assert "Language (de, en): " in shown
    (article,) = load_articles(folder)
    assert (article.title, article.language) == ("Drei Zahlen", "de")


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "told"), [("\n", "1 refused."), ("http://127.0.0.1:9/feed\n", "1 later.")])
def test_at_a_terminal_it_asks_where_a_feed_in_a_file_stands(
    tmp_path: Path, env: dict[str, str], typed: str, told: str
) -> None:
    feed = rss([item(BRIDGE, "", {"link": "/bruecke"}, whole=False)])
    (tmp_path / "bote.xml").write_text(feed, "utf-8")
    code, shown = at_a_terminal("bote.xml", types=typed, env=env)
    assert code == 0, shown
    assert "Its links lack the address of the site. Address of the feed: " in shown
    assert told in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["zahlen.txt"], 'The title cannot be told; give it with --title "…"'),
        (["zahlen.txt", "--title", "T"], "The language cannot be told; give it with --language de or --language en"),
        (["nowhere.txt"], "nowhere.txt: it cannot be read (No such file or directory); check its name; a web address"),
        (["articles"], "articles: it cannot be read (Is a directory); check its name; a web address begins with"),
        (["bruecke.txt", "--url", "x"], "die-bruecke-bleibt-zu.md:4: \"url\" cannot be 'x'; write it like url: https"),
        (["empty.txt"], "empty.txt: it is empty; give a file or a page that has a text"),
        (["headings.md"], "There is no text to quote, only headings or nothing at all."),
        (
            ["ftp://example.org/x"],
            "ftp://example.org/x: only addresses that begin with http:// or https:// are fetched",
        ),
    ],
)
def test_what_cannot_be_added_is_told_in_one_line(tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "zahlen.txt").write_text("1, 2, 3.", "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "headings.md").write_text("# Titel\n\n## Und die Kosten der Brücke\n", "utf-8")
    result = add(*arguments, "--yes")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"error: {told}")
    assert result.exit_code == 1


def test_the_same_article_is_not_added_twice(folder: Path) -> None:
    add("page.html", "--yes")
    result = add("page.html", "--yes", "--title", "Anders")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: articles/die-bruecke-bleibt-zu.md: this article is there already; to change it, edit that file\n"
    )
    assert len(load_articles(folder)) == 1


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["a", "--language", "fr"], ["a", "--published", "gestern"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert add(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("typed", "agrees"),
    [("y", True), ("YES", True), ("j", True), (" Ja ", True), ("", True), ("n", False), ("No", False), ("nein", False)],
)
def test_yes_may_be_said_in_german(typed: str, agrees: bool) -> None:
    @click.command()
    def asked() -> None:
        click.echo(confirm("Write it?"))

    result = CliRunner().invoke(asked, input=f"{typed}\n")
    assert result.stdout == f"Write it? [Y/n]: {typed}\n{agrees}\n"


def test_broken_characters_are_told(tmp_path: Path) -> None:
    text = (
        f"Die Größe zählt\n\n{'Für Änne Öztürk zählt die Größe. ' * 3}Der B".encode() + b"\xc3rger und der B\xc3rger."
    )
    (tmp_path / "bytes.txt").write_bytes(text)
    shown = add("bytes.txt", "--dry-run").stdout
    assert "2 broken characters (\ufffd): correct the file\n" in shown
    assert "broken" not in add("page.html", "--dry-run").stdout


@pytest.mark.slow
def test_answering_does_not_load_what_only_adding_needs(env: dict[str, str]) -> None:
    heavy = {"trafilatura", "lxml", "charset_normalizer", "feedparser", "filelock"}
    program = f"import sys, bot.cli, bot.running; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_a_page_says_reaches_no_terminal_as_a_command() -> None:
    title = "Harmlos\x1b]0;title\x07 \x1b[8mhidden\u202e"
    Path("text.txt").write_text(f"{title}\n\nDie Brücke \x1b[2J ist seit heute für alle gesperrt.\n", "utf-8")
    result = add("text.txt", "--dry-run", "--language", "de")
    assert result.exit_code == 0
    assert "\\u001b[2J" in result.stdout
    assert "Harmlos ]0;title [8mhidden" in result.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)
