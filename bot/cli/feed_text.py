"""What would become of a feed's entries, as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.cli.paths import from_here
from bot.formatting import shorten
from bot.ingest.sync.diff import DraftDiff
from bot.ingest.sync.plan import EntryOutcome, EntryPlan, Plan
from bot.ingest.sync.subscription import FILE_SCHEME
from bot.texts import Texts

_LONGEST_TITLE = 70
_LONGEST_WHY = 300


def plan_text(plan: Plan, texts: Texts) -> str:
    """A line for the feed, a line for each entry of which there is something to tell, and the sum of all."""
    return "\n".join(_lines(plan, texts))


def _lines(plan: Plan, texts: Texts) -> Iterator[str]:
    address = plan.state.address.removeprefix(FILE_SCHEME)
    yield texts("feed-heading", title=plan.feed.title or address, address=address, count=len(plan.feed.entries))
    for entry_plan in plan.entries:
        if entry_plan.outcome is not EntryOutcome.UNCHANGED:
            yield f"  {_line(entry_plan, texts)}"
    counts = Counter(each.outcome for each in plan.entries)
    sums = [texts(f"feed-sum-{outcome}", count=counts[outcome]) for outcome in EntryOutcome if counts[outcome]]
    yield f"{', '.join(sums)}." if sums else texts("feed-empty")
    if plan.left:
        yield texts("feed-left", count=plan.left)
    if plan.feed.left_out:
        yield texts("feed-too-many", count=plan.feed.left_out)


def _line(plan: EntryPlan, texts: Texts) -> str:
    title = shorten(" ".join(plan.entry.name.split()), _LONGEST_TITLE)
    path = from_here(plan.path) if plan.path else ""
    match plan.outcome:
        case EntryOutcome.NEW:
            return texts("feed-new", title=title, path=path)
        case EntryOutcome.CORRECTED:
            changes = _diff(plan.diff or DraftDiff(), texts)
            return texts("feed-corrected", title=title, path=path, changes=changes)
        case EntryOutcome.DUPLICATE if plan.duplicate:
            percent = round(100 * plan.duplicate.share)
            return texts(f"feed-duplicate-{plan.duplicate.kind}", title=title, path=path, percent=percent)
        case EntryOutcome.EDITED:
            name = plan.path.stem if plan.path else ""
            return texts("feed-edited", title=title, path=path, name=name)
        case _:
            why = shorten(" ".join(plan.reason.split()), _LONGEST_WHY)
            return texts(f"feed-{plan.outcome}", title=title, why=why)


def _diff(diff: DraftDiff, texts: Texts) -> str:
    return ", ".join(_each_change(diff, texts))


def _each_change(diff: DraftDiff, texts: Texts) -> Iterator[str]:
    if diff.title:
        old, new = (shorten(each, _LONGEST_TITLE) for each in diff.title)
        yield texts("feed-change-title", old=old, new=new)
    if diff.words:
        yield texts("feed-change-words", old=diff.words[0], new=diff.words[1])
    else:
        for kind in ("changed", "added", "removed"):
            if count := getattr(diff, kind):
                yield texts(f"feed-change-{kind}", count=count)
    yield from (texts(f"draft-{key}") if key != "sources" else key for key in diff.keys)
