"""Which version runs: of a checkout, with its commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.config.version import checkout_version


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "belegbot"\nversion = "1.2.3"\n', "utf-8")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    author = ["-c", "user.name=Anna", "-c", "user.email=anna@example.org"]
    command = ["/usr/bin/env", "git", "-C", str(folder), *author, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_checkout_tells_its_commit(folder: Path) -> None:
    git(folder, "init", "--quiet")
    assert checkout_version(folder) == "1.2.3", "there is no commit yet"
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "First")
    assert checkout_version(folder) == f"1.2.3+g{git(folder, 'rev-parse', '--short', 'HEAD')}"


def test_files_without_a_repository_tell_the_version_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checkout_version(folder) == "1.2.3"
    monkeypatch.setenv("PATH", "")
    assert checkout_version(folder) == "1.2.3", "nor is there git"


def test_another_repository_around_it_is_not_its_own(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Another's")
    inner = folder / "bot"
    inner.mkdir()
    (folder / "pyproject.toml").rename(inner / "pyproject.toml")
    assert checkout_version(inner) == "1.2.3"


def test_an_installed_package_has_no_project_file(tmp_path: Path) -> None:
    assert checkout_version(tmp_path) is None
