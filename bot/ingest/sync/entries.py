"""The entries that are known of a feed, and how their files are now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path

from bot.ingest.feed.model import Entry, Feed
from bot.ingest.http.urls import is_home
from bot.ingest.storage.state import Memory, Record, digest


class State(Enum):
    """How the file of an entry is."""

    AS_WRITTEN = auto()
    EDITED = auto()
    GONE = auto()


class KnownEntries:
    """Finds what is known of an entry: by its id, else by its address, where that belongs to it alone."""

    def __init__(self, memory: Memory, folder: Path) -> None:
        self._folder = folder
        self._by_id = {record.id: record for record in memory.entries}
        self._by_address = {record.address: record for record in memory.entries if record.address}

    @property
    def files(self) -> Iterator[Path]:
        """Where the articles of known entries are, or were."""
        return filter(None, map(self.path, self._by_id.values()))

    def record(self, entry: Entry, address: str | None) -> Record | None:
        """What became of the entry; None when it is a new one. `address` is that of `own_addresses`."""
        return self._by_id.get(entry.id) or (self._by_address.get(address) if address else None)

    def path(self, record: Record) -> Path | None:
        """Where its article is, or was; None when it was left out."""
        return self._folder / Path(record.file).name if record.file else None

    def state(self, record: Record) -> State:
        """How the article's file is now."""
        path = self.path(record)
        try:
            data = path.read_bytes() if path else None
        except OSError:
            data = None
        if data is None:
            return State.GONE
        return State.AS_WRITTEN if digest(data) == record.written else State.EDITED


def own_addresses(feed: Feed) -> dict[str, str]:
    """The canonical address of each entry by its id, where it is the address of this entry alone.

    Entries that all lead to the site's home page, or several of different titles to one page, have none of their own.
    """
    titles: dict[str, set[str | None]] = defaultdict(set)
    for entry in feed.entries:
        if entry.address:
            titles[entry.address].add(entry.title)
    return {
        each.id: each.address for each in _with_page(feed.entries) if each.address and len(titles[each.address]) == 1
    }


def _with_page(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (entry for entry in entries if entry.url and not is_home(entry.url))
