"""The glossary is complete and true: each public class of `content` and `retrieval` once, and nothing that is gone."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
HEAD = ["term", "class", "what it is", "in German"]

# Code points: what fits on one line of a table.
LONGEST = 140


class Entry(NamedTuple):
    """A line of a table. `class_name` and `german` are empty where there is none."""

    term: str
    class_name: str
    definition: str
    german: str


def tables() -> Iterator[tuple[str, list[list[str]]]]:
    """The heading and the lines of every table, its head among them, in cells."""
    for section in re.split(r"^## ", GLOSSARY, flags=re.MULTILINE)[1:]:
        lines = [line for line in section.splitlines() if line.startswith("|")]
        yield section.partition("\n")[0], [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def entries() -> list[Entry]:
    return [Entry(term, name.strip("`"), *rest) for _, lines in tables() for term, name, *rest in lines[2:]]


def public_classes() -> list[str]:
    """The names of the classes of all modules that do not begin with an underscore."""
    modules = [path for package in ("content", "retrieval") for path in (ROOT / package).rglob("*.py")]
    return [
        node.name
        for path in modules
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def interface_texts() -> str:
    """What the bot says in German, without the comments."""
    lines = (ROOT / "bot" / "locales" / "de.ftl").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("#"))


def repeated(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def test_every_public_class_is_listed_once() -> None:
    classes, listed = public_classes(), [entry.class_name for entry in entries() if entry.class_name]
    assert len(classes) > 100
    assert sorted(set(classes) - set(listed)) == [], "not in docs/glossary.md"
    assert sorted(set(listed) - set(classes)) == [], "no class of content or retrieval"
    assert repeated(listed) == []
    assert repeated(classes) == [], "two classes of one name cannot be told apart"


def test_classes_are_named_in_their_column_alone() -> None:
    named = re.findall(r"`([A-Z]\w*)`", GLOSSARY)
    assert named == [entry.class_name for entry in entries() if entry.class_name]


@pytest.mark.parametrize("lines", [pytest.param(lines, id=heading) for heading, lines in tables()])
def test_every_table_has_the_same_form_and_is_in_order(lines: list[list[str]]) -> None:
    assert lines[0] == HEAD
    assert [line for line in lines if len(line) != len(HEAD)] == []
    terms = [term for term, *_ in lines[2:]]
    assert terms == sorted(terms, key=str.casefold)


def test_every_term_is_there_once() -> None:
    terms = [entry.term.casefold() for entry in entries()]
    assert all(terms)
    assert repeated(terms) == []


def test_every_definition_is_one_line_without_a_full_stop() -> None:
    definitions = [entry.definition for entry in entries()]
    assert [text for text in definitions if not 0 < len(text) <= LONGEST] == []
    assert [text for text in definitions if text.endswith(".")] == []


def test_every_german_word_is_the_interface_s() -> None:
    texts = interface_texts()
    words = [(entry.term, word) for entry in entries() for word in entry.german.removesuffix(" …").split(" / ") if word]
    assert len(words) > 20
    assert [each for each in words if not re.search(rf"\b{re.escape(each[1])}(?!\w)", texts)] == []
