"""Paths as they are shown at a terminal."""

from __future__ import annotations

import os
from pathlib import Path


def from_here(path: Path) -> str:
    """The path as it is written from the working directory."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
