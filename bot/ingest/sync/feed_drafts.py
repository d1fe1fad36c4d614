"""The drafts of a feed's entries; the pages of those that have but a teaser are fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.ingest.feed.model import Entry, Feed
from bot.ingest.feed.parser import parse_feed
from bot.ingest.http.material import Material
from bot.ingest.http.network import is_private
from bot.ingest.http.polite_client import PoliteClient
from bot.ingest.storage.articles import read_draft
from bot.ingest.storage.state import EntryState, FeedState
from bot.ingest.sync.entries import EntryStates, FileState, unique_addresses
from bot.ingest.sync.entry_draft import EntryDraft, Overrides, Rejection, draft_entry
from bot.ingest.sync.subscription import Subscription, http_state
from content import LARGEST_ARTICLE, Draft


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """What the editor asks for.

    `overrides` are said of all articles; `limit` is the most new entries that are looked at. Of the articles `forced`
    (names of files without ".md") the feed's version is taken, whatever became of their files. One of more than
    `largest` MB is left out.
    """

    overrides: Overrides = field(default_factory=Overrides)
    limit: int | None = None
    forced: frozenset[str] = frozenset()
    largest: int = LARGEST_ARTICLE


@dataclass(frozen=True, slots=True)
class FeedSnapshot:
    """A feed as it came, and when. `site` is where one in a file stands, as the editor says."""

    material: Material
    feed: Feed
    time: datetime
    site: str | None = None

    @classmethod
    def parse(cls, material: Material, time: datetime, site: str | None = None) -> FeedSnapshot:
        """The feed that came at this time.

        Raises:
            UnusableMaterial: it cannot be read as one.
        """
        return cls(material, parse_feed(replace(material, url=material.url or site), time), time, site)


@dataclass(frozen=True, slots=True)
class FeedDrafts:
    """A feed with the drafts of its entries, as they are before they are compared.

    `state` is the feed's from now on, but for its entries; `left` counts the new entries beyond the limit.
    """

    folder: Path
    state: FeedState
    feed: Feed
    entries: tuple[EntryDraft, ...]
    left: int


def draft_entries(
    subscription: Subscription, snapshot: FeedSnapshot, options: DraftOptions, client: PoliteClient
) -> FeedDrafts:
    """The drafts of the feed's entries. Fetches the pages of entries that have but a teaser."""
    feed, state = snapshot.feed, subscription.state
    overrides = Overrides(options.overrides.language or state.language, options.overrides.publisher or state.publisher)
    private = _is_private(state, snapshot)
    states = EntryStates(state, subscription.folder)
    fetch_page = page_fetcher(snapshot.site or state.address, client, is_private=private)
    drafter = _Drafter(states, fetch_page, overrides, options.forced, options.largest)
    addresses = unique_addresses(feed)
    known = [(entry, states.find(entry, addresses.get(entry.id))) for entry in feed.entries]
    new = [entry.id for entry, entry_state in known if entry_state is None]
    beyond = frozenset(new[options.limit :] if options.limit is not None else ())
    drafts = [
        drafter.draft(entry, addresses.get(entry.id), entry_state)
        for entry, entry_state in known
        if entry_state or entry.id not in beyond
    ]
    values = {
        "title": feed.title,
        "site": snapshot.site,
        "is_private": private,
        "language": overrides.language,
        "publisher": overrides.publisher,
    }
    after = state.model_copy(update={**values, **http_state(snapshot.material, feed, snapshot.time)})
    return FeedDrafts(subscription.folder, after, feed, tuple(drafts), len(beyond))


def _is_private(state: FeedState, snapshot: FeedSnapshot) -> bool:
    """Whether the editor named a server of a private network. It is decided once: whoever owns the name of a public one
    may let it lead elsewhere later."""
    if state.is_private is not None and state.site == snapshot.site:
        return state.is_private
    return is_private(snapshot.site) if snapshot.site else snapshot.material.is_private


def page_fetcher(feed: str, client: PoliteClient, *, is_private: bool) -> Callable[[str], Material]:
    """Fetches pages of the feed of this address: those of the public internet, and where that is a server of a private
    network, those of this server."""
    allowed_origin = feed if is_private else None
    return lambda address: client.fetch(address, public_only=True, allowed_origin=allowed_origin)


@dataclass(frozen=True, slots=True)
class _Drafter:
    """Drafts entries; a page is fetched only for what is new or was changed."""

    states: EntryStates
    fetch_page: Callable[[str], Material]
    overrides: Overrides
    forced: frozenset[str]
    largest: int

    def draft(self, entry: Entry, address: str | None, state: EntryState | None) -> EntryDraft:
        path = self.states.path(state) if state else None
        forced = path is not None and path.stem in self.forced
        return EntryDraft(entry, address, state, self._draft(entry, state, forced=forced), forced)

    def _draft(self, entry: Entry, state: EntryState | None, *, forced: bool) -> Draft | Rejection | None:
        if state is None or forced:
            return draft_entry(entry, self.fetch_page, self.overrides, self.largest)
        path = self.states.path(state)
        if path and self.states.file_state(state) is not FileState.UNMODIFIED:
            return None
        if state.seen != entry.digest:
            return draft_entry(entry, self.fetch_page, self.overrides, self.largest)
        # As it was written: what repeats may have been found since.
        return read_draft(path) if path else None
