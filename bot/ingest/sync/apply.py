"""Carries out a plan: writes each file whole, and after each the state of the feed."""

from __future__ import annotations

from bot.config.errors import UnusableMaterial
from bot.ingest.storage.files import file_digest, write_atomically
from bot.ingest.storage.state import STATE_FILE, EntryState, FeedState, write_state
from bot.ingest.sync.plan import EntryPlan, Plan


def apply_plan(plan: Plan) -> int:
    """Writes the new and the corrected articles, and the state of the feed. How many files were written.

    It can be ended at any moment, and goes on where it was at the next run.

    Raises:
        UnusableMaterial: a file cannot be written.
    """
    states = {state.id: state for state in plan.state.entries}
    try:
        if not (plan.folder / STATE_FILE).exists():
            write_state(plan.folder, _state(plan, states, done=False))  # so that the folder is known as this feed's
        for entry_plan in plan.entries:
            _apply_entry(entry_plan, states)
            if entry_plan.outcome.writes_file:
                write_state(plan.folder, _state(plan, states, done=False))
        write_state(plan.folder, _state(plan, states, done=plan.is_complete))
    except OSError as error:
        where = error.filename or plan.folder
        raise UnusableMaterial(f"{where}: it cannot be written ({error.strerror}); check the folder") from error
    return sum(each.outcome.writes_file for each in plan.entries)


def _apply_entry(plan: EntryPlan, states: dict[str, EntryState]) -> None:
    if plan.path and plan.outcome.writes_file:
        there = file_digest(plan.path.read_bytes()) if plan.path.exists() else None
        if there != plan.before:
            return  # somebody has written it since; the next run sees what to do
        write_atomically(plan.path, plan.data)
    if plan.state:
        same = [key for key, each in states.items() if each.address and each.address == plan.state.address]
        for key in same:
            if key != plan.state.id and states[key].file == plan.state.file:
                del states[key]  # the feed calls it otherwise now
        states[plan.state.id] = plan.state


def _state(plan: Plan, states: dict[str, EntryState], *, done: bool) -> FeedState:
    """The state to write. While something is left to do, the feed is not asked for only if it has changed."""
    left = {} if done else {"etag": None, "modified": None, "not_before": None}
    return plan.state.model_copy(update={"entries": tuple(states.values()), **left})
