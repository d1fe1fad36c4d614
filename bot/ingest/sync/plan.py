"""What would change in a feed's folder. Nothing is written yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.ingest.duplicates.duplicate_index import Duplicate
from bot.ingest.feed.model import Entry, Feed
from bot.ingest.storage.state import EntryState, FeedState
from bot.ingest.sync.diff import DraftDiff


class EntryOutcome(StrEnum):
    """What can become of an entry."""

    NEW = "new"
    CORRECTED = "corrected"
    DUPLICATE = "duplicate"
    EDITED = "edited"
    REFUSED = "refused"
    POSTPONED = "later"
    UNCHANGED = "unchanged"

    @property
    def writes_file(self) -> bool:
        """Whether an article file is written."""
        return self in (EntryOutcome.NEW, EntryOutcome.CORRECTED)


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """What is to become of an entry, and its state from then on (None: as before).

    `path` is the file that will be written (new, corrected), or that has the article already (duplicate, edited).
    `data` are the bytes that will be in it; `before` is the digest of those that are there, None: no file may be there.
    """

    outcome: EntryOutcome
    entry: Entry
    state: EntryState | None = None
    path: Path | None = None
    data: bytes = b""
    before: str | None = None
    diff: DraftDiff | None = None
    duplicate: Duplicate | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would change: the plans of the entries in the feed's order, and the state of the feed but for its entries.

    `left` counts the new entries that are not looked at yet.
    """

    folder: Path
    state: FeedState
    feed: Feed
    entries: tuple[EntryPlan, ...]
    left: int

    @property
    def writes_files(self) -> bool:
        """Whether an article file is written."""
        return any(each.outcome.writes_file for each in self.entries)

    @property
    def is_complete(self) -> bool:
        """Whether all is done then of what the feed has now."""
        return not self.left and not any(each.outcome is EntryOutcome.POSTPONED for each in self.entries)
