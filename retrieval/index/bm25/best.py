"""The best of many scores."""

from __future__ import annotations

import numpy as np

from retrieval.base.arrays import Floats, Numbers


def best_places(scores: Floats, limit: int, above: float = 0.0) -> Numbers:
    """The places of the best `limit` scores that are `above` that, and of those that equal the last of them, ascending.

    To keep equals is what makes the choice the same wherever else the same scores are looked at.
    """
    places: Numbers = np.flatnonzero(scores > above)
    if len(places) <= limit:
        return places
    own = scores[places]
    least = np.partition(own, len(own) - limit)[-limit]
    best: Numbers = places[own >= least]
    return best
