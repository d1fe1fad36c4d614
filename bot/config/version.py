"""Which version of the bot this is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path

_PROJECT_FILE = Path(__file__).resolve().parents[2] / "pyproject.toml"


@cache
def version() -> str:
    """The version, as in the CHANGELOG: that of the checkout that this file lies in, else that of the package."""
    try:
        return str(tomllib.loads(_PROJECT_FILE.read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        pass
    try:
        return installed_version("belegbot")
    except PackageNotFoundError:
        return "unknown"
