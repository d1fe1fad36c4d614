"""What would become of a feed's entries, as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.cli.output.paths import from_here
from bot.feeds.changes import Changes
from bot.feeds.decision import Decision, Outcome
from bot.feeds.followed import OF_A_FILE
from bot.feeds.looking import Sight
from bot.messages.formatting import shorten
from bot.messages.texts import Texts

_LONGEST_TITLE = 70
_LONGEST_WHY = 300


def sight_text(sight: Sight, texts: Texts) -> str:
    """A line for the feed, a line for each entry of which there is something to tell, and the sum of all."""
    return "\n".join(_lines(sight, texts))


def _lines(sight: Sight, texts: Texts) -> Iterator[str]:
    address = sight.memory.address.removeprefix(OF_A_FILE)
    yield texts("feed-heading", title=sight.feed.title or address, address=address, count=len(sight.feed.entries))
    for decision in sight.decisions:
        if decision.outcome is not Outcome.UNCHANGED:
            yield f"  {_line(decision, texts)}"
    counts = Counter(decision.outcome for decision in sight.decisions)
    sums = [texts(f"feed-sum-{outcome}", count=counts[outcome]) for outcome in Outcome if counts[outcome]]
    yield f"{', '.join(sums)}." if sums else texts("feed-empty")
    if sight.left:
        yield texts("feed-left", count=sight.left)
    if sight.feed.left_out:
        yield texts("feed-too-many", count=sight.feed.left_out)


def _line(decision: Decision, texts: Texts) -> str:
    title = shorten(" ".join(decision.entry.name.split()), _LONGEST_TITLE)
    path = from_here(decision.path) if decision.path else ""
    match decision.outcome:
        case Outcome.NEW:
            return texts("feed-new", title=title, path=path)
        case Outcome.CORRECTED:
            told = _changes(decision.changes or Changes(), texts)
            return texts("feed-corrected", title=title, path=path, changes=told)
        case Outcome.DUPLICATE:
            percent = round(100 * decision.share)
            return texts(f"feed-duplicate-{decision.likeness}", title=title, path=path, percent=percent)
        case Outcome.EDITED:
            name = decision.path.stem if decision.path else ""
            return texts("feed-edited", title=title, path=path, name=name)
        case _:
            why = shorten(" ".join(decision.why.split()), _LONGEST_WHY)
            return texts(f"feed-{decision.outcome}", title=title, why=why)


def _changes(changes: Changes, texts: Texts) -> str:
    return ", ".join(_each_change(changes, texts))


def _each_change(changes: Changes, texts: Texts) -> Iterator[str]:
    if changes.title:
        old, new = (shorten(each, _LONGEST_TITLE) for each in changes.title)
        yield texts("feed-change-title", old=old, new=new)
    if changes.words:
        yield texts("feed-change-words", old=changes.words[0], new=changes.words[1])
    else:
        for kind in ("changed", "added", "removed"):
            if count := getattr(changes, kind):
                yield texts(f"feed-change-{kind}", count=count)
    yield from (texts(f"draft-{key}") if key != "sources" else key for key in changes.keys)
