"""Brings the tables of a store up to date, or back.

A store of today's form costs a look at its revision, a new one is made as it is today. Only another one is migrated, by
Alembic, which is imported then: it takes twelve megabytes.

A revision is named by its number, "0003". One that only adds (tables, indexes, columns that may be empty or have a
default of the server's) also names the oldest revision whose program can use it, "0003.0002": so that after an upgrade
the release before still runs.
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


def revisions() -> list[str]:
    """Every revision that this program knows, the oldest first."""
    return sorted(path.name.partition("_")[0] for path in (_SCRIPTS / "versions").glob("0*.py"))


def revision_of(connection: Connection) -> str | None:
    """The revision of the store's tables, empty for what was made before there were any; None: there are no tables."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.scalar(select(_VERSION.c.version_num)) or ""


def is_newer(revision: str) -> bool:
    """Whether the tables were made by a newer program."""
    return _number(revision) > _number(NEWEST)


def fault_of(revision: str | None, *, migrates: bool) -> str | None:
    """Why a program that `migrates`, or does not, cannot use a store of this revision, and the mend; None: it can."""
    if revision and is_newer(revision):
        oldest = revision.partition(".")[2] or revision
        if _number(oldest) <= _number(NEWEST):
            return None
        return (
            f"has tables of a newer release ({revision}; this one knows {NEWEST}); run that release, or with it: "
            f"python -m bot migrate --to {NEWEST}"
        )
    if not migrates and revision != NEWEST:
        found = "no tables" if revision is None else f"tables of revision {revision or 'none'}"
        return f"has {found}, this release needs {NEWEST}, and MIGRATE is off; run: python -m bot migrate"
    return None


def migrate(connection: Connection) -> None:
    """Makes the tables, or applies the migrations that they lack, within the connection's transaction."""
    revision = _locked_revision(connection)
    if revision is None:
        METADATA.create_all(connection)
        _VERSION.create(connection)
        connection.execute(_VERSION.insert().values(version_num=NEWEST))
    elif _number(revision) < _number(NEWEST):
        run_migrations(connection, "head")


def migrate_to(connection: Connection, to: str) -> None:
    """Applies migrations, or takes them back, until the tables are of this revision, within the transaction."""
    revision = _locked_revision(connection)
    run_migrations(connection, to, back=revision is not None and _number(revision) > _number(to))


def run_migrations(connection: Connection, to: str, *, back: bool = False) -> None:
    """Has Alembic apply the migrations up to this one, or take `back` those after it."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    (command.downgrade if back else command.upgrade)(config, to)


def _locked_revision(connection: Connection) -> str | None:
    if connection.dialect.name == "postgresql":
        # However long another process migrates: it is waited for. And who would not wait for a table could not start.
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    return revision_of(connection)


def _number(revision: str) -> int:
    number = revision.partition(".")[0]
    return int(number) if number.isdecimal() else 0
