"""One process at a time that adds articles of feeds to a folder: names and duplicates are told by what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from bot.config.errors import FolderInUse, UnusableMaterial

LOCK_FILE = ".add.lock"

# Seconds. Writing takes less; somebody may have been asked at a terminal, and be away.
_TIMEOUT = 60.0


@contextmanager
def lock_folder(folder: Path, timeout: float = _TIMEOUT) -> Iterator[None]:
    """Keeps others out of the folder meanwhile. Ends with the process, however that ends; its file stays, and is empty.

    Raises:
        FolderInUse: another process is still at it after `timeout` seconds.
        UnusableMaterial: the folder cannot be written into.
    """
    try:
        lock = FileLock(folder / LOCK_FILE, timeout=timeout).acquire()
    except Timeout:
        raise FolderInUse(f"{folder}: another `add` is at work in it; try again when it is through") from None
    except OSError as error:
        raise UnusableMaterial(f"{folder}: it cannot be written ({error.strerror}); check the folder") from error
    with lock:
        yield
