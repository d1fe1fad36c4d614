"""The README and the documents beside it are true: examples are run, conversations held, tables and paths compared.

What is shown there is what the bot says with the encoder; where there is none, examples are not run.
"""

import contextlib
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config.settings import Settings
from content import load_articles
from retrieval import Retriever
from retrieval.encoder import why_not
from tests.stage import Stage

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
_REASON = why_not()
with_encoder = pytest.mark.skipif(_REASON is not None, reason=f"no encoder here: {_REASON}")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(kind: str) -> list[tuple[str, str]]:
    """(what follows the kind, content) of the documents' code blocks of this kind."""
    found = [
        match
        for document in DOCUMENTS
        for match in re.findall(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", document.read_text("utf-8"), re.M | re.S)
    ]
    return [(where, block) for name, where, block in found if name == kind]


def turns(block: str) -> list[tuple[str, str]]:
    """Who speaks and what; a turn goes on in lines that two blanks indent, and in empty ones between them."""
    said = re.findall(r"^(\w+(?: → \w+(?: »[^«]+«)?)?): (.*(?:\n(?:  .*|(?=\n  )))*)", block, re.M)
    return [(who, words.replace("\n  ", "\n")) for who, words in said]


@with_encoder
@pytest.mark.parametrize(("where", "block"), blocks("dialogue"))
def test_every_conversation_goes_as_shown(where: str, block: str) -> None:
    with Stage(where) as stage:
        for who, words in turns(block):
            if who == "Belegbot":
                assert stage.reply() == words
            else:
                stage.says(who, words)


@with_encoder
@pytest.mark.parametrize(("_", "block"), blocks("inline"))
def test_inline_queries_list_what_is_shown(_: str, block: str) -> None:
    query, _, listed = block.partition("\n")
    with Stage("guest") as stage:
        assert stage.offers(query.removeprefix("@belegbot").strip()) == listed


@with_encoder
@pytest.mark.parametrize(("_", "block"), blocks("console"))
def test_every_command_prints_what_is_shown(_: str, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("ENCODER", "auto")
    line, _, expected = block.partition("\n")
    command = shlex.split(line.removeprefix("$ "))
    assert command[0] == ".venv/bin/python"
    done = subprocess.run([sys.executable, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == expected


@with_encoder
@pytest.mark.parametrize(("_", "block"), blocks("python"))
def test_every_program_prints_what_is_shown(_: str, block: str) -> None:
    expected = "".join(line.removeprefix("# ") for line in block.splitlines(keepends=True) if line.startswith("# "))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert printed.getvalue() == expected


@with_encoder
@pytest.mark.parametrize(("_", "block"), blocks("markdown"))
def test_the_article_shown_can_be_read(_: str, block: str, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(block, "utf-8")
    (article,) = load_articles(tmp_path)
    assert article.outline
    retriever = Retriever([article])
    assert [question for question in article.questions if not retriever.answer(question).found] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_pointed_at_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []
    in_code = re.findall(r"`((?:bot|content|retrieval|tests|docs)/[\w./-]*)`", text)
    assert [path for path in in_code if not (ROOT / path).exists()] == []


def test_the_map_names_what_is_there() -> None:
    (picture,) = [block for kind, block in blocks("text") if "bot/preview/" in block]
    for package in re.findall(r"─ ([\w/]+)/ ─", picture):
        assert (ROOT / package).is_dir(), package
    named = set(re.findall(r"│ ([a-z_]+)(?:/ +| {2,})", picture))
    there = {path.stem for package in ("bot", "content", "retrieval") for path in (ROOT / package).rglob("*")}
    assert len(named) > 15
    assert named - there == set()


def test_every_setting_is_listed_with_its_default() -> None:
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|.*\|(.*)\|$", README, re.M)
    listed = {name: cell for names, cell in rows for name in re.findall(r"\w+", names)}
    fields = Settings.model_fields
    assert set(listed) == {name.upper() for name in fields}
    for name, field in fields.items():
        if field.default is not None and name != "content_dir":
            default = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
            assert f"`{default}`" in listed[name.upper()], name


def test_the_first_commands_are_those_that_ci_runs() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    for pattern in re.findall(r"grep -m1 '\^(.*?)' README.md", ci):
        assert len(re.findall(f"^{pattern}", README, re.M)) == 1
