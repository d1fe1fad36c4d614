"""The command line: `python -m bot`. Exit codes: 0 good, 1 the thing asked for failed, 2 wrong usage."""

from __future__ import annotations

import gc

import click

from bot.cli.add import add
from bot.cli.ask import ask
from bot.cli.check import check
from bot.cli.evaluation.evaluate import evaluate
from bot.cli.failures import FailingGroup
from bot.cli.migrate import migrate
from bot.cli.preview import preview
from bot.cli.run import run_in_telegram
from bot.cli.store import store
from bot.config.version import version

# Python looks for cycles whenever so many more objects have been made, by default 700. A long article is read into
# hundreds of thousands that are in none: a quarter of the time would go into looking.
_OBJECTS_BEFORE_COLLECTION = 50_000


def _version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    # Not click's own option: that wants to know it at every command, and git has to be asked for it.
    if is_asked and not context.resilient_parsing:
        click.echo(f"Belegbot {version()}")
        context.exit()


@click.group(cls=FailingGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which it is.")
@click.option("--polling", "mode", flag_value="polling", help="Ask Telegram for updates, even if WEBHOOK_URL is set.")
@click.option("--webhook", "mode", flag_value="webhook", help="Be posted to by Telegram; needs WEBHOOK_URL.")
@click.pass_context
def main(context: click.Context, mode: str | None) -> None:
    """Answers questions about articles with quotes from them.

    Without a command: runs in Telegram, by webhook if WEBHOOK_URL is set and by polling otherwise. Settings come from
    the environment or from a file .env; docs/operators.md lists them.
    """
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    if context.invoked_subcommand is None:
        run_in_telegram(mode)


main.add_command(add)
main.add_command(ask)
main.add_command(check)
main.add_command(evaluate)
main.add_command(migrate)
main.add_command(preview)
main.add_command(store)

__all__ = ["main"]
