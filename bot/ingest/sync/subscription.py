"""Subscriptions: feeds that the content folder follows, where their articles are, and when to fetch them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import getproxies

from bot.config.errors import BrokenMemory, NotNow
from bot.ingest.feed.model import Feed
from bot.ingest.http.material import Material
from bot.ingest.http.network import is_private
from bot.ingest.http.polite_client import PoliteClient
from bot.ingest.http.urls import canonical_url
from bot.ingest.storage.state import STATE_FILE, FeedState, feed_states, write_state
from content.article_file import slug_from

# A feed in a file has no address; this stands before what names it.
FILE_SCHEME = "file:"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed with the folder of its articles and its state."""

    folder: Path
    state: FeedState

    def next_fetch(self, now: datetime) -> datetime | None:
        """When its server may be asked again; None: now."""
        return self.state.not_before if self.state.not_before and self.state.not_before > now else None

    def fetch(self, client: PoliteClient, now: datetime, *, anew: bool = False) -> Material:
        """The feed as its server has it; without bytes (`Material.unchanged`) when it has nothing new.

        `anew`: also when it has nothing new. When the server asks to be left alone for some time, that is remembered.

        Raises:
            Unfetchable: it cannot be had.
        """
        validators = {"If-None-Match": self.state.etag, "If-Modified-Since": self.state.modified}
        headers = {name: value for name, value in validators.items() if value and not anew}
        try:
            return client.fetch(self.state.address, headers=headers, public_only=self._is_public_only)
        except NotNow as error:
            self._defer(error.seconds or 0, now)
            raise

    @property
    def _is_public_only(self) -> bool:
        """Whether it may not lead into a private network: it is in none itself, and no proxy stands between."""
        known = self.state.is_private
        return not getproxies() and not (is_private(self.state.address) if known is None else known)

    def defer(self, now: datetime) -> None:
        """Remembers that the feed was asked now."""
        self._defer(self.state.pause, now)

    def _defer(self, pause: float, now: datetime) -> None:
        if pause and (self.folder / STATE_FILE).exists():
            write_state(self.folder, self.state.model_copy(update={"not_before": _after(pause, now)}))


def find_subscription(address: str, content_dir: Path) -> Subscription | None:
    """The feed of this address, if the content folder follows it. Raises BrokenMemory as `feed_states` does."""
    wanted = canonical_url(address)
    found = (Subscription(folder, state) for folder, state in feed_states(content_dir))
    return next((each for each in found if canonical_url(each.state.address) == wanted), None)


def subscriptions(content_dir: Path, report: Callable[[BrokenMemory], object]) -> tuple[Subscription, ...]:
    """The feeds that the content folder follows, but for those that came from files; `report` is told of those of which
    the state is broken."""
    found = (Subscription(folder, state) for folder, state in feed_states(content_dir, report))
    return tuple(each for each in found if not each.state.address.startswith(FILE_SCHEME))


def new_subscription(address: str, feed: Feed, content_dir: Path) -> Subscription:
    """A feed that is not followed yet, with a folder of its own to be, named by its title."""
    host = address.partition("://")[2].partition("/")[0]
    name = slug_from(feed.title or "") or slug_from(host) or "feed"
    names = (name if number == 1 else f"{name}-{number}" for number in range(1, 10_000))
    folder = next(content_dir / each for each in names if _is_free(content_dir / each))
    return Subscription(folder, FeedState(address=address))


def http_state(material: Material, feed: Feed, now: datetime) -> Mapping[str, Any]:
    """What the server and the feed say of when and how to ask again, as values of a `FeedState`."""
    pause = feed.seconds_between if material.url else 0
    return {
        "etag": material.headers.get("etag"),
        "modified": material.headers.get("last-modified"),
        "pause": pause,
        "not_before": _after(pause, now),
    }


def _after(pause: float, now: datetime) -> datetime | None:
    return (now + timedelta(seconds=pause)).replace(microsecond=0) if pause else None


def _is_free(folder: Path) -> bool:
    """Whether no other feed has it. One without a state may be that of this feed, whose state an editor deleted."""
    return not (folder / STATE_FILE).exists() and (folder.is_dir() or not folder.exists())
