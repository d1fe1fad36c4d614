"""Empty databases: a SQLite file, or one of the PostgreSQL server that TEST_DATABASE_URL names."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import ProgrammingError

from bot.store.database import parse_url

# Seconds that the server may take to look after a database of tests.
_AUTOVACUUM = 20.0


@contextmanager
def database(kind: str, folder: Path, encoding: str = "UTF8") -> Iterator[str]:
    """The URL of an empty database of this kind; on PostgreSQL, in this encoding."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'store.sqlite3'}"
        return
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        pytest.skip("TEST_DATABASE_URL names no PostgreSQL server")
    name = f"belegbot_{secrets.token_hex(6)}"
    admin = create_engine(parse_url(server), isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0"))
            try:
                yield parse_url(server).set(database=name).render_as_string(hide_password=False)
            finally:
                _drop(connection, name)
    finally:
        admin.dispose()


def _drop(connection: Connection, name: str) -> None:
    """Deletes a database. Who is no superuser cannot end an autovacuum in it, and waits for its end."""
    until = time.monotonic() + _AUTOVACUUM
    while True:
        try:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        except ProgrammingError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return
