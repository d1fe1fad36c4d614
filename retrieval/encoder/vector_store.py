"""Vectors that were computed before: a passage costs a quarter of a second, its row in a file some microseconds."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.encoder.encoder import Vectors
from retrieval.encoder.packing import dimensions_of, pack, size_of, unpack
from retrieval.encoder.text import PASSAGE_LIMIT, clean

_logger = logging.getLogger(__name__)

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL)"
_PUT = "INSERT OR REPLACE INTO vectors VALUES (?, ?)"

# Parameters of one statement: older SQLites take 999.
_AT_ONCE = 900

# What another process may do to the file without its being broken: primary codes, which stand in the lowest byte.
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class VectorStore:
    """Vectors of passages by encoder and text: in memory and, if there is a `path`, in a SQLite file there.

    Texts count as the same when they are the same `clean`. Rows are `pack`, which changes their cosine with a
    question by less than .002. Thread-safe; several processes may share the file, but a fork needs a store of its own.
    The file spares time, no more: it may be deleted when nobody uses it. Where it is broken or cannot be written, the
    store says so in the log, once, and goes on in memory.

    Args:
        capacity: rows in memory beside a file, .5 KB each at 384 dimensions; those not used for longest are dropped.
            Without a file all are kept: there is nothing to look them up in again.
        busy_seconds: how long to wait for another process that writes; after that, rows stay in memory alone.
    """

    def __init__(self, path: Path | None, *, capacity: int = 65_536, busy_seconds: float = 1.0) -> None:
        self._capacity = capacity
        self._rows: dict[bytes, bytes] = {}  # the least recently used first
        self._dimensions: dict[str, int] = {}
        self._lock = threading.Lock()
        self._file: sqlite3.Connection | None = None
        if path is not None:
            try:
                self._file = _open(path, busy_seconds)
            except (OSError, sqlite3.Error) as error:
                _warn(error)
            else:
                weakref.finalize(self, self._file.close)

    def get(self, name: str, texts: Sequence[str]) -> tuple[Vectors, NDArray[np.bool_]]:
        """The rows of the texts as the encoder of this name embedded them, zeros where missing; which are there.

        The rows have as many dimensions as those of the encoder that were put last, or else as most of those found;
        what has other dimensions is missing. Where nothing is known of the encoder, the rows have no columns.
        """
        keys = _keys(name, texts)
        with self._lock:
            found = self._read_rows(keys)
            dimensions = self._dimensions.get(name) or dimensions_of(found.values())
        size = size_of(dimensions)
        values = [found.get(key, b"") for key in keys]
        there = np.array([len(value) == size for value in values], np.bool_)
        rows = np.zeros((len(texts), dimensions), np.float32)
        rows[there] = unpack([value for value in values if len(value) == size], dimensions)
        return rows, there

    def put(self, name: str, texts: Sequence[str], vectors: Vectors) -> None:
        """Keeps the rows of the texts, in the place of earlier ones. Rows of NaN are left out."""
        usable = np.asarray(np.isfinite(vectors).all(axis=1), np.bool_)
        keys = _keys(name, [text for text, is_usable in zip(texts, usable.tolist(), strict=True) if is_usable])
        rows = dict(zip(keys, pack(vectors[usable]), strict=True))
        with self._lock:
            self._dimensions[name] = vectors.shape[1]
            self._remember(rows)
            if self._file is not None:
                try:
                    with self._file:
                        self._file.executemany(_PUT, rows.items())
                except sqlite3.Error as error:
                    self._fail(error)

    def close(self) -> None:
        """Closes the file; what is put or asked for later is in memory alone."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _read_rows(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those of the rows that are there."""
        found = {key: self._rows[key] for key in keys if key in self._rows}
        # In the order of the index, so that the same pages of it are read together.
        missing = sorted({key for key in keys if key not in found}) if self._file is not None else []
        try:
            for start in range(0, len(missing), _AT_ONCE):
                found.update(_read(self._file, missing[start : start + _AT_ONCE]))
        except sqlite3.Error as error:
            self._fail(error)
        self._remember(found)
        return found

    def _remember(self, rows: Mapping[bytes, bytes]) -> None:
        for key, row in rows.items():
            self._rows.pop(key, None)
            self._rows[key] = row
        excess = max(0, len(self._rows) - self._capacity) if self._file is not None else 0
        for key in list(islice(self._rows, excess)):
            del self._rows[key]

    def _fail(self, error: sqlite3.Error) -> None:
        if getattr(error, "sqlite_errorcode", 0) % 256 in _BUSY or self._file is None:
            return
        self._file.close()
        self._file = None
        _warn(error)


def _open(path: Path, busy_seconds: float) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=busy_seconds, check_same_thread=False)
    try:
        # Readers and a writer at once; the last rows before a loss of power may be lost, which costs time alone.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            connection.execute(_SCHEMA)
    except BaseException:
        connection.close()
        raise
    return connection


def _read(connection: sqlite3.Connection | None, keys: Sequence[bytes]) -> Iterable[tuple[bytes, bytes]]:
    if connection is None:
        return ()
    marks = ",".join("?" * len(keys))
    return connection.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", keys)  # noqa: S608 (marks alone)


def _keys(name: str, texts: Iterable[str]) -> list[bytes]:
    """By what the rows are found: a hash of the text, another one for each encoder."""
    encoder = hashlib.blake2b(name.encode(), digest_size=16).digest()
    return [
        hashlib.blake2b(clean(text, PASSAGE_LIMIT).encode(), digest_size=16, person=encoder).digest() for text in texts
    ]


def _warn(error: Exception) -> None:
    _logger.warning("Vectors are kept in memory alone: %s.", error)
