"""Looks at a feed, and tells what would change in its folder. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.ingest.duplicates.boilerplate import Sample, boilerplate
from bot.ingest.duplicates.index import Shelf
from bot.ingest.feed.model import Entry, Feed
from bot.ingest.feed.parser import feed_of
from bot.ingest.http.client import is_private
from bot.ingest.http.material import Material
from bot.ingest.http.polite import Asking
from bot.ingest.storage.drafts import draft_at
from bot.ingest.storage.state import Memory, Record
from bot.ingest.sync.drafts import Given, Page, Refusal, drafted
from bot.ingest.sync.entries import KnownEntries, State, own_addresses
from bot.ingest.sync.plan import Decision, Outcome
from bot.ingest.sync.planner import Deciding, Drafted
from bot.ingest.sync.subscription import Followed, told_by
from content import Draft


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor asks for.

    `given` is said of all articles; `limit` is the most new entries that are looked at. Of the articles `again` (names
    of files without ".md") the feed's version is taken, whatever became of their files.
    """

    given: Given = field(default_factory=Given)
    limit: int | None = None
    again: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Received:
    """A feed as it came, and when."""

    material: Material
    feed: Feed
    now: datetime


@dataclass(frozen=True, slots=True)
class Gathered:
    """A feed with the drafts of its entries, as they are before they are compared.

    `memory` is what will be remembered but for its entries; `left` counts the new entries beyond the limit.
    """

    folder: Path
    memory: Memory
    feed: Feed
    drafts: tuple[Drafted, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What would change: a decision an entry, in the feed's order."""

    folder: Path
    memory: Memory
    feed: Feed
    decisions: tuple[Decision, ...]
    left: int

    @property
    def is_complete(self) -> bool:
        """Whether all was done of what the feed has now."""
        return not self.left and not any(each.outcome is Outcome.POSTPONED for each in self.decisions)


def received(material: Material, now: datetime) -> Received:
    """The feed that came.

    Raises:
        UnusableMaterial: it cannot be read as one.
    """
    return Received(material, feed_of(material, now), now)


def gather(followed: Followed, received: Received, wish: Wish, asking: Asking) -> Gathered:
    """The feed with its articles' drafts. Fetches the pages of entries that have but a teaser."""
    feed, material = received.feed, received.material
    memory = followed.memory
    given = Given(wish.given.language or memory.language, wish.given.publisher or memory.publisher)
    known = KnownEntries(memory, followed.folder)
    drafting = _Drafting(known, _page(memory.address, asking), given, wish.again)
    addresses = own_addresses(feed)
    records = [(entry, known.record(entry, addresses.get(entry.id))) for entry in feed.entries]
    new = [entry.id for entry, record in records if record is None]
    beyond = frozenset(new[wish.limit :] if wish.limit is not None else ())
    drafts = [
        drafting(entry, addresses.get(entry.id), record)
        for entry, record in records
        if record or entry.id not in beyond
    ]
    told = {"title": feed.title, "language": given.language, "publisher": given.publisher}
    after = memory.model_copy(update={**told, **told_by(material, feed, received.now)})
    return Gathered(followed.folder, after, feed, tuple(drafts), len(beyond))


def weigh(gathered: Gathered, shelf: Callable[[], Shelf]) -> Sight:
    """What would become of the entries in a library that has these articles."""
    drafts = [each.draft for each in gathered.drafts if isinstance(each.draft, Draft)]
    repeated = boilerplate([Sample(draft.text, draft.title or "", draft.authors) for draft in drafts])
    memory = gathered.memory.model_copy(
        update={"boilerplate": tuple(sorted({*gathered.memory.boilerplate, *repeated}))}
    )
    known = KnownEntries(memory, gathered.folder)
    deciding = Deciding(gathered.folder, known, shelf, memory.boilerplate)
    return Sight(gathered.folder, memory, gathered.feed, tuple(map(deciding, gathered.drafts)), gathered.left)


def _page(feed: str, asking: Asking) -> Page:
    """Fetches pages of the feed of this address: those of the public internet, and where the editor named a server of a
    private network, those of this server."""
    neighbour = feed if is_private(feed) else None
    return lambda address: asking(address, guarded=True, neighbour=neighbour)


@dataclass(frozen=True, slots=True)
class _Drafting:
    """Drafts entries; a page is fetched only for what is new or was changed."""

    known: KnownEntries
    page: Page
    given: Given
    again: frozenset[str]

    def __call__(self, entry: Entry, address: str | None, record: Record | None) -> Drafted:
        path = self.known.path(record) if record else None
        forced = path is not None and path.stem in self.again
        return Drafted(entry, address, record, self._draft(entry, record, forced=forced), forced)

    def _draft(self, entry: Entry, record: Record | None, *, forced: bool) -> Draft | Refusal | None:
        if record is None or forced:
            return drafted(entry, self.page, self.given)
        path = self.known.path(record)
        if path and self.known.state(record) is not State.AS_WRITTEN:
            return None
        if record.seen != entry.digest:
            return drafted(entry, self.page, self.given)
        # As it was written: what repeats may have been found since.
        return draft_at(path) if path else None
