"""Writes what was decided: each file whole, and after each what is remembered of it."""

from __future__ import annotations

from bot.config.errors import UnusableMaterial
from bot.feeds.decision import Decision, Outcome
from bot.feeds.looking import Sight
from bot.feeds.memory import FILE, Memory, Record, digest, write, write_whole

_WRITTEN = (Outcome.NEW, Outcome.CORRECTED)


def take_up(sight: Sight) -> int:
    """Writes the new and the corrected articles, and what is remembered of the feed. How many files were written.

    It can be ended at any moment, and goes on where it was at the next run.

    Raises:
        UnusableMaterial: a file cannot be written.
    """
    records = {record.id: record for record in sight.memory.entries}
    try:
        if not (sight.folder / FILE).exists():
            write(sight.folder, _memory(sight, records, done=False))  # so that the folder is known as this feed's
        for decision in sight.decisions:
            _carried_out(decision, records)
            if decision.outcome in _WRITTEN:
                write(sight.folder, _memory(sight, records, done=False))
        write(sight.folder, _memory(sight, records, done=sight.is_complete))
    except OSError as error:
        where = error.filename or sight.folder
        raise UnusableMaterial(f"{where}: it cannot be written ({error.strerror}); check the folder") from error
    return sum(decision.outcome in _WRITTEN for decision in sight.decisions)


def _carried_out(decision: Decision, records: dict[str, Record]) -> None:
    path = decision.path
    if path and decision.outcome in _WRITTEN:
        there = digest(path.read_bytes()) if path.exists() else None
        if there != decision.before:
            return  # somebody has written it since; the next run sees what to do
        write_whole(path, decision.data)
    if decision.record:
        same = [key for key, each in records.items() if each.address and each.address == decision.record.address]
        for key in same if decision.record.address else ():
            if key != decision.record.id and records[key].file == decision.record.file:
                del records[key]  # the feed calls it otherwise now
        records[decision.record.id] = decision.record


def _memory(sight: Sight, records: dict[str, Record], *, done: bool) -> Memory:
    """What to remember. While something is left to do, the feed is not asked for only if it has changed."""
    left = {} if done else {"etag": None, "modified": None, "not_before": None}
    return sight.memory.model_copy(update={"entries": tuple(records.values()), **left})
