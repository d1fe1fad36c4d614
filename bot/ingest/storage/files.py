"""Files that are whole at any moment, their digests, and names that are free."""

from __future__ import annotations

import hashlib
import itertools
import os
import tempfile
from collections.abc import Container
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a file so that whoever reads it has all of it or what was there before."""
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".unfinished-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as unfinished:
            unfinished.write(data)
        Path(name).chmod(0o644)  # as an editor's own; made for one's own eyes only by default
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def file_digest(data: bytes) -> str:
    """Of the bytes of an article file: another one when somebody has edited it."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def free_slug(slug: str, taken: Container[str]) -> str:
    """The slug, or where it is taken, the slug with the first free number."""
    names = itertools.chain([slug], (f"{slug}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in taken)
