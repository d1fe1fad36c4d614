"""The simulator knows nothing of the bot that it is used for, nor of the client library that the bot uses."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import bot.simulator

FOLDER = Path(bot.simulator.__file__).parent
ALLOWED = {"httpx", "pydantic", "pydantic_core", "starlette", "uvicorn"}


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that this test sees them"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_imports(path: Path) -> None:
    names = imported(ast.parse(path.read_text(encoding="utf-8")))
    foreign = {
        name
        for name in names
        if name.split(".")[0] not in ALLOWED | sys.stdlib_module_names and not f"{name}.".startswith("bot.simulator.")
    }

    assert not foreign
