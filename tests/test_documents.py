"""The documents are true: examples are run, conversations held, commands, names, tables and paths compared.

What is shown there is what the bot says with the encoder; where there is none, examples are not run.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from pydantic import SecretStr

from bot.cli import main as command_line
from bot.config.settings import Settings
from content import load_articles
from retrieval import Retriever
from retrieval.encoder import why_not
from tests.documents import DOCUMENTS, WIDEST, WIDTH, all_blocks, blocks, broken, turns, unbroken, written
from tests.support.bot.stage import Stage
from tests.support.paths import ROOT

_REASON = why_not()
with_encoder = pytest.mark.skipif(_REASON is not None, reason=f"no encoder here: {_REASON}")
OPERATORS = (ROOT / "docs" / "operators.md").read_text("utf-8")


@pytest.mark.slow
@with_encoder
@pytest.mark.parametrize(("where", "content"), [(block.where, block.content) for block in blocks("dialogue")])
def test_every_conversation_goes_as_shown(where: str, content: str) -> None:
    with Stage(where) as stage:
        for who, words in turns(content):
            if who == "Belegbot":
                assert stage.reply() == words
            else:
                stage.says(who, words)


@pytest.mark.slow
@with_encoder
@pytest.mark.parametrize("content", [block.content for block in blocks("inline")])
def test_inline_queries_list_what_is_shown(content: str) -> None:
    query, _, listed = unbroken(content).partition("\n")
    with Stage("guest") as stage:
        assert stage.offers(query.removeprefix("@belegbot").strip()) == listed


@pytest.mark.slow
@with_encoder
@pytest.mark.parametrize("content", [block.content for block in blocks("console")])
def test_every_command_prints_what_is_shown(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("ENCODER", "auto")
    line, _, expected = unbroken(content).partition("\n")
    command = shlex.split(line.removeprefix("$ "))
    assert command[0] == ".venv/bin/python"
    done = subprocess.run([sys.executable, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == expected, done.stderr


@pytest.mark.slow
@with_encoder
@pytest.mark.parametrize("content", [block.content for block in blocks("python")])
def test_every_program_prints_what_is_shown(content: str) -> None:
    expected = "".join(line.removeprefix("# ") for line in content.splitlines(keepends=True) if line.startswith("# "))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(content, "a document", "exec"), {})  # noqa: S102 - our own
    assert printed.getvalue() == expected


@pytest.mark.slow
@with_encoder
@pytest.mark.parametrize("content", [block.content for block in blocks("markdown")])
def test_the_article_shown_can_be_read(content: str, tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text(content, "utf-8")
    (article,) = load_articles(tmp_path)
    assert article.outline
    retriever = Retriever([article])
    assert article.questions
    assert [question for question in article.questions if not retriever.answer(question).found] == []


def commands() -> list[str]:
    """Every command line that a document or the Justfile tells to give, without what follows it."""
    told = [line for block in blocks("sh") for line in block.content.splitlines()]
    for document in DOCUMENTS:
        told += re.findall(
            r"`(\.venv/bin/[^`]+|python -m [^`]+|just [^`]+|belegbot [^`]+)`", document.read_text("utf-8")
        )
    told += [line.strip() for line in justfile() if line.startswith(" ")]
    one_by_one = [part for line in told for part in re.split(r"&& | {2,}#.*|\|", line)]
    return sorted(
        {part.strip() for part in one_by_one if re.match(r"(\.venv/bin/|python -m|just|belegbot )", part.strip())}
    )


def justfile() -> list[str]:
    return (ROOT / "Justfile").read_text("utf-8").splitlines()


@pytest.mark.parametrize("command", commands())
def test_every_command_can_be_given(command: str) -> None:
    program, *arguments = shlex.split(command.replace("…", ""))
    match Path(program).name, arguments:
        case "python", ["-m", "bot", *options]:
            accepted(options)
        case "belegbot", options:
            accepted(options)
        case "python", ["-m", module, *_]:
            assert importlib.util.find_spec(module), module
        case "pytest", _:
            assert [part for part in arguments if "/" in part and not (ROOT / part).exists()] == []
        case "just", [recipe]:
            assert any(re.match(rf"{recipe}\b.*:$", line) for line in justfile())
        case (("pip" | "ruff" | "mypy"), _):
            pass
        case other:
            pytest.fail(f"{other} is not known here")


def accepted(options: list[str]) -> None:
    """Fails unless our command line has these commands and options; files that are made up are not looked for."""
    command: click.Command = command_line
    while isinstance(command, click.Group) and options and not options[0].startswith("-"):
        assert options[0] in command.commands, options
        command = command.commands[options.pop(0)]
    click.Context(command)
    parser = command.make_parser(click.Context(command))
    parser.parse_args(options)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_pointed_at_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", text)
    assert [link for link, _ in links if not (document.parent / link).exists()] == []
    for link, anchor in links:
        if anchor:
            assert anchor in anchors(document.parent / link if link else document), (link, anchor)
    in_code = re.findall(r"`((?:bot|content|retrieval|tests|docs|examples)/[\w./-]*)`", text)
    assert [path for path in in_code if not (ROOT / path).exists()] == []


def anchors(document: Path) -> set[str]:
    """What links may lead to within a document, as GitHub names its headings."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_code_needs_no_scrolling(document: Path) -> None:
    wide = [
        line
        for block in all_blocks()
        if block.document == document.name
        for line in block.content.splitlines()
        if len(line) > (WIDEST if line.startswith("python3 -m venv") else WIDTH)
    ]
    assert wide == []


