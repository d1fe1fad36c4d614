"""`python -m bot store`: the store as a whole, copied or backed up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from bot.config.settings import load_settings


@click.group()
def store() -> None:
    """Copies the store into another database, or makes a backup of it."""


@store.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copies everything from one store into another, empty one; each is written like DATABASE_URL.

    For a move from SQLite to PostgreSQL or back, and to restore a backup. Stop the bot first.
    """
    from bot.store.transfer import copy_store  # noqa: PLC0415 - it would slow down the other commands

    click.echo(f"store: copied {_listed(copy_store(source, target))}")


@store.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Writes a backup of the store into FILE, also while the bot runs; an older backup there is replaced."""
    from bot.store.transfer import back_up  # noqa: PLC0415 - it would slow down the other commands

    counts, noted = back_up(load_settings().database_url.get_secret_value(), file)
    click.echo(f"store: {file} has {_listed(counts)}")
    if noted:
        click.echo(f"  {noted} of the updates wait for the running bot's answer; in the backup they count as answered")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
