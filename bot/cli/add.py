"""`python -m bot add`: an article file from a text, a Markdown file or a web page."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.adding import Material, draft_of, fetch, free_path, save
from bot.cli.draft_text import draft_text
from bot.cli.failures import FAILED, WRONG_USAGE
from bot.errors import UnusableMaterial
from bot.settings import load_settings
from bot.texts import Catalogue, Texts
from content import Draft
from content.language import Language

_LANGUAGE = click.Choice([language.value for language in Language])


@click.command()
@click.argument("source", metavar="FILE|URL")
@click.option("--title", help="The headline.")
@click.option("--author", "authors", multiple=True, help="Who wrote it; once for each.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]), help="When, like 2024-10-25.")
@click.option("--url", help="The address at which it stands.")
@click.option("--publisher", help="The paper or the site.")
@click.option("--language", type=_LANGUAGE, help="What it is written in.")
@click.option("--question", "questions", multiple=True, help="A sample question that it answers; once for each.")
@click.option("--yes", is_flag=True, help="Write the file without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what it would be.")
def add(source: str, *, yes: bool, dry_run: bool, **corrections: Any) -> None:
    """Makes an article file of a text, a Markdown file or a web page.

    Shows what was found in it; the options correct that, "" removes a value. A running bot takes the article up.
    """
    settings = load_settings()
    texts = Catalogue()[settings.language]
    _quieten()
    draft = _completed(_corrected(draft_of(_material(source)), **corrections), texts)
    path = free_path(draft, settings.content_dir)
    click.echo(draft_text(draft, _from_here(path), texts))
    if dry_run:
        return
    if not yes and not _is_terminal():
        click.echo(texts("add-say-yes"), err=True)
        sys.exit(WRONG_USAGE)
    if not yes and not click.confirm(texts("add-confirm"), default=True):
        click.echo(texts("add-not-written"))
        sys.exit(FAILED)
    click.echo(texts("add-written", path=_from_here(save(draft, settings.content_dir))))


def _material(source: str) -> Material:
    if "://" in source:
        return fetch(source)
    try:
        return Material(Path(source).read_bytes(), Path(source).name)
    except OSError as error:
        mend = "check its name; a web address begins with https://"
        raise UnusableMaterial(f"{source}: it cannot be read ({error.strerror}); {mend}") from error


def _from_here(path: Path) -> str:
    """The path as it is written from the working directory."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


def _corrected(
    draft: Draft, authors: tuple[str, ...], questions: tuple[str, ...], published: datetime | None, **lines: str | None
) -> Draft:
    """The draft with what was given on the command line; "" is given to remove a value."""
    given: dict[str, Any] = {key: line.strip() or None for key, line in lines.items() if line is not None}
    lists = {"authors": authors, "questions": questions}
    given |= {key: tuple(filter(None, map(str.strip, values))) for key, values in lists.items() if values}
    return replace(draft, **given, published=published.date() if published else draft.published)


def _completed(draft: Draft, texts: Texts) -> Draft:
    """The draft with what it cannot do without, asked for at a terminal.

    Raises:
        UnusableMaterial: that is not known, and nobody is there to tell.
    """
    if not draft.title:
        draft = replace(draft, title=_asked("title", texts))
    if not draft.language:
        draft = replace(draft, language=_asked("language", texts, _LANGUAGE))
    return draft


def _asked(key: str, texts: Texts, kind: click.Choice[str] | None = None) -> str:
    if not _is_terminal():
        raise UnusableMaterial(texts(f"add-no-{key}"))
    return str(click.prompt(texts(f"draft-{key}"), type=kind))


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _quieten() -> None:
    """What these libraries log of a page that is none, our own errors say in one line."""
    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