def test_every_picture_is_shown() -> None:
    text = "".join(document.read_text("utf-8") for document in DOCUMENTS)
    pictures = [path.name for folder in ("docs", "docs/pictures") for path in (ROOT / folder).glob("*.[psg][nvi][gf]")]
    assert len(pictures) > 10
    assert [name for name in pictures if name not in text] == []


def test_the_map_names_what_is_there() -> None:
    (picture,) = [block.content for block in blocks("text") if "bot/preview/" in block.content]
    for package in re.findall(r"─ ([\w/]+)/ ─", picture):
        assert (ROOT / package).is_dir(), package
    named = set(re.findall(r"│ ([a-z_]+)/ +", picture))
    there = {path.name for package in ("bot", "content", "retrieval") for path in (ROOT / package).rglob("*/")}
    assert len(named) > 10
    assert named - there == set()


def test_names_of_the_code_are_those_of_the_code() -> None:
    developers = (ROOT / "docs" / "developers.md").read_text("utf-8")
    named = set(re.findall(r"`([A-Z][a-z]+[A-Za-z]*|[a-z]+(?:_[a-z]+)+)`", re.sub(r"```.*?```", "", developers)))
    sources = [
        path.read_text("utf-8")
        for package in ("bot", "content", "retrieval")
        for path in (ROOT / package).rglob("*.py")
    ]
    there = set(re.findall(r"^(?:class|def|async def) (\w+)", "\n".join(sources), re.MULTILINE))
    assert len(named) > 15
    assert named - there - {"Procfile", "Justfile"} == set()


def test_every_setting_is_listed_with_its_default() -> None:
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|.*\|(.*)\|$", OPERATORS, re.MULTILINE)
    listed = {name: cell for names, cell in rows for name in re.findall(r"\w+", names)}
    fields = Settings.model_fields
    assert set(listed) == {name.upper() for name in fields}
    for name, field in fields.items():
        if field.default is not None and name != "content_dir":
            default = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
            default = {True: "on", False: "off"}[default] if isinstance(default, bool) else default
            assert f"`{default}`" in listed[name.upper()], name


def test_just_has_one_line_each() -> None:
    recipes = re.findall(r"^(\w+)[^\n]*:\n((?: .*\n)+)", "\n".join(justfile()) + "\n", re.MULTILINE)
    assert [name for name, _ in recipes] == ["test", "quick", "lint", "docs", "serve"]
    assert all(body.count("\n") == 1 for _, body in recipes)
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for name, body in recipes:
        assert f"| `just {name}` | `{body.replace(' {{which}}', '').strip()}` |" in contributing


def test_a_commit_is_looked_at_by_what_looks_at_a_change() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (repository,) = config["repos"]
    assert repository["repo"] == "local"
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    for hook in repository["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"] in ci


@pytest.mark.parametrize("program", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_every_example_is_shown_and_short(program: Path) -> None:
    assert f"-m examples.{program.stem}" in (ROOT / "examples" / "README.md").read_text("utf-8")
    assert len(re.findall(r"^ +\S", program.read_text("utf-8"), re.MULTILINE)) <= 20


@pytest.mark.slow
@pytest.mark.parametrize("program", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_an_example_without_its_arguments_says_which(program: Path) -> None:
    command = [sys.executable, "-m", f"examples.{program.stem}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (usage,) = run.stderr.splitlines()
    assert run.returncode == 1
    assert usage.startswith(f"usage: python -m examples.{program.stem} ")
    assert usage.removeprefix("usage: ") in program.read_text("utf-8").partition('"""\n\n')[0]


@pytest.mark.parametrize("width", [1, 40, 48, 100])
def test_a_broken_line_is_read_as_it_was(width: int) -> None:
    said = [
        ("Anna → Ben »das«", "x " * width + "y"),
        ("Belegbot", f"❝ {'a ' * width}z ❞\nlaut b\n\n❝ {'c ' * width}d ❞"),
    ]
    assert turns(written(said)) == said
    assert all(len(line) <= WIDTH or " " not in line.strip() for line in written(said).splitlines())
    assert unbroken(broken("word " * width + "end")) == "word " * width + "end"
