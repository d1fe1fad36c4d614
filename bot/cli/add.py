"""`python -m bot add`: article files from a text, a Markdown file, a web page or a feed."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.adding import Material, draft_of, fetch, free_path, is_feed, save
from bot.cli.draft_text import draft_text
from bot.cli.failures import FAILED, WRONG_USAGE
from bot.cli.output.paths import from_here
from bot.config.errors import UnusableMaterial
from bot.config.settings import Settings, load_settings
from bot.messages.texts import Catalogue, Texts
from content import Draft
from content.language import Language

if TYPE_CHECKING:
    from bot.cli.add_feed import FeedCommand

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
@click.option("--feeds", is_flag=True, help="Instead of FILE|URL: all feeds that the folder follows.")
def add(source: str | None, *, yes: bool, dry_run: bool, **options: Any) -> None:
    """Makes an article file of a text, a Markdown file or a web page; of a feed, one of each of its articles.

    Shows what was found in it; the options correct that, "" removes a value. A running bot takes the article up.
    A feed (RSS or Atom, a file or an address) gets a folder of its own, and is followed: the same command again takes
    up what is new in it and what was corrected. What you edited or deleted stays so.
    """
    settings = load_settings()
    texts = Catalogue()[settings.language]
    _quieten()
    of_feeds = {key: options.pop(key) for key in _OF_FEEDS}
    if (source is None) != of_feeds["feeds"]:
        raise click.UsageError("Give a file or an address, or --feeds.")
    if of_feeds["every"] and (not yes or dry_run):
        raise click.UsageError("--every writes without asking, so it needs --yes and no --dry-run.")
    material = None if source is None or _is_followed(source, settings) else _material(source)
    if source and material and not is_feed(material.data):
        _refuse([f"--{key}" for key in _OF_FEEDS if of_feeds[key]], f"only for feeds, and {source} is none.")
        _add_article(material, settings, texts, options, yes=yes, dry_run=dry_run)
        return
    given = [f"--{name}" for key, name in _OF_ARTICLES.items() if options[key]]
    _refuse(given, "only for one article, and this is a feed.")
    command = _feed_command(settings, texts, {**options, **of_feeds}, yes=yes, dry_run=dry_run)
    if source is None:
        command.follow_all()
    else:
        command.follow(source, material)


_OF_FEEDS = ("limit", "every", "again", "now", "feeds")
_OF_ARTICLES = {"title": "title", "authors": "author", "published": "published", "url": "url", "questions": "question"}


def _refuse(given: list[str], why: str) -> None:
    if given:
        raise click.UsageError(f"{', '.join(given)}: {why}")


def _is_followed(source: str, settings: Settings) -> bool:
    from bot.feeds.followed import followed_at  # noqa: PLC0415 - only adding needs it

    return "://" in source and followed_at(source, settings.content_dir) is not None


def _feed_command(
    settings: Settings, texts: Texts, options: dict[str, Any], *, yes: bool, dry_run: bool
) -> FeedCommand:
    from bot.cli.add_feed import FeedCommand, FeedOptions  # noqa: PLC0415 - the reader of feeds is loaded for feeds only
    from bot.feeds.drafting import Given  # noqa: PLC0415
    from bot.feeds.looking import Wish  # noqa: PLC0415

    given = Given(options["language"], options["publisher"])
    names = frozenset(name.removesuffix(".md") for name in options["again"])
    wish = Wish(given, options["limit"], names)
    return FeedCommand(settings, texts, FeedOptions(yes, dry_run, options["every"], options["now"], wish))


def _add_article(
    material: Material, settings: Settings, texts: Texts, corrections: dict[str, Any], *, yes: bool, dry_run: bool
) -> None:
    draft = _completed(_corrected(draft_of(material), **corrections), texts)
    path = free_path(draft, settings.content_dir)
    click.echo(draft_text(draft, from_here(path), texts))
    if dry_run:
        return
    if not yes and not _is_terminal():
        click.echo(texts("add-say-yes"), err=True)
        sys.exit(WRONG_USAGE)
    if not yes and not click.confirm(texts("add-confirm"), default=True):
        click.echo(texts("add-not-written"))
        sys.exit(FAILED)
    click.echo(texts("add-written", path=from_here(save(draft, settings.content_dir))))


def _material(source: str) -> Material:
    if "://" in source:
        return fetch(source)
    try:
        return Material(Path(source).read_bytes(), Path(source).name)
    except OSError as error:
        mend = "check its name; a web address begins with https://"
        raise UnusableMaterial(f"{source}: it cannot be read ({error.strerror}); {mend}") from error


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
