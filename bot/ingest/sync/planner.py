"""Plans what is to become of each entry. Reads files of the feed's folder, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from bot.ingest.duplicates.boilerplate import Sample, find_boilerplate, remove_boilerplate
from bot.ingest.duplicates.duplicate_index import LibraryIndex
from bot.ingest.storage.articles import parse_draft
from bot.ingest.storage.files import file_digest
from bot.ingest.storage.state import EntryState
from bot.ingest.sync.diff import diff_drafts
from bot.ingest.sync.entries import EntryStates, FileState
from bot.ingest.sync.entry_draft import EntryDraft, Rejection
from bot.ingest.sync.feed_drafts import FeedDrafts
from bot.ingest.sync.plan import EntryOutcome, EntryPlan, Plan
from content import Draft

# A correction does not take away three quarters of an article: that is a page that is broken, or closed to readers.
_LEAST_LEFT = 0.25


def make_plan(drafts: FeedDrafts, load_index: Callable[[], LibraryIndex]) -> Plan:
    """What would become of the entries. The index of the library is loaded only when there is something new."""
    written = [each.draft for each in drafts.entries if isinstance(each.draft, Draft)]
    boilerplate = {*drafts.state.boilerplate, *find_boilerplate(list(map(_sample, written)))}
    state = drafts.state.model_copy(update={"boilerplate": tuple(sorted(boilerplate))})
    planner = _Planner(drafts.folder, EntryStates(state, drafts.folder), load_index, boilerplate)
    return Plan(drafts.folder, state, drafts.feed, tuple(map(planner.plan, drafts.entries)), drafts.left)


class _Planner:
    """Plans the entries of a feed, one after the other."""

    def __init__(
        self, folder: Path, states: EntryStates, load_index: Callable[[], LibraryIndex], boilerplate: Collection[str]
    ) -> None:
        self._folder = folder
        self._states = states
        self._load_index = load_index
        self._boilerplate = boilerplate
        self._planned: set[str] = set()
        self._files = set(states.files)

    @cached_property
    def _index(self) -> LibraryIndex:
        return self._load_index()

    def plan(self, source: EntryDraft) -> EntryPlan:
        """The plan of the entry; the index is from then on as if it was carried out."""
        entry, state = source.entry, source.state
        if entry.id in self._planned or (state and state.id in self._planned):
            return EntryPlan(EntryOutcome.UNCHANGED, entry)  # the feed has it twice
        self._planned |= {entry.id, state.id if state else entry.id}
        if isinstance(source.draft, Rejection):
            return self._reject(source, source.draft)
        if source.draft is None:
            return self._keep(source)
        draft = replace(source.draft, text=remove_boilerplate(_sample(source.draft), self._boilerplate))
        if not draft.text:
            reason = "nothing is left without what stands in most articles of this feed"
            return self._reject(source, Rejection(reason))
        path = self._states.path(state) if state else None
        if path and (path.exists() or source.forced):
            return self._update(source, draft, path)
        return self._add(source, draft)

    def _reject(self, source: EntryDraft, rejection: Rejection) -> EntryPlan:
        if rejection.temporary:
            return EntryPlan(EntryOutcome.POSTPONED, source.entry, reason=rejection.reason)
        state = _state(source, why=rejection.reason)
        return EntryPlan(EntryOutcome.REFUSED, source.entry, state, reason=rejection.reason)

    def _keep(self, source: EntryDraft) -> EntryPlan:
        state = source.state
        path = self._states.path(state) if state else None
        changed = state is not None and state.seen != source.entry.digest
        if state and path and changed and self._states.file_state(state) is FileState.EDITED:
            return EntryPlan(EntryOutcome.EDITED, source.entry, _state(source), path)
        return EntryPlan(EntryOutcome.UNCHANGED, source.entry, _state(source) if changed else None)

    def _update(self, source: EntryDraft, draft: Draft, path: Path) -> EntryPlan:
        before = path.read_bytes() if path.exists() else None
        old = parse_draft(before, path)
        if old and old.published:
            draft = replace(draft, published=old.published)  # when it was published stays when it was published
        data = _bytes(draft)
        state = _state(source, path, data)
        if data == before:
            return EntryPlan(EntryOutcome.UNCHANGED, source.entry, state if state != source.state else None)
        words = len(draft.text.split())
        if old and words < _LEAST_LEFT * len(old.text.split()) and not source.forced:
            reason = f"{words} words would be left of {len(old.text.split())}; {path.name} stays (--again {path.stem})"
            return EntryPlan(EntryOutcome.REFUSED, source.entry, _state(source), path, reason=reason)
        if before is None:
            return self._create(source, draft, path.stem)
        self._index.add(path, draft.article())
        diff = diff_drafts(old or Draft(""), draft)
        return EntryPlan(EntryOutcome.CORRECTED, source.entry, state, path, data, file_digest(before), diff)

    def _add(self, source: EntryDraft, draft: Draft) -> EntryPlan:
        data = _bytes(draft)
        if duplicate := self._index.find_duplicate(draft, source.address):
            if self._is_left_over(duplicate.path, data):
                self._files.add(duplicate.path)
                return EntryPlan(EntryOutcome.UNCHANGED, source.entry, _state(source, duplicate.path, data))
            state = _state(source, why=f"duplicate ({duplicate.kind}) of {duplicate.path.name}")
            return EntryPlan(EntryOutcome.DUPLICATE, source.entry, state, duplicate.path, duplicate=duplicate)
        return self._create(source, draft, draft.slug)

    def _is_left_over(self, path: Path, data: bytes) -> bool:
        """Whether a run wrote it that was ended before it could write down that it did."""
        is_ours = path.parent == self._folder and path not in self._files
        return is_ours and path.exists() and path.read_bytes() == data

    def _create(self, source: EntryDraft, draft: Draft, slug: str) -> EntryPlan:
        data = _bytes(draft)
        path = self._folder / f"{self._index.free_slug(slug)}.md"
        self._index.add(path, draft.article())
        self._files.add(path)
        return EntryPlan(EntryOutcome.NEW, source.entry, _state(source, path, data), path, data)


def _sample(draft: Draft) -> Sample:
    return Sample(draft.text, draft.title or "", draft.authors)


def _state(source: EntryDraft, path: Path | None = None, data: bytes = b"", *, why: str | None = None) -> EntryState:
    """The entry's state from now on; of its file, what is known already, unless it is written now."""
    before = source.state
    file = path.name if path else before.file if before else None
    written = file_digest(data) if path else before.written if before else None
    return EntryState(
        id=source.entry.id, seen=source.entry.digest, address=source.address, file=file, written=written, why=why
    )


def _bytes(draft: Draft) -> bytes:
    return draft.file_text().encode("utf-8")
