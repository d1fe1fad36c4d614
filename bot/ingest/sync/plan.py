"""What is to become of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.ingest.duplicates.index import Likeness
from bot.ingest.feed.model import Entry
from bot.ingest.storage.state import Record
from bot.ingest.sync.diff import Changes


class Outcome(StrEnum):
    """Kinds of decisions."""

    NEW = "new"
    CORRECTED = "corrected"
    DUPLICATE = "duplicate"
    EDITED = "edited"
    REFUSED = "refused"
    POSTPONED = "postponed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to become of an entry, and what to remember of it then (None: nothing new).

    `path` is the file that will be written (new, corrected), or that has the article already (duplicate, edited).
    `data` are the bytes that will be in it; `before` is the digest of those that are there, None: no file may be there.
    """

    outcome: Outcome
    entry: Entry
    record: Record | None = None
    path: Path | None = None
    data: bytes = b""
    before: str | None = None
    changes: Changes | None = None
    likeness: Likeness | None = None
    share: float = 1.0
    why: str = ""
