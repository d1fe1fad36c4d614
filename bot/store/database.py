"""The connection to the store, by `DATABASE_URL`."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, Connection, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.config.errors import StoreUnavailable
from bot.store.migration import fault_of, is_newer, migrate, migrate_to, revision_of

# How long one process waits for another that writes, in seconds (SQLite), or for the server to answer (PostgreSQL).
TIMEOUT = 10

# A database in SQL_ASCII, as where PostgreSQL was set up without a locale, gives bytes where no encoding is asked for.
# And a pooler that hands each transaction to another session (PgBouncer) knows nothing of what was prepared in one.
_SESSION = {"client_encoding": "utf8", "prepare_threshold": None}

# What PostgreSQL calls a transaction that is to write and may not (appendix A of its manual).
_READ_ONLY = "25006"

# Execution option of a connection. False: what it writes outlives the process at once, but a loss of power only some
# moments later, which costs no time.
DURABLE = "durable"

_T = TypeVar("_T")


def connect(url: str, *, migrates: bool = True) -> Engine:
    """The database at this URL, its tables brought up to date if it `migrates`.

    `postgres://` and `postgresql://`, as hosts write it, and `sqlite:///FILE` (relative to the working directory).

    Raises:
        StoreUnavailable: the URL is not one of these, the database cannot be reached or written, or its tables are
            newer than this program, or older and not to be migrated.
    """
    address = parse_url(url)

    def prepare(connection: Connection) -> None:
        _refuse_unusable(address, revision_of(connection), migrates=migrates)
        if migrates:
            migrate(connection)

    return _connected(address, prepare)[0]


def migrate_database(url: str, to: str) -> str | None:
    """Brings the tables at this URL to this revision, up or back; which one they had before.

    Raises:
        StoreUnavailable: the database cannot be used, or its tables are newer than this program.
    """
    address = parse_url(url)

    def change(connection: Connection) -> str | None:
        before = revision_of(connection)
        if before and is_newer(before):
            raise _unusable(address, f"has tables of a newer release ({before}), which alone can take them back")
        migrate_to(connection, to)
        return before

    engine, before = _connected(address, change)
    engine.dispose()
    return before


def _connected(address: URL, work: Callable[[Connection], _T]) -> tuple[Engine, _T]:
    """The database at this address, and what the first transaction results in.

    Raises:
        StoreUnavailable: it cannot be used, or the work says so.
    """
    with ExitStack() as undo:
        try:
            engine = _engine(address)
            undo.callback(engine.dispose)
            with engine.begin() as connection:
                result = work(connection)
        except SQLAlchemyError as error:
            raise _unusable(address, _reason(error)) from None
        undo.pop_all()
    return engine, result


class DatabaseState(NamedTuple):
    """A database as `look_at_database` finds it: its URL without the password, and the revision of its tables."""

    url: str
    revision: str | None


def look_at_database(url: str, *, migrates: bool = True) -> DatabaseState:
    """What is at this URL, whether or not a bot is at work on it; nothing is written.

    Raises:
        StoreUnavailable: a bot that `migrates`, or does not, could not use it.
    """
    address = parse_url(url)
    try:
        revision = _revision_in_file(address) if address.drivername == "sqlite" else _revision_on_server(address)
    except sqlite3.Error as error:
        raise _unusable(address, _reason(error)) from None
    _refuse_unusable(address, revision, migrates=migrates)
    return DatabaseState(shown_url(address), revision)


def _refuse_unusable(address: URL, revision: str | None, *, migrates: bool) -> None:
    if fault := fault_of(revision, migrates=migrates):
        raise _unusable(address, fault)


def _unusable(address: URL, why: str) -> StoreUnavailable:
    return StoreUnavailable(f"DATABASE_URL: {shown_url(address)} {why}")


def read_only(file: Path) -> sqlite3.Connection:
    """A SQLite file, to be read beside a bot that is at work on it.

    To read a file that has a write-ahead log makes a file beside it; one that has none is read as it stands.
    """
    log = file.with_name(f"{file.name}-wal")
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro{'' if log.exists() else '&immutable=1'}", uri=True)


def _revision_in_file(address: URL) -> str | None:
    file = Path(address.database or "")
    if not file.exists():
        if not os.access(file.parent, os.W_OK):
            raise sqlite3.OperationalError("unable to open database file")
        return None
    if not os.access(file, os.W_OK) or not os.access(file.parent, os.W_OK):
        raise sqlite3.OperationalError("attempt to write a readonly database")
    with closing(read_only(file)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return None
        row = database.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else ""


def _revision_on_server(address: URL) -> str | None:
    def look(connection: Connection) -> str | None:
        connection.execute(text("SET TRANSACTION READ ONLY"))
        revision = revision_of(connection)
        if revision is None and not connection.scalar(text("SELECT has_schema_privilege(current_schema(), 'CREATE')")):
            raise _unusable(address, "lets this user make no tables; GRANT it CREATE on the schema, or let it own that")
        return revision

    engine, revision = _connected(address, look)
    engine.dispose()
    return revision


def shown_url(address: URL) -> str:
    """The URL without a password, also without parameters, one of which may be a password."""
    return address.set(query={}).render_as_string()


def parse_url(url: str) -> URL:
    """The URL, naming the driver that is used here.

    Raises:
        StoreUnavailable: it is not the URL of a database that is known here, or of none that outlives the process.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        address = None
    if not url.startswith("sqlite") and _has_unescaped_part(url, address):
        raise StoreUnavailable(
            "DATABASE_URL: its user or password has characters that part a URL; write @ as %40, : as %3A, / as %2F"
        )
    if address is None:
        raise StoreUnavailable(
            "DATABASE_URL: not a database's URL; write e.g. sqlite:///belegbot.sqlite3 or postgresql://user@host/name"
        )
    match address.drivername.partition("+")[0]:
        case "postgres" | "postgresql":
            return address.set(drivername="postgresql+psycopg")
        case "sqlite" if address.query or (address.database or "").startswith("file:"):
            raise StoreUnavailable("DATABASE_URL: SQLite's own addresses are not known; write sqlite:///FILE")
        case "sqlite":
            if address.database in {None, "", ":memory:"}:
                raise StoreUnavailable(
                    "DATABASE_URL: it names no file, so that questions would be lost; write e.g. "
                    "sqlite:///belegbot.sqlite3, or sqlite:////var/lib/belegbot/belegbot.sqlite3 with its whole path"
                )
            return address.set(drivername="sqlite")
        case other:
            raise StoreUnavailable(f"DATABASE_URL: {other} is not known; write sqlite:///FILE or postgresql://…")


