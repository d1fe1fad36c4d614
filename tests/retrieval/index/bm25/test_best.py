"""The best of many scores, however many are equal."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.index.bm25.best import best_places


@given(
    st.integers(0, 2**32 - 1),
    st.integers(0, 3000),
    st.integers(1, 200),
    st.integers(1, 60),
    st.sampled_from([0.0, 0.5, -1.0]),
)
def test_those_as_good_as_the_last_of_the_best_are_among_them(
    seed: int, size: int, limit: int, levels: int, above: float
) -> None:
    """Few `levels` make many scores equal; a third of the scores are 0."""
    seeded = np.random.default_rng(seed)
    scores = np.floor(seeded.random(size) ** 3 * levels) / levels * (seeded.random(size) > 1 / 3)
    ranked = sorted((score for score in scores.tolist() if score > above), reverse=True)
    least = ranked[:limit][-1] if ranked else above
    expected = [at for at, score in enumerate(scores) if score > above and score >= least]
    assert best_places(scores, limit, above).tolist() == expected
