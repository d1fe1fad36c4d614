"""The states of a feed's entries: which entry is which, and how its file is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from bot.ingest.feed.model import Entry, Feed
from bot.ingest.http.urls import is_home_page
from bot.ingest.storage.files import file_digest
from bot.ingest.storage.state import EntryState, FeedState
from content.files import read_file


class FileState(Enum):
    """How the file of an entry is."""

    UNMODIFIED = auto()
    EDITED = auto()
    DELETED = auto()


class EntryStates:
    """Finds the state of an entry: by its id, else by its address, where that belongs to it alone."""

    def __init__(self, state: FeedState, folder: Path) -> None:
        self._folder = folder
        self._by_id = {each.id: each for each in state.entries}
        self._by_address = {each.address: each for each in state.entries if each.address}

    @property
    def files(self) -> Iterator[Path]:
        """Where the articles of known entries are, or were."""
        return filter(None, map(self.path, self._by_id.values()))

    def find(self, entry: Entry, address: str | None) -> EntryState | None:
        """What became of the entry; None when it is a new one. `address` is that of `unique_addresses`."""
        return self._by_id.get(entry.id) or (self._by_address.get(address) if address else None)

    def path(self, state: EntryState) -> Path | None:
        """Where its article is, or was; None when it was left out."""
        return self._folder / Path(state.file).name if state.file else None

    def file_state(self, state: EntryState) -> FileState:
        """How the article's file is now."""
        path = self.path(state)
        try:
            data = read_file(path) if path else None
        except OSError:
            data = None
        if data is None:
            return FileState.DELETED
        return FileState.UNMODIFIED if file_digest(data) == state.written else FileState.EDITED


def unique_addresses(feed: Feed) -> dict[str, str]:
    """The canonical address of each entry by its id, where it is the address of this entry alone.

    Entries that all lead to the site's home page, or several of different titles to one page, have none of their own.
    """
    titles: dict[str, set[str | None]] = defaultdict(set)
    for entry in feed.entries:
        if entry.address:
            titles[entry.address].add(entry.title)
    with_page = [entry for entry in feed.entries if entry.url and not is_home_page(entry.url)]
    return {each.id: each.address for each in with_page if each.address and len(titles[each.address]) == 1}
