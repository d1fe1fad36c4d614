"""`python -m bot add` of a feed: what would change is shown, then written; once, or every so many minutes."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from bot.adding import Material, is_feed
from bot.cli.failures import FAILED, WRONG_USAGE
from bot.cli.feed_text import sight_text
from bot.cli.output.paths import from_here
from bot.config.errors import BotError, UnusableMaterial
from bot.config.settings import Settings
from bot.feeds.asking import Asking
from bot.feeds.decision import Outcome
from bot.feeds.followed import OF_A_FILE, Followed, all_followed, followed_at, newly_followed
from bot.feeds.lock import alone_in
from bot.feeds.looking import Gathered, Sight, Wish, gather, received, weigh
from bot.feeds.shelf import shelf_of
from bot.feeds.taking_up import take_up
from bot.messages.texts import Texts
from content import ArticleFault, ContentError, InvalidArticles


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """How a feed is taken up. `every` is in minutes, None: once; `now`: also when its server wants to be left alone."""

    yes: bool
    dry_run: bool
    every: int | None
    now: bool
    wish: Wish


class FeedCommand:
    """Feeds looked at for a person at a terminal, or for nobody there."""

    def __init__(self, settings: Settings, texts: Texts, options: FeedOptions) -> None:
        self._folder = settings.content_dir
        self._index = settings.index_folder
        self._texts = texts
        self._options = options
        if not self._folder.is_dir():
            mend = "create it or set CONTENT_DIR"
            raise InvalidArticles([ArticleFault(self._folder, None, "there is no such folder", mend)])

    def known(self, address: str) -> Followed | None:
        """The feed of this address, if it is followed already."""
        return followed_at(address, self._folder)

    def follow(self, source: str, first: Material | None) -> None:
        """Takes up the feed of an address or a file; `first` is how it came, None: it is still to be asked for."""
        address = source if "://" in source else f"{OF_A_FILE}{source}"
        followed = self.known(address)
        if first:
            self._take(followed, first, address, Asking(_progress))
        elif followed and self._options.every:
            self._each([followed])  # what fails now may succeed next time
        elif followed:
            self._ask(followed)
        if self._options.every:
            self._go_on(address)

    def follow_all(self) -> None:
        """Takes up all feeds that the folder follows. Ends with exit code 1 when one of them could not be."""
        followed = all_followed(self._folder)
        if not followed:
            raise UnusableMaterial(self._texts("feed-none"))
        good = self._each(followed)
        if self._options.every:
            self._go_on(None)
        if not good:
            sys.exit(FAILED)

    def _go_on(self, address: str | None) -> None:
        """Looks again every so many minutes, until it is interrupted."""
        while True:
            try:
                time.sleep(60 * (self._options.every or 0))
                known = all_followed(self._folder) if address is None else [self.known(address)]
                self._each([each for each in known if each and not each.wait_until(datetime.now(UTC))])
            except (BotError, ContentError) as error:
                _tell(error)
            except KeyboardInterrupt:
                return

    def _each(self, feeds: Iterable[Followed]) -> bool:
        good = True
        for followed in feeds:
            try:
                self._ask(followed)
            except (BotError, ContentError) as error:
                good = False
                _tell(error)
        return good

    def _ask(self, followed: Followed) -> None:
        now = datetime.now(UTC)
        title = followed.memory.title or followed.memory.address
        if (until := followed.wait_until(now)) and not self._options.now:
            time_of_day = f"{until.astimezone():%Y-%m-%d %H:%M}"
            click.echo(self._texts("feed-not-due", title=title, time=time_of_day))
            return
        asking = Asking(_progress)
        material = followed.asked(asking, now, anew=bool(self._options.wish.again))
        if material.unchanged:
            if not self._options.dry_run:
                followed.rests(now)
            click.echo(self._texts("feed-unchanged", title=title))
            return
        if not is_feed(material.data):
            raise UnusableMaterial(f"{material.name}: there is no feed any more; look at it in a browser")
        self._take(followed, material, followed.memory.address, asking)

    def _take(self, followed: Followed | None, material: Material, address: str, asking: Asking) -> None:
        came = received(material, datetime.now(UTC))
        followed = followed or newly_followed(address, came.feed, self._folder)
        gathered = gather(followed, came, self._options.wish, asking)
        if self._options.dry_run:
            self._shown(gathered)
            return
        with alone_in(self._folder):
            sight = self._shown(gathered)
            if _has_something(sight):
                self._ask_to_write()
            written = take_up(sight)
        if written:
            click.echo(self._texts("feed-written", count=written, folder=from_here(sight.folder)))

    def _shown(self, gathered: Gathered) -> Sight:
        sight = weigh(gathered, lambda: shelf_of(self._folder, self._index))
        click.echo(sight_text(sight, self._texts))
        return sight

    def _ask_to_write(self) -> None:
        if self._options.yes:
            return
        if not sys.stdin.isatty():
            click.echo(self._texts("add-say-yes"), err=True)
            sys.exit(WRONG_USAGE)
        if not click.confirm(self._texts("feed-confirm"), default=True):
            click.echo(self._texts("add-not-written"))
            sys.exit(FAILED)


def _has_something(sight: Sight) -> bool:
    return any(each.outcome in (Outcome.NEW, Outcome.CORRECTED) for each in sight.decisions)


def _progress(address: str) -> None:
    """What is fetched now, for a person who waits."""
    if sys.stderr.isatty():
        click.echo(f"… {address}", err=True)


def _tell(error: Exception) -> None:
    for line in str(error).splitlines():
        click.echo(f"{click.style('error:', fg='red')} {line}", err=True)
