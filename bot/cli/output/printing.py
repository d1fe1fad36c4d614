"""Lines for a person at a terminal: nothing that a stranger wrote into them reaches the terminal as a command."""

from __future__ import annotations

import click

from bot.config.control_characters import visible


def echo(text: str, *, err: bool = False) -> None:
    """Prints the text, control characters made visible; `err`: on standard error."""
    click.echo(visible(text), err=err)


def echo_error(text: str) -> None:
    """Prints the text on standard error, each line as an error."""
    for line in text.splitlines():
        echo(f"{click.style('error:', fg='red')} {line}", err=True)
