"""The files of a folder of articles: which there are, and what they look like from outside."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

# Each article file with its inode, size in bytes, and times of change in ns; None: it cannot be looked at.
FolderState = Mapping[str, tuple[int, ...] | None]


def article_files(folder: Path) -> Sequence[Path]:
    """The files that are read as articles, in the order of their paths; also those in folders of the folder.

    A link to a folder is not followed.
    """
    return [Path(path) for path in sorted((entry.path for entry in _entries(folder)), key=_part_by_part)]


def folder_state(folder: Path) -> FolderState:
    """What the article files look like, by their paths, so that it is seen when something in the folder has changed.

    Two states are equal as long as no file was written, added, removed, renamed or replaced. A folder that is missing
    has no files.
    """
    return {entry.path: _looks(entry) for entry in _entries(folder)}


def _entries(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    # Not by pathlib: with ten thousand files that takes a quarter of a second, and the bot looks again and again.
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except OSError:  # it may not be looked into, or went away while it was listed
        return
    for entry in entries:
        if entry.name.endswith(".md") and not entry.name.startswith("."):
            yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)


def _part_by_part(path: str) -> str:
    """What orders paths as `Path` does: "a/b" before "a-b"."""
    return path.replace(os.sep, "\0")


def _looks(entry: os.DirEntry[str]) -> tuple[int, ...] | None:
    try:
        stat = entry.stat()
    except OSError:
        return None
    # Both times: copying and unpacking may set the first back to what it was elsewhere.
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns
