"""`python -m bot add` of a feed: what would change is shown, then written; once, or every so many minutes."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from bot.cli.confirm import confirm
from bot.cli.failures import FAILED, WRONG_USAGE
from bot.cli.feed_text import count_of, plan_text
from bot.cli.output.paths import from_here
from bot.cli.output.printing import echo, echo_error
from bot.config.errors import BotError, BrokenMemory, UnusableMaterial
from bot.config.settings import Settings
from bot.ingest.duplicates.duplicate_index import load_index
from bot.ingest.extract.formats import is_feed
from bot.ingest.http.material import Material
from bot.ingest.http.polite_client import PoliteClient
from bot.ingest.parser_errors import refuse_unreadable
from bot.ingest.storage.lock import lock_folder
from bot.ingest.sync.apply import apply_plan
from bot.ingest.sync.entry_draft import Overrides
from bot.ingest.sync.feed_drafts import DraftOptions, FeedDrafts, FeedSnapshot, draft_entries
from bot.ingest.sync.plan import Plan
from bot.ingest.sync.planner import make_plan
from bot.ingest.sync.subscription import FILE_SCHEME, Subscription, find_subscription, new_subscription, subscriptions
from content import ContentError
from content.files import check_folder


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """How a feed is taken up, by the names of the options.

    `every` is in minutes, None: once; `now`: also when its server wants to be left alone; `again` are names of files.
    `site` is where a feed in a file stands, to which its links are relative.
    """

    yes: bool
    dry_run: bool
    language: str | None
    publisher: str | None
    limit: int | None
    every: int | None
    again: tuple[str, ...]
    now: bool
    site: str | None

    def drafts(self, largest: int) -> DraftOptions:
        """What of it drafts depend on; articles have `largest` MB at most."""
        names = frozenset(name.removesuffix(".md") for name in self.again)
        return DraftOptions(Overrides(self.language, self.publisher), self.limit, names, largest)


class FeedCommand:
    """Feeds looked at for a person at a terminal, or for nobody there."""

    def __init__(self, settings: Settings, options: FeedOptions) -> None:
        self._folder = settings.content_dir
        self._index = settings.index_folder
        self._largest = settings.largest_article
        self._options = options
        check_folder(self._folder)

    def follow(self, source: str, first: Material | None) -> None:
        """Takes up the feed of an address or a file; `first` is how it came, None: it is still to be asked for."""
        address = source if "://" in source else f"{FILE_SCHEME}{source}"
        subscription = find_subscription(address, self._folder)
        if first:
            self._apply(subscription, first, address, PoliteClient(_progress))
        elif subscription and self._options.every:
            self._sync_each([subscription])  # what fails now may succeed next time
        elif subscription:
            self._sync(subscription)
        if self._options.every:
            self._repeat(address)

    def follow_all(self) -> None:
        """Takes up all feeds that the folder follows. Ends with exit code 1 when one of them could not be."""
        broken: list[BrokenMemory] = []
        feeds = subscriptions(self._folder, broken.append)
        for error in broken:  # the others are taken up all the same
            _print_error(error)
        if not feeds and not broken:
            raise UnusableMaterial("This folder follows no feed; to begin with one: python -m bot add ADDRESS")
        good = self._sync_each(feeds)
        if self._options.every:
            self._repeat(None)
        if broken or not good:
            sys.exit(FAILED)

    def _repeat(self, address: str | None) -> None:
        """Looks again every so many minutes, until it is interrupted."""
        while True:
            try:
                time.sleep(60 * (self._options.every or 0))
                self._sync_each([each for each in self._known(address) if not each.next_fetch(datetime.now(UTC))])
            except (BotError, ContentError) as error:
                _print_error(error)
            except KeyboardInterrupt:
                return

    def _known(self, address: str | None) -> Sequence[Subscription]:
        """The feed of this address, or all; told of those that cannot be read."""
        if address is None:
            return subscriptions(self._folder, _print_error)
        found = find_subscription(address, self._folder)
        return [found] if found else []

    def _sync_each(self, feeds: Iterable[Subscription]) -> bool:
        good = True
        for feed in feeds:
            try:
                with refuse_unreadable(feed.state.address):
                    self._sync(feed)
            except (BotError, ContentError) as error:
                good = False
                _print_error(error)
        return good

    def _sync(self, feed: Subscription) -> None:
        now = datetime.now(UTC)
        title = feed.state.title or feed.state.address
        if (until := feed.next_fetch(now)) and not self._options.now:
            time_of_day = f"{until.astimezone():%Y-%m-%d %H:%M}"
            echo(f"{title}: its server wants to be asked again at {time_of_day}; --now asks all the same.")
            return
        client = PoliteClient(_progress)
        material = feed.fetch(client, now, anew=bool(self._options.again))
        if material.unchanged:
            if not self._options.dry_run:
                feed.defer(now)
            echo(f"{title}: nothing new.")
            return
        if not is_feed(material.data):
            raise UnusableMaterial(f"{material.name}: there is no feed any more; look at it in a browser")
        self._apply(feed, material, feed.state.address, client)

    def _apply(self, subscription: Subscription | None, material: Material, address: str, client: PoliteClient) -> None:
        snapshot = self._snapshot(subscription, material)
        subscription = subscription or new_subscription(address, snapshot.feed, self._folder)
        drafts = draft_entries(subscription, snapshot, self._options.drafts(self._largest), client)
        if self._options.dry_run:
            self._show_plan(drafts)
            return
        with lock_folder(self._folder):
            plan = self._show_plan(drafts)
            if plan.writes_files:
                self._confirm()
            written = apply_plan(plan)
        if written:
            files = count_of(written, "file", "files")
            echo(f"Written: {files} in {from_here(plan.folder)}. A running bot takes them up by itself.")

    def _snapshot(self, subscription: Subscription | None, material: Material) -> FeedSnapshot:
        """The feed; of one in a file, with the address that its links need."""
        site = self._options.site or (subscription.state.site if subscription else None)
        snapshot = FeedSnapshot.parse(material, datetime.now(UTC), site)
        if site or not snapshot.feed.needs_address or self._options.yes or not sys.stdin.isatty():
            return snapshot
        site = click.prompt(
            "Its links lack the address of the site. Address of the feed", default="", show_default=False
        )
        return FeedSnapshot.parse(material, snapshot.time, site or None)

    def _show_plan(self, drafts: FeedDrafts) -> Plan:
        plan = make_plan(drafts, lambda: load_index(self._folder, self._index, self._largest))
        echo(plan_text(plan))
        return plan

    def _confirm(self) -> None:
        if self._options.yes:
            return
        if not sys.stdin.isatty():
            echo("Nothing was written: --yes writes the files, --dry-run only shows what would be.", err=True)
            sys.exit(WRONG_USAGE)
        if not confirm("Write it?"):
            echo("Nothing was written.")
            sys.exit(FAILED)


def _progress(address: str) -> None:
    """What is fetched now, for a person who waits."""
    if sys.stderr.isatty():
        echo(f"… {address}", err=True)


def _print_error(error: Exception) -> None:
    echo_error(str(error))
