"""The files of a folder of articles: which there are, what they look like from outside, and their bytes."""

from __future__ import annotations

import math
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from content.errors import ArticleFault, InvalidArticles

# Each article file with its inode, size in bytes, and times of change in ns; None: it cannot be looked at.
FolderState = Mapping[str, tuple[int, ...] | None]

_MB = 1_000_000

# In MB. The longest novels have some seven: no file is larger that somebody works with by hand.
LARGEST_FILE = 20

# In MB, where the setting LARGEST_ARTICLE does not say otherwise. More takes the bot many seconds to read.
LARGEST_ARTICLE = 2
TOO_LARGE_MEND = "divide it into several articles, or set LARGEST_ARTICLE (in MB)"


class UnsuitableFile(OSError):
    """No article can be in it: a pipe or a device, of which reading may never end."""


class TooLargeFile(OSError):
    """It has more bytes than may be."""


def read_file(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """The bytes of a regular file, of `largest` MB at most.

    Raises:
        UnsuitableFile: it is none.
        TooLargeFile: it has more.
        OSError: it cannot be read.
    """
    # Opened without waiting: a pipe would otherwise be waited for until somebody writes into it.
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as file:
        known = os.fstat(file.fileno())
        if not stat.S_ISREG(known.st_mode):
            raise UnsuitableFile("this is no regular file")
        data = file.read(largest * _MB + 1)
    if len(data) > largest * _MB:
        raise TooLargeFile(f"the file has {megabytes(max(known.st_size, len(data)))} MB, more than {largest} MB")
    return data


def megabytes(size: int) -> float:
    """How many MB so many bytes are, with one decimal; rounded up, so that a byte too many is seen to be one."""
    return math.ceil(size * 10 / _MB) / 10


def check_folder(folder: Path) -> None:
    """Looks whether there is a folder that can be listed.

    Raises:
        InvalidArticles: there is none.
    """
    try:
        with os.scandir(folder):
            return
    except (FileNotFoundError, NotADirectoryError) as error:
        fault = ArticleFault(folder, None, "there is no such folder", "create it or set CONTENT_DIR")
        raise InvalidArticles([fault]) from error
    except OSError as error:
        raise _unreadable(folder, error) from error


def article_files(folder: Path) -> Sequence[Path]:
    """The files that are read as articles, in the order of their paths; also those in folders of the folder.

    A link to a folder is not followed.

    Raises:
        InvalidArticles: the folder, or one in it, is there and cannot be listed.
    """
    try:
        return [Path(path) for path in sorted((entry.path for entry in _entries(folder)), key=_part_by_part)]
    except OSError as error:
        raise _unreadable(Path(error.filename or folder), error) from error


def folder_state(folder: Path) -> FolderState:
    """What the article files look like, by their paths, so that it is seen when something in the folder has changed.

    Two states are equal as long as no file was written, added, removed, renamed or replaced. A folder that is missing
    has no files.

    Raises:
        OSError: the folder, or one in it, is there and cannot be listed. What is in it is not known then.
    """
    return {entry.path: _looks(entry) for entry in _entries(folder)}


def _unreadable(folder: Path, error: OSError) -> InvalidArticles:
    what = f"the folder cannot be read ({error.strerror})"
    return InvalidArticles([ArticleFault(folder, None, what, "let this user read it")])


def _entries(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    # Not by pathlib: with ten thousand files that takes a quarter of a second, and the bot looks again and again.
    try:
        with os.scandir(folder) as listed:
            entries = list(listed)
    except (FileNotFoundError, NotADirectoryError):  # it went away while it was listed
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
        found = entry.stat()
    except OSError:
        return None
    # Both times: copying and unpacking may set the first back to what it was elsewhere.
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
