"""Arrays kept in a folder, so that what is costly to make is made once.

A version is a folder of its own, with a file an array. It is written under another name and then renamed, so nobody
ever sees a part of it, and takes the place of the versions before. Processes that want different versions in one folder
cost each other time, and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.base.arrays import Arrays

_log = logging.getLogger(__name__)

_CONTENTS = "contents.json"
_UNFINISHED = ".unfinished-"
_VERSION = re.compile(r"[0-9a-f]{32}")

# After so many seconds nobody is writing any more.
_ABANDONED = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class IndexVersion:
    """Names arrays: `making` changes with the form of what is kept, `name` also when an article or their order does."""

    making: str
    name: str

    @classmethod
    def of(cls, making: str, articles: Iterable[str]) -> IndexVersion:
        """The version of these articles, given by their keys."""
        digest = hashlib.blake2b(digest_size=16)
        for part in (making, *articles):
            digest.update(f"{part}\0".encode())
        return cls(making, digest.hexdigest())


def keep(
    folder: Path,
    version: IndexVersion,
    make: Callable[[Arrays | None], Arrays],
    is_whole: Callable[[Arrays], bool] = lambda _: True,
) -> Arrays:
    """The arrays of the version, mapped into memory from the folder; when they are not all there, made and written.

    They are made of an earlier version's that is kept there and was made in the same way, if there is one. What is
    broken, or not `is_whole`, is made anew. Where nothing can be written, the arrays are made and used, but not kept.
    """
    kept = _read(folder / version.name, version.making)
    if kept is not None and is_whole(kept):
        return kept
    before = _before(folder, version.making) if kept is None else kept
    if before is not None and not is_whole(before):
        _log.warning("The index kept in %s is not as it was written; it is made anew.", folder)
        before = None
    made = make(before)
    try:
        _write(folder, version, made)
    except OSError as error:
        _log.warning("The index is not kept in %s (%s); check the folder's permissions and room.", folder, error)
        return made
    return _read(folder / version.name, version.making) or made


def _before(folder: Path, making: str) -> Arrays | None:
    try:
        versions = sorted(path for path in folder.iterdir() if _VERSION.fullmatch(path.name))
    except OSError:
        return None
    return next((kept for path in versions if (kept := _read(path, making)) is not None), None)


def _read(folder: Path, making: str) -> Arrays | None:
    try:
        contents = json.loads((folder / _CONTENTS).read_text("utf-8"))
        if contents["making"] != making:
            return None
        sizes = contents["sizes"]
        files = {name: folder / _file(name, contents["written"]) for name in sizes}
        if any(files[name].stat().st_size != size for name, size in sizes.items()):
            return None
        # As plain arrays: what numpy's own class for mapped ones adds costs more than many a computation with them.
        return {name: np.load(path, mmap_mode="r", allow_pickle=False).view(np.ndarray) for name, path in files.items()}
    except Exception:  # missing, cut short, or something else altogether: for a damaged head numpy raises anything
        return None


def _write(folder: Path, version: IndexVersion, arrays: Arrays) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
    try:
        written = secrets.token_hex(8)
        files = {name: unfinished / _file(name, written) for name in arrays}
        for name, array in arrays.items():
            np.save(files[name], array, allow_pickle=False)
        sizes = {name: file.stat().st_size for name, file in files.items()}
        contents = {"making": version.making, "written": written, "sizes": sizes}
        (unfinished / _CONTENTS).write_text(json.dumps(contents), "utf-8")
        for old in filter(_is_old, folder.iterdir()):
            shutil.rmtree(old, ignore_errors=True)
        os.rename(unfinished, folder / version.name)  # noqa: PTH104  fails, as it should, when another process was first
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _file(name: str, written: str) -> str:
    """The file of the array of that name, as it was written once.

    The same version may be written again, of another one before it, and then numbers words otherwise: who is just
    reading the one must not get files of the other.
    """
    return f"{name}.{written}.npy"


def _is_old(path: Path) -> bool:
    """Whether it is a version, or what a process left unfinished that was stopped; never anything else."""
    if path.name.startswith(_UNFINISHED):
        return path.stat().st_mtime < time.time() - _ABANDONED
    return _VERSION.fullmatch(path.name) is not None
