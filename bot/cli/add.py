"""`python -m bot add`: article files from a text, a Markdown file, a web page or a feed."""

from __future__ import annotations

import logging
import sys
import warnings
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.confirm import confirm
from bot.cli.draft_text import draft_text
from bot.cli.failures import FAILED, WRONG_USAGE
from bot.cli.output.paths import from_here
from bot.cli.output.printing import echo
from bot.config.errors import UnusableMaterial
from bot.config.settings import Settings, load_settings
from bot.ingest.extract.draft import extract_draft
from bot.ingest.extract.formats import is_feed
from bot.ingest.http.client import fetch
from bot.ingest.http.material import Material
from bot.ingest.parser_errors import refuse_unreadable
from bot.ingest.storage.articles import free_path, save
from content import Draft
from content.language import Language

_LANGUAGE = click.Choice([language.value for language in Language])


@click.command()
@click.argument("source", metavar="FILE|URL", required=False)
@click.option("--title", help="The headline.")
@click.option("--author", "authors", multiple=True, help="Who wrote it; once for each.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]), help="When, like 2024-10-25.")
@click.option("--url", help="The address at which it stands.")
@click.option("--publisher", help="The paper or the site; of a feed, of all its articles.")
@click.option("--language", type=_LANGUAGE, help="What it is written in; of a feed, all its articles.")
@click.option("--question", "questions", multiple=True, help="A sample question that it answers; once for each.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@click.option("--limit", type=click.IntRange(min=1), help="Of a feed: look at so many new entries at most.")
@click.option("--every", type=click.IntRange(min=1), metavar="MINUTES", help="Of a feed: go on looking; needs --yes.")
@click.option("--again", multiple=True, metavar="NAME", help="Of a feed: its version of an article that you edited.")
@click.option("--now", is_flag=True, help="Of a feed: ask for it though it wants to be left alone for some time.")
@click.option("--site", metavar="URL", help="Of a feed in a file: where it stands, if its links are relative.")
@click.option("--feeds", is_flag=True, help="Instead of FILE|URL: all feeds that the folder follows.")
def add(source: str | None, *, yes: bool, dry_run: bool, **options: Any) -> None:
    """Makes an article file of a text, a Markdown file or a web page; of a feed, one of each of its articles.

    Shows what was found in it; the options correct that, "" removes a value. A running bot takes the article up.
    A feed (RSS or Atom, a file or an address) gets a folder of its own, and is followed: the same command again takes
    up what is new in it and what was corrected. What you edited or deleted stays so.
    """
    settings = load_settings()
    _silence_libraries()
    of_feeds = {key: options.pop(key) for key in _OF_FEEDS}
    if (source is None) != of_feeds["feeds"]:
        raise click.UsageError("Give a file or an address, or --feeds.")
    if of_feeds["every"] and (not yes or dry_run):
        raise click.UsageError("--every writes without asking, so it needs --yes and no --dry-run.")
    material = None if source is None or _is_followed(source, settings) else _read_source(source)
    if source and material and not is_feed(material.data):
        _reject_options([f"--{key}" for key in _OF_FEEDS if of_feeds[key]], f"only for feeds, and {source} is none.")
        _add_article(material, settings, options, yes=yes, dry_run=dry_run)
        return
    given = [f"--{name}" for key, name in _OF_ARTICLES.items() if options[key]]
    _reject_options(given, "only for one article, and this is a feed.")
    from bot.cli.add_feed import FeedCommand, FeedOptions  # noqa: PLC0415 - the reader of feeds is loaded for feeds only

    del of_feeds["feeds"]
    command = FeedCommand(settings, FeedOptions(yes, dry_run, options["language"], options["publisher"], **of_feeds))
    if source is None:
        command.follow_all()
    else:
        command.follow(source, material)


_OF_FEEDS = ("limit", "every", "again", "now", "site", "feeds")
_OF_ARTICLES = {"title": "title", "authors": "author", "published": "published", "url": "url", "questions": "question"}


def _reject_options(given: list[str], why: str) -> None:
    if given:
        raise click.UsageError(f"{', '.join(given)}: {why}")


def _is_followed(source: str, settings: Settings) -> bool:
    from bot.ingest.sync.subscription import find_subscription  # noqa: PLC0415 - only adding needs it

    return "://" in source and find_subscription(source, settings.content_dir) is not None


def _add_article(
    material: Material, settings: Settings, corrections: dict[str, Any], *, yes: bool, dry_run: bool
) -> None:
    draft = _complete(_correct(extract_draft(material), **corrections))
    path = free_path(draft, settings.content_dir, settings.largest_article)
    echo(draft_text(draft, from_here(path)))
    if dry_run:
        return
    if not yes and not _is_terminal():
        echo("Nothing was written: --yes writes the file, --dry-run only shows what it would be.", err=True)
        sys.exit(WRONG_USAGE)
    if not yes and not confirm("Write it? (If not: n, then correct it with --title, --author, …)"):
        echo("Nothing was written.")
        sys.exit(FAILED)
    written = from_here(save(draft, settings.content_dir, settings.largest_article))
    echo(f'Written: {written}. A running bot takes it up by itself; otherwise: python -m bot ask "…"')


def _read_source(source: str) -> Material:
    if "://" in source:
        with refuse_unreadable(source):
            return fetch(source)
    try:
        return Material(Path(source).read_bytes(), Path(source).name)
    except OSError as error:
        mend = "check its name; a web address begins with https://"
        raise UnusableMaterial(f"{source}: it cannot be read ({error.strerror}); {mend}") from error


def _correct(
    draft: Draft, authors: tuple[str, ...], questions: tuple[str, ...], published: datetime | None, **lines: str | None
) -> Draft:
    """The draft with what was given on the command line; "" is given to remove a value."""
    given: dict[str, Any] = {key: line.strip() or None for key, line in lines.items() if line is not None}
    lists = {"authors": authors, "questions": questions}
    given |= {key: tuple(filter(None, map(str.strip, values))) for key, values in lists.items() if values}
    return replace(draft, **given, published=published.date() if published else draft.published)


def _complete(draft: Draft) -> Draft:
    """The draft with what it cannot do without, asked for at a terminal.

    Raises:
        UnusableMaterial: that is not known, and nobody is there to tell.
    """
    if not draft.title:
        draft = replace(draft, title=_prompt("title", '--title "…"'))
    if not draft.language:
        draft = replace(draft, language=_prompt("language", "--language de or --language en", _LANGUAGE))
    return draft


def _prompt(name: str, option: str, kind: click.Choice[str] | None = None) -> str:
    if not _is_terminal():
        raise UnusableMaterial(f"The {name} cannot be told; give it with {option}")
    return str(click.prompt(name.capitalize(), type=kind))


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _silence_libraries() -> None:
    """What these libraries log of a page that is none, our own errors say in one line."""
    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    warnings.filterwarnings("ignore", module="dateutil")  # of time zones in pages that it does not know
