"""Excerpts: which sentences make a quote, and what is cut when they are too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from retrieval.base.spans import Span

# A second or third sentence of which less than this share fits is left out.
_ENOUGH = 0.5

Cut = Callable[[Span, int], Span]
IsRun = Callable[[Span, Span], bool]


@dataclass(frozen=True, slots=True)
class QuoteBudget:
    """How long a quote may be: sentences, what the first leans on not counted, and code points of all its spans."""

    sentences: int
    characters: int


class Excerpt(NamedTuple):
    """The parts of a quote in the order of the text, and the one of them that it is made for."""

    spans: tuple[Span, ...]
    core: Span


def excerpt(
    core: Span,
    companions: Iterable[tuple[Span, bool]],
    budget: QuoteBudget,
    cut: Cut,
    is_run: IsRun = lambda sentence, piece: True,  # noqa: ARG005
) -> Excerpt:
    """The core sentence and as many companions as the budget allows.

    The companions are tried one by one, the most wanted first; one that must stand whole (True) is left out when it
    does not fit, another is then cut if half of it fits. One that stands whole before the core is what that leans on:
    it belongs to the core, and is not counted as a sentence. `cut(sentence, limit)` shortens a sentence to at most
    `limit` code points; a companion of which then no run of clauses is left (`is_run`) is left out, too: cut behind any
    word, it might lack its "not".
    """
    chosen = [cut(core, budget.characters)]
    left, counted = budget.characters - _length(chosen[0]), 1
    for companion, whole in companions:
        is_before = whole and companion.start < core.start
        if counted >= budget.sentences and not is_before:
            continue
        if left < _length(companion) * (1 if whole else _ENOUGH):
            continue
        piece = cut(companion, left)
        if not is_run(companion, piece):
            continue
        chosen.append(piece)
        left -= _length(piece)
        counted += not is_before
    return Excerpt(tuple(sorted(chosen)), chosen[0])


def _length(span: Span) -> int:
    return span.end - span.start
