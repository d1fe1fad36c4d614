"""`python -m bot migrate`: the store's tables, brought to this release's form or back to an older one's."""

from __future__ import annotations

import click

from bot.config.settings import load_settings


@click.command()
@click.option("--to", "revision", help="To this revision, such as 0001, instead of the newest.")
def migrate(revision: str | None) -> None:
    """Brings the tables of the store up to date, as the bot does when it starts unless MIGRATE is off.

    Back to an older revision, what that has no place for is deleted: make a backup first, and stop the bot.
    """
    # They would slow down the other commands.
    from bot.store.database import migrate_database  # noqa: PLC0415
    from bot.store.migration import NEWEST, revisions  # noqa: PLC0415

    known = revisions()
    chosen = NEWEST if revision is None else next((each for each in known if each.startswith(f"{revision}.")), revision)
    if chosen not in known:
        raise click.BadParameter(f"{revision} is none of {', '.join(known)}", param_hint="--to")
    before = migrate_database(load_settings().database_url.get_secret_value(), chosen)
    if before == chosen:
        click.echo(f"store: its tables are of revision {chosen} already")
    else:
        click.echo(f"store: its tables are of revision {chosen} now (before: {before or 'none'})")
