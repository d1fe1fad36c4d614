"""Decides of each drafted entry what is to become of it. Reads files of the feed's folder, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from bot.ingest.duplicates.boilerplate import Sample, without
from bot.ingest.duplicates.index import Shelf
from bot.ingest.feed.model import Entry
from bot.ingest.storage.drafts import draft_in
from bot.ingest.storage.state import Record, digest
from bot.ingest.sync.diff import changes
from bot.ingest.sync.drafts import Refusal
from bot.ingest.sync.entries import KnownEntries, State
from bot.ingest.sync.plan import Decision, Outcome
from content import Draft

# A correction does not take away three quarters of an article: that is a page that is broken, or closed to readers.
_LEAST_LEFT = 0.25


@dataclass(frozen=True, slots=True)
class Drafted:
    """An entry with what is known of it and its draft; a draft of None: nothing of it has changed, or may be written.

    `forced`: the editor wants the feed's version, whatever became of the file.
    """

    entry: Entry
    address: str | None
    record: Record | None
    draft: Draft | Refusal | None
    forced: bool = False


class Deciding:
    """Decides of the entries of a feed, one after the other. The library is read when there is something new."""

    def __init__(
        self, folder: Path, known: KnownEntries, shelf: Callable[[], Shelf], boilerplate: Collection[str]
    ) -> None:
        self._folder = folder
        self._known = known
        self._library = shelf
        self._boilerplate = boilerplate
        self._claimed: set[str] = set()
        self._files = set(known.files)

    @cached_property
    def _shelf(self) -> Shelf:
        return self._library()

    def __call__(self, drafted: Drafted) -> Decision:
        """The decision; the library is from then on as if it was carried out."""
        entry, record = drafted.entry, drafted.record
        if entry.id in self._claimed or (record and record.id in self._claimed):
            return Decision(Outcome.UNCHANGED, entry)  # the feed has it twice
        self._claimed |= {entry.id, record.id if record else entry.id}
        if isinstance(drafted.draft, Refusal):
            return self._refused(drafted, drafted.draft)
        if drafted.draft is None:
            return self._left_alone(drafted)
        draft = self._cleaned(drafted.draft)
        if not draft.text:
            return self._refused(drafted, Refusal("nothing is left without what stands in most articles of this feed"))
        path = self._known.path(record) if record else None
        if path and (path.exists() or drafted.forced):
            return self._renewed(drafted, draft, path)
        return self._new(drafted, draft)

    def _refused(self, drafted: Drafted, refusal: Refusal) -> Decision:
        if refusal.for_now:
            return Decision(Outcome.POSTPONED, drafted.entry, why=refusal.why)
        return Decision(Outcome.REFUSED, drafted.entry, _record(drafted, why=refusal.why), why=refusal.why)

    def _left_alone(self, drafted: Drafted) -> Decision:
        record = drafted.record
        path = self._known.path(record) if record else None
        changed = record is not None and record.seen != drafted.entry.digest
        if record and path and changed and self._known.state(record) is State.EDITED:
            return Decision(Outcome.EDITED, drafted.entry, _record(drafted), path)
        return Decision(Outcome.UNCHANGED, drafted.entry, _record(drafted) if changed else None)

    def _cleaned(self, draft: Draft) -> Draft:
        return replace(draft, text=without(Sample(draft.text, draft.title or "", draft.authors), self._boilerplate))

    def _renewed(self, drafted: Drafted, draft: Draft, path: Path) -> Decision:
        before = path.read_bytes() if path.exists() else None
        old = draft_in(before, path)
        if old and old.published:
            draft = replace(draft, published=old.published)  # when it was published stays when it was published
        data = _bytes(draft)
        record = _record(drafted, path, data)
        if data == before:
            return Decision(Outcome.UNCHANGED, drafted.entry, record if record != drafted.record else None)
        words = len(draft.text.split())
        if old and words < _LEAST_LEFT * len(old.text.split()) and not drafted.forced:
            why = f"{words} words would be left of {len(old.text.split())}; {path.name} stays (--again {path.stem})"
            return Decision(Outcome.REFUSED, drafted.entry, _record(drafted), path, why=why)
        if before is None:
            return self._written(drafted, draft, path.stem)
        self._shelf.put(path, draft.article())
        told = changes(old or Draft(""), draft)
        return Decision(Outcome.CORRECTED, drafted.entry, record, path, data, digest(before), changes=told)

    def _new(self, drafted: Drafted, draft: Draft) -> Decision:
        data = _bytes(draft)
        if copy := self._shelf.copy_of(draft, drafted.address):
            if self._is_left_over(copy.path, data):
                self._files.add(copy.path)
                return Decision(Outcome.UNCHANGED, drafted.entry, _record(drafted, copy.path, data))
            record = _record(drafted, why=f"duplicate ({copy.likeness}) of {copy.path.name}")
            return Decision(
                Outcome.DUPLICATE, drafted.entry, record, copy.path, likeness=copy.likeness, share=copy.share
            )
        return self._written(drafted, draft, draft.slug)

    def _is_left_over(self, path: Path, data: bytes) -> bool:
        """Whether a run wrote it that was ended before it could write down that it did."""
        is_ours = path.parent == self._folder and path not in self._files
        return is_ours and path.exists() and path.read_bytes() == data

    def _written(self, drafted: Drafted, draft: Draft, name: str) -> Decision:
        data = _bytes(draft)
        path = self._folder / f"{self._shelf.free_name(name)}.md"
        self._shelf.put(path, draft.article())
        self._files.add(path)
        return Decision(Outcome.NEW, drafted.entry, _record(drafted, path, data), path, data)


def _record(drafted: Drafted, path: Path | None = None, data: bytes = b"", *, why: str | None = None) -> Record:
    """What to remember of the entry; of its file, what is known already, unless it is written now."""
    before = drafted.record
    file = path.name if path else before.file if before else None
    written = digest(data) if path else before.written if before else None
    return Record(
        id=drafted.entry.id, seen=drafted.entry.digest, address=drafted.address, file=file, written=written, why=why
    )


def _bytes(draft: Draft) -> bytes:
    return draft.file_text().encode("utf-8")
