"""A question of another language, whose words can be said in several ways, compared with texts.

It is a structured query (Pirkola 1998, "The effects of query structure and dictionary setups in dictionary-based
cross-language information retrieval"): all ways to say a word are one word, which a document has as well as it has the
best of them, and which is as rare as the documents that have any of them.

Only fields of 4-grams count: the words stand in another order than in the question, and dictionaries seldom know the
inflected form or the compound.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.bm25.formula import Floats
from retrieval.renderings import Rendering

# From this score of a word on, a document has it: what it counts as evidence depends on how many have.
_HAD = 0.6


def best_ways(scores: Floats, words: Sequence[Rendering]) -> Floats:
    """Words x documents: each word as its best way, given the scores of all ways (rows), word by word."""
    first = np.cumsum([0, *(len(word.ways) for word in words[:-1])])
    return np.asarray(np.maximum.reduceat(scores, first))


def having(scores: Floats, bounds: Sequence[int]) -> NDArray[np.int64]:
    """Words x groups: how many documents of each group, from its bound to the next, have each word."""
    return np.asarray(np.add.reduceat(scores >= _HAD, bounds[:-1], axis=1, dtype=np.int64))


def word_weights(words: Sequence[Rendering], having: NDArray[np.int64], documents: NDArray[np.int64]) -> Floats:
    """Words x groups: what each word counts times its idf, log((N + 1) / (df + 1/2)), as a share of that of all.

    `having` (words x groups) is how many documents of each group have each word, of as many as `documents` says.
    """
    weights = np.array([[word.weight] for word in words]) * np.log((documents + 1) / (having + 0.5))
    return np.asarray(weights / weights.sum(axis=0))
