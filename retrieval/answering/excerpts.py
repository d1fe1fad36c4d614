"""Excerpts: which sentences make a quote, and what is cut when they are too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retrieval.base.spans import Span

# A second or third sentence of which less than this share fits is left out.
_ENOUGH = 0.5

Cut = Callable[[Span, int], Span]


@dataclass(frozen=True, slots=True)
class QuoteBudget:
    """How long a quote may be: sentences, and characters (code points) of its spans together."""

    sentences: int
    characters: int


def excerpt(core: Span, companions: Iterable[tuple[Span, bool]], budget: QuoteBudget, cut: Cut) -> tuple[Span, ...]:
    """The core sentence and as many companions as the budget allows, in the order of the text.

    The companions are tried one by one, the most wanted first; one that must stand whole (True) is left out when it
    does not fit, another is then cut if half of it fits. `cut(sentence, limit)` shortens a sentence
    to at most `limit` code points.
    """
    chosen = [cut(core, budget.characters)]
    left = budget.characters - _length(chosen[0])
    broken = False
    for companion, whole in companions:
        if len(chosen) >= budget.sentences:
            break
        if left < _length(companion) * (1 if whole else _ENOUGH) or (whole and broken):
            broken = broken or whole  # what stands before a sentence that is left out leads nowhere
            continue
        piece = cut(companion, left)
        chosen.append(piece)
        left -= _length(piece)
    return tuple(sorted(chosen))


def _length(span: Span) -> int:
    return span.end - span.start
