"""Brings the tables of a store up to date.

A store of today's form costs a look at its version, a new one is made as it is today. Only an older one is migrated,
by Alembic, which is imported then: it takes twelve megabytes.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select, text

from bot.store.tables import METADATA

_SCRIPTS = Path(__file__).resolve().parent / "migrations"

# The newest of them. A test holds it to the files.
NEWEST = "0002"

# Any number, as long as all our processes take the same: two that start at once migrate one after the other.
_LOCK = 7_235_001

# As Alembic keeps it.
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def migrate(connection: Connection) -> None:
    """Makes the tables, or applies the migrations that they lack, within the connection's transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if not inspect(connection).has_table(_VERSION.name):
        METADATA.create_all(connection)
        _VERSION.create(connection)
        connection.execute(_VERSION.insert().values(version_num=NEWEST))
    elif connection.scalar(select(_VERSION.c.version_num)) != NEWEST:
        upgrade(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Applies Alembic's migrations up to this one."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
