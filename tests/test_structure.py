"""The house rules that no tool checks."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.language import Language
from retrieval.language import rules_of
from tests.support.paths import ROOT


def imported(package: str) -> Iterator[tuple[str, str]]:
    """(file, top-level package) of every import of a package, also those within functions."""
    for path in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((str(path.relative_to(ROOT)), alias.name.split(".")[0]) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: a relative import"
                yield str(path.relative_to(ROOT)), (node.module or "").split(".")[0]


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("content", {"retrieval", "bot", "telegram", "tests"}),
        ("retrieval", {"bot", "telegram", "tests"}),
        ("bot", {"tests"}),
    ],
)
def test_imports_go_one_way(package: str, forbidden: set[str]) -> None:
    found = list(imported(package))
    assert found
    assert [(path, name) for path, name in found if name in forbidden] == []


PACKAGES = [
    path.parent for package in ("bot", "content", "retrieval") for path in (ROOT / package).rglob("__init__.py")
]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_list_of_files_names_each_and_none_that_is_gone(package: Path) -> None:
    """The list that the docstring of many packages has. What lies further below may be in it, too."""
    doc = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    rows = [row[1] for row in re.finditer(r"^ {4,6}([a-z][\w/]*(?:, [a-z]\w*)*)  +\S", doc, re.MULTILINE)]
    if not rows:
        return
    below = {path.stem for path in package.rglob("*") if path.suffix == ".py" or path.is_dir()}
    assert {name.strip("/") for row in rows for name in row.split(", ")} - below == set()
    files = {path.stem for path in package.glob("*.py")} - {"__init__", "__main__"}
    assert files - set(re.findall(r"\w+", doc)) == set()


def test_no_class_name_stands_for_two_things() -> None:
    """Also where one is within another class or a function."""
    trees = [ast.parse(path.read_text("utf-8")) for package in PACKAGES for path in package.glob("*.py")]
    names = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert len(names) > 200
    assert [name for name, times in names.items() if times > 1] == []


def test_every_language_of_articles_has_rules() -> None:
    for language in Language:
        assert rules_of(language).stop_words
        assert rules_of(language).abbreviations


# What named tuples call so is public all the same.
PUBLIC = {"_asdict", "_fields", "_make", "_replace"}
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def private_names(tree: ast.AST) -> Iterator[str]:
    """Names with an underscore before them that are taken from elsewhere: by import, by a dot, or by patching."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names if alias.name.startswith("_"))
        elif isinstance(node, ast.Attribute) and not (
            isinstance(node.value, ast.Name) and node.value.id in {"self", "os"}
        ):
            yield from {node.attr} - PUBLIC if re.match("_[a-z]", node.attr, re.IGNORECASE) else ()
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setattr":
            given = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            yield from (name for name in given if name.rpartition(".")[2].startswith("_"))


def test_no_test_takes_what_is_private() -> None:
    """Clocks, limits and waits are given; for the rest, what something does is tested."""
    found = {str(path.relative_to(ROOT)): set(private_names(ast.parse(path.read_text("utf-8")))) for path in TESTS}
    assert {path: names for path, names in found.items() if names} == {}


def test_what_several_tests_use_lies_in_no_test_module() -> None:
    """But in tests/support."""
    taken = re.compile(r"^from tests\.(?:\w+\.)*(?:test_\w+|conftest) import", re.MULTILINE)
    assert [str(path.relative_to(ROOT)) for path in TESTS if taken.search(path.read_text("utf-8"))] == []
