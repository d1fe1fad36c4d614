"""A store as a whole: copied into another database, or into a file that is its backup."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, Table, create_engine, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.config.errors import StoreUnavailable
from bot.store.database import connect, look_at_database, parse_url, read_only
from bot.store.migration import NEWEST, is_newer
from bot.store.tables import METADATA, UPDATES

_ROWS = 1000  # read and written at once

Counts = Mapping[str, int]  # rows by the names of their tables


def copy_store(source: str, target: str) -> Counts:
    """Copies everything from the store at one URL into an empty one at another; how many rows of each table.

    Raises:
        StoreUnavailable: one of them cannot be used, a bot is at work on the first, or the second holds something.
    """
    with _rows_of(source) as old:
        if (old.scalar(select(func.max(UPDATES.c.leased_until))) or 0.0) >= time.time():
            raise StoreUnavailable(f"{_shown(source)}: a bot is at work on it; stop it first, or wait 20 s if it died")
        return _copy(old, target)


def back_up(url: str, file: Path) -> tuple[Counts, int]:
    """Writes a backup of the store into a SQLite file, whether or not a bot is at work on it.

    What waits for an answer from a bot at work is noted in the backup as answered, its text deleted: the bot answers it
    a moment later, and after a restore it would be answered again. Returns how many rows of each table there are, and
    how many were noted so.

    Raises:
        StoreUnavailable: the store cannot be read, or the file cannot be written, or is none that a backup may replace.
    """
    address = parse_url(url)
    is_file = address.drivername == "sqlite"
    if file.exists() and (not _is_database(file) or (is_file and file.samefile(address.database or ""))):
        raise StoreUnavailable(f"{file}: it is no backup, and stays as it is; name another file")
    unfinished = file.with_name(f".unfinished-{file.name}")
    began = time.time()
    try:
        with _told(str(file)):
            unfinished.unlink(missing_ok=True)
            unfinished.touch(0o600)  # it may hold texts
            if is_file:
                _revision(url)
                with closing(read_only(Path(address.database or ""))) as old, closing(_file(unfinished)) as new:
                    old.backup(new)
            else:
                with _rows_of(url) as connection:
                    _copy(connection, f"sqlite:///{unfinished}")
            result = _counts(unfinished), _note_what_is_in_hand(unfinished, began)
            unfinished.replace(file)
    finally:
        for left in file.parent.glob(f"{unfinished.name}*"):
            left.unlink()
    return result


@contextmanager
def _rows_of(url: str) -> Iterator[Connection]:
    """A connection to a store of today's form, as it is at one moment; nothing is written.

    Raises:
        StoreUnavailable: it is of another form, or cannot be read.
    """
    address, revision = parse_url(url), _revision(url)
    if revision != NEWEST and not is_newer(revision):
        mend = "with this DATABASE_URL, run: python -m bot migrate"
        raise StoreUnavailable(f"{_shown(url)}: its tables are of revision {revision}, not {NEWEST}; {mend}")
    engine = _reading_engine(address)
    try:
        with _told(_shown(url)), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _revision(url: str) -> str:
    """The revision of the store's tables.

    Raises:
        StoreUnavailable: there are none.
    """
    revision = look_at_database(url).revision
    if revision is None:
        raise StoreUnavailable(f"{_shown(url)}: there is no store{_folder(parse_url(url))}")
    return revision


def _folder(address: URL) -> str:
    """The folder that a relative path starts from; nothing for another URL."""
    file = Path(address.database or "")
    return "" if address.drivername != "sqlite" or file.is_absolute() else f" in {Path.cwd()}"


def _reading_engine(address: URL) -> Engine:
    if address.drivername == "sqlite":
        return create_engine("sqlite://", creator=lambda: read_only(Path(address.database or "")))
    reading = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return create_engine(address, execution_options=reading, hide_parameters=True)


def _copy(old: Connection, target: str) -> Counts:
    engine = connect(target)
    try:
        with _told(_shown(target)), engine.begin() as new:
            if any(new.scalar(select(func.count()).select_from(table)) for table in METADATA.sorted_tables):
                raise StoreUnavailable(f"{_shown(target)}: it holds something already; copy into an empty one")
            counts = {table.name: _copy_table(table, old, new) for table in METADATA.sorted_tables}
            if new.dialect.name == "postgresql":  # which else would give numbers that are there already
                new.execute(text("SELECT setval(pg_get_serial_sequence('updates', 'id'), max(id)) FROM updates"))
            return counts
    finally:
        engine.dispose()


def _copy_table(table: Table, old: Connection, new: Connection) -> int:
    count = 0
    for rows in old.execute(select(table)).mappings().partitions(_ROWS):
        new.execute(table.insert(), [dict(row) for row in rows])
        count += len(rows)
    return count


def _note_what_is_in_hand(file: Path, now: float) -> int:
    with closing(_file(file)) as database:
        database.execute("PRAGMA journal_mode = DELETE")  # one file
        noted = database.execute(
            "UPDATE updates SET payload = NULL, leased_by = NULL, leased_until = NULL, done_at = ? "
            "WHERE done_at IS NULL AND bot IN (SELECT bot FROM updates WHERE done_at IS NULL AND leased_until >= ?)",
            (now, now),
        ).rowcount
        database.execute("VACUUM")  # what was deleted is gone
    return noted


def _counts(file: Path) -> Counts:
    with closing(_file(file)) as database:
        (whole,) = database.execute("PRAGMA integrity_check").fetchone()
        if whole != "ok":
            raise sqlite3.DatabaseError(whole)
        names = [table.name for table in METADATA.sorted_tables]
        return {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608


def _file(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


def _is_database(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(16) in (b"", b"SQLite format 3\0")


@contextmanager
def _told(where: str) -> Iterator[None]:
    """What the database or the disk refuses here becomes one line."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        cause = getattr(error, "orig", None) or error
        why = os.strerror(cause.errno) if isinstance(cause, OSError) and cause.errno else str(cause).partition("\n")[0]
        raise StoreUnavailable(f"{where}: {why}") from None


def _shown(url: str) -> str:
    return parse_url(url).render_as_string()
