"""What a folder of article files looks like from outside, to see when something in it has changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from content.library import article_files

FolderState = Mapping[Path, tuple[int, ...] | None]


def folder_state(folder: Path) -> FolderState:
    """Each article file with its inode, size in bytes, and times of change in ns; None: it cannot be looked at.

    Two states are equal as long as no file was written, added, removed, renamed or replaced. A folder that is missing
    has no files.
    """
    try:
        return {path: _looks(path) for path in article_files(folder)}
    except OSError:  # a folder in it went away while it was listed
        return {}


def _looks(path: Path) -> tuple[int, ...] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    # Both times: copying and unpacking may set the first back to what it was elsewhere.
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
