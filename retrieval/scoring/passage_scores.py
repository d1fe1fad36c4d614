"""How well passages of a library answer a question."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from retrieval.base.arrays import Floats, Numbers
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.index.passage_index import PassageIndex
from retrieval.query.query import Query
from retrieval.scoring.hybrid import fuse, scale_of


class CandidateScores(NamedTuple):
    """Of passages, by their places: the share of the query's words, the mean of two cosines (NaN: unknown), the sum."""

    words: Floats
    meaning: Floats
    total: Floats


def passage_scores(
    query: Query, index: PassageIndex, passages: Numbers, vectors: CachingEncoder | None
) -> CandidateScores:
    """The scores of the passages with these numbers.

    The meaning of a passage is that of the whole and, as much, that of its best sentence.
    """
    words = index.shares(query.terms, passages)
    meaning = _cosines(query, index, passages, vectors)
    scale = scale_of(query.encoder)
    return CandidateScores(words, meaning / 2, fuse(words, meaning, scale, scale.passages))


def _cosines(query: Query, index: PassageIndex, passages: Numbers, vectors: CachingEncoder | None) -> Floats:
    """The sum of the two cosines of each passage."""
    if query.vector is None or vectors is None or not len(passages):
        return np.full(len(passages), np.nan)
    numbers = passages.tolist()
    whole = vectors.cosines([index.text(at) for at in numbers], query.vector)
    groups = [index.sentence_texts(at) for at in numbers]
    parts = vectors.cosines([text for group in groups for text in group], query.vector)
    # A sentence that no vector could be made of does not count; fmax leaves NaN out.
    return whole + np.fmax.reduceat(parts, np.cumsum([0, *map(len, groups[:-1])]))