def _has_unescaped_part(url: str, address: URL | None) -> bool:
    """Whether a part of the user or the password is taken for another part of the URL, and would be shown as that."""
    elsewhere = (address.host, address.database) if address else ()
    return url.count("@") > 1 or any("@" in part for part in elsewhere if part)


def _engine(address: URL) -> Engine:
    if address.drivername != "sqlite":
        # A server that is gone without a word, as when the network is cut, is noticed as soon.
        alive = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
        gone = {"connect_timeout": TIMEOUT, "tcp_user_timeout": 1000 * TIMEOUT}
        options = alive | gone | _SESSION | {"application_name": "belegbot"}
        engine = create_engine(address, pool_pre_ping=True, hide_parameters=True, connect_args=options)
        event.listen(engine, "begin", _begin_on_server)
        event.listen(engine, "handle_error", _leave_standby)
        return engine
    _make_private(address)
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": TIMEOUT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _leave_standby(context: ExceptionContext) -> None:
    """After a failover, what was connected to is a standby, which answers and takes nothing: all connections to it go,
    so that the next ones are made to who has its place."""
    if getattr(context.original_exception, "sqlstate", None) == _READ_ONLY:
        context.is_disconnect = True


def _make_private(address: URL) -> None:
    """A new file is for the process' own user alone: questions stand in it. SQLite's files beside it become like it."""
    if address.database and address.database != ":memory:":
        with suppress(OSError):  # SQLite tells what is wrong
            Path(address.database).touch(mode=0o600)


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver thinks they should
    _write_ahead(connection)
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Has writes go to a log first, which takes a fifth of the time of a rollback journal."""
    until = time.monotonic() + TIMEOUT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            # Of processes that make the file at once one can do this; SQLite does not have the others wait for it.
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    durable = connection.get_execution_options().get(DURABLE, True)
    connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    # A transaction that reads first and writes then would fail when another process has written meanwhile.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_on_server(connection: Connection) -> None:
    # For a table that somebody else has locked, PostgreSQL waits as long as they like. Not among the options of the
    # connection, which poolers refuse.
    settings = [f"SET LOCAL lock_timeout = '{TIMEOUT}s'"]
    if not connection.get_execution_options().get(DURABLE, True):
        settings.append("SET LOCAL synchronous_commit = off")
    connection.exec_driver_sql("; ".join(settings))


def shred(engine: Engine) -> None:
    """Overwrites what was deleted also where SQLite has noted it down before: in its write-ahead log."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()  # not within a transaction
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    lines = str(cause).strip().splitlines()
    return f"cannot be used ({lines[0] if lines else type(cause).__name__}); is it right, reachable and writable?"
