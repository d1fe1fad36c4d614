"""Which version of the bot this is."""

from __future__ import annotations

import subprocess
import tomllib
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path

_PROJECT = Path(__file__).resolve().parents[2]


@cache
def version() -> str:
    """The version, as in the CHANGELOG: that of the checkout that this file lies in, else that of the package."""
    if found := checkout_version(_PROJECT):
        return found
    try:
        return installed_version("belegbot")
    except PackageNotFoundError:
        return "unknown"


def checkout_version(folder: Path) -> str | None:
    """The version in the folder's project file, with the commit if it is a git checkout ("0.2.0+g940b4a8", a local
    version as PEP 440 writes it); None: it has no such file."""
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return None
    commit = _commit(folder / ".git")
    return f"{project['version']}+g{commit}" if commit else str(project["version"])


def _commit(repository: Path) -> str:
    """The commit that is checked out, shortened; nothing where that is not known."""
    # The repository is named, as git looks into no other user's that it has to find (safe.directory), and the bot's
    # user does not own its program.
    command = ["git", "--git-dir", str(repository), "rev-parse", "--short", "--verify", "HEAD"]
    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=5).stdout.strip()  # noqa: S603
    return ""
