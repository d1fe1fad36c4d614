"""One process at a time that adds articles of feeds to a folder: names and copies are told by what is in it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.config.errors import FolderInUse

# Seconds. Writing takes less; somebody may have been asked at a terminal, and be away.
_PATIENCE = 60.0
_BETWEEN = 0.1


@contextmanager
def alone_in(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keeps others out of the folder meanwhile. Ends with the process, however that ends; leaves no file behind.

    Raises:
        FolderInUse: another process is still at it after `patience` seconds.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle, folder, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path, deadline: float) -> None:
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise FolderInUse(f"{folder}: another `add` is at work in it; try again when it is through") from None
            time.sleep(_BETWEEN)
