"""The house rules that no tool checks."""

import ast
from collections.abc import Iterator

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


def test_every_language_of_articles_has_rules() -> None:
    for language in Language:
        assert rules_of(language).stop_words
        assert rules_of(language).abbreviations
