"""What would become of a feed's entries, as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.cli.draft_text import unreadable_note
from bot.cli.output.paths import from_here
from bot.ingest.duplicates.duplicate_index import Duplicate, MatchKind
from bot.ingest.feed.parser import MAX_ENTRIES
from bot.ingest.sync.diff import DraftDiff
from bot.ingest.sync.plan import EntryOutcome, EntryPlan, Plan
from bot.ingest.sync.subscription import FILE_SCHEME
from bot.messages.formatting import shorten

_LONGEST_TITLE = 70
_LONGEST_REASON = 300

_SUMS = {EntryOutcome.EDITED: "edited by you", EntryOutcome.UNCHANGED: "as before"}
_FIELDS = {"publisher": "published by", "authors": "by", "published": "on", "url": "address"}


def plan_text(plan: Plan) -> str:
    """A line for the feed, a line for each entry of which there is something to tell, and the sum of all."""
    return "\n".join(_lines(plan))


def count_of(number: int, one: str, many: str) -> str:
    """The number with its noun."""
    return f"{number} {one if number == 1 else many}"


def _lines(plan: Plan) -> Iterator[str]:
    address = plan.state.address.removeprefix(FILE_SCHEME)
    yield f"{plan.feed.title or address} <{address}>: {_entries(len(plan.feed.entries))}"
    for entry_plan in plan.entries:
        if entry_plan.outcome is not EntryOutcome.UNCHANGED:
            yield f"  {entry_plan.outcome + ':':<11} {_line(entry_plan)}"
    counts = Counter(each.outcome for each in plan.entries)
    sums = [f"{counts[outcome]} {_SUMS.get(outcome, outcome)}" for outcome in EntryOutcome if counts[outcome]]
    yield f"{', '.join(sums)}." if sums else "The feed has no entries."
    if plan.left:
        yield f"Not looked at yet: {_entries(plan.left)} (--limit)."
    if plan.feed.left_out:
        yield f"Not read: {_entries(plan.feed.left_out)} beyond the first {MAX_ENTRIES}."


def _line(plan: EntryPlan) -> str:
    title = shorten(" ".join(plan.entry.name.split()), _LONGEST_TITLE)
    path = from_here(plan.path) if plan.path else ""
    match plan.outcome:
        case EntryOutcome.NEW:
            return f"{title} → {path}{_unreadable_note(plan)}"
        case EntryOutcome.CORRECTED:
            return f"{title} → {path}: {', '.join(_changes(plan.diff or DraftDiff()))}{_unreadable_note(plan)}"
        case EntryOutcome.DUPLICATE if plan.duplicate:
            return f"{title} is in {path}, {_match(plan.duplicate)}"
        case EntryOutcome.EDITED if plan.path:
            again = f"(the feed's version: --again {plan.path.stem})"
            return f"{title} was corrected, but you edited {path}; it stays {again}"
        case _:
            return f"{title}: {shorten(' '.join(plan.reason.split()), _LONGEST_REASON)}"


def _unreadable_note(plan: EntryPlan) -> str:
    note = unreadable_note(plan.data.decode("utf-8"))
    return f"; {note}" if note else ""


def _match(duplicate: Duplicate) -> str:
    if duplicate.kind is MatchKind.SIMILAR:
        return f"almost the same ({round(100 * duplicate.share)} % of the runs of words)"
    return f"with the same {duplicate.kind}"


def _changes(diff: DraftDiff) -> Iterator[str]:
    if diff.title:
        old, new = (shorten(each, _LONGEST_TITLE) for each in diff.title)
        yield f"title “{old}” → “{new}”"
    if diff.words:
        yield f"“{diff.words[0]}” → “{diff.words[1]}”"
    else:
        for number, what in ((diff.changed, "changed"), (diff.added, "new"), (diff.removed, "gone")):
            if number:
                yield f"{count_of(number, 'paragraph', 'paragraphs')} {what}"
    yield from (_FIELDS.get(key, key) for key in diff.keys)


def _entries(number: int) -> str:
    return count_of(number, "entry", "entries")
