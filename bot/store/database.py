"""The connection to the store, by `DATABASE_URL`."""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bot.config.errors import StoreUnavailable
from bot.store.migration import migrate

# How long one process waits for another that writes, in seconds (SQLite), or for the server to answer (PostgreSQL).
_TIMEOUT = 10

# Execution option of a connection. False: what it writes outlives the process at once, but a loss of power only some
# moments later, which costs no time.
DURABLE = "durable"


def connect(url: str) -> Engine:
    """The database at this URL, its tables brought up to date.

    `postgres://` and `postgresql://`, as hosts write it, and `sqlite:///FILE` (relative to the working directory).

    Raises:
        StoreUnavailable: the URL is not one of these, or the database cannot be reached or written.
    """
    address = parse_url(url)
    try:
        engine = _engine(address)
        with engine.begin() as connection:
            migrate(connection)
    except SQLAlchemyError as error:
        raise StoreUnavailable(f"DATABASE_URL: {address.render_as_string()} {_reason(error)}") from None
    return engine


def check_database(url: str) -> str:
    """The URL without its password, when the database can be used. A file that was not there is not left behind.

    Raises:
        StoreUnavailable: it cannot.
    """
    address = parse_url(url)
    file = Path(address.database) if address.drivername == "sqlite" and address.database else None
    is_new = file is not None and not file.exists()
    connect(url).dispose()
    if file and is_new:
        file.unlink()
    return address.render_as_string()


def parse_url(url: str) -> URL:
    """The URL, naming the driver that is used here.

    Raises:
        StoreUnavailable: it is not the URL of a database that is known here.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreUnavailable(
            "DATABASE_URL: not a database's URL; write e.g. sqlite:///belegbot.sqlite3 or postgresql://user@host/name"
        ) from None
    if "@" in (address.host or ""):  # the rest of the password, which is not to be shown
        raise StoreUnavailable("DATABASE_URL: its password has an @; write %40 instead")
    match address.drivername.partition("+")[0]:
        case "postgres" | "postgresql":
            return address.set(drivername="postgresql+psycopg")
        case "sqlite" if address.query or (address.database or "").startswith("file:"):
            raise StoreUnavailable("DATABASE_URL: SQLite's own addresses are not known; write sqlite:///FILE")
        case "sqlite":
            return address.set(drivername="sqlite")
        case other:
            raise StoreUnavailable(f"DATABASE_URL: {other} is not known; write sqlite:///FILE or postgresql://…")


def _engine(address: URL) -> Engine:
    if address.drivername != "sqlite":
        options = {"connect_timeout": _TIMEOUT, "application_name": "belegbot"}
        engine = create_engine(address, pool_pre_ping=True, hide_parameters=True, connect_args=options)
        event.listen(engine, "begin", _begin_on_server)
        return engine
    _make_private(address)
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": _TIMEOUT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


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
    until = time.monotonic() + _TIMEOUT
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
    if not connection.get_execution_options().get(DURABLE, True):
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")


def shred(engine: Engine) -> None:
    """Overwrites what was deleted also where SQLite has noted it down before: in its write-ahead log."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()  # not within a transaction
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _reason(error: SQLAlchemyError) -> str:
    cause = getattr(error, "orig", None) or error
    lines = str(cause).strip().splitlines()
    return f"cannot be used ({lines[0] if lines else type(cause).__name__}); is it right, reachable and writable?"
