"""The best of many scores."""

from __future__ import annotations

import numpy as np

from retrieval.arrays import Numbers
from retrieval.bm25.formula import Floats

# Of so many scores one is looked at to guess which are too low.
_SAMPLED = 16


def best_places(scores: Floats, limit: int) -> Numbers:
    """The places of the best `limit` scores above 0, and of those that equal the last of them, ascending."""
    above: Numbers = np.flatnonzero(scores > _surely_too_low(scores, limit))
    if len(above) <= limit:
        return above
    own = scores[above]
    best: Numbers = above[own >= nth_best(own, limit)]
    return best


def nth_best(scores: Floats, n: int) -> float:
    """The score that has n - 1 others before it; there are at least n."""
    return float(np.partition(scores, len(scores) - n)[-n])


def _surely_too_low(scores: Floats, limit: int) -> float:
    """A score that more than `limit` others exceed, if there is one at hand, else 0: it spares sorting most of them."""
    sample = scores[::_SAMPLED]
    rank = 2 * limit // _SAMPLED + 8
    if len(sample) > rank:
        guess = nth_best(sample, rank)
        if np.count_nonzero(scores > guess) > limit:
            return max(guess, 0.0)
    return 0.0
