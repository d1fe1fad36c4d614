"""What is asked of Milvus for a question."""

from __future__ import annotations

import numpy as np

from retrieval.across import word_weights
from retrieval.asked import Asked
from retrieval.bm25.formula import Floats
from retrieval.fields import Field
from retrieval.milvus.encoding import query_of
from retrieval.milvus.rows import Kinds
from retrieval.milvus.statistics import Rarity
from retrieval.terms import ngrams


def text_for(asked: Asked, first: Field) -> str:
    """The text by which passages are searched for: the terms of the first field. Empty when nothing can be."""
    if not asked.foreign:
        terms = asked.queries[first.kind]
    elif first.terms is ngrams:
        terms = {gram: 1.0 for query in asked.queries for gram in query}
    else:
        terms = {}
    return query_of(terms) if terms else ""


def weights_for(asked: Asked, kinds: Kinds, rarity: Rarity) -> Floats | None:
    """What each word of a question in another language counts (`retrieval.across`); None for one in the articles' own.

    How many passages have a word is estimated: as many as have the rarest 4-gram of a way to say it, for all ways.
    `kinds` are those that terms have in Milvus.

    Raises:
        EngineUnavailable: Milvus cannot be reached.
    """
    if not asked.foreign:
        return None
    kind = kinds.terms.index(ngrams)
    had = rarity.frequencies((kind, gram) for query in asked.queries for gram in query)
    by_way = iter([int(min((had[kind, gram] for gram in query), default=0)) for query in asked.queries])
    having = [min(rarity.passages, sum(next(by_way) for _ in word.ways)) for word in asked.renderings]
    return word_weights(asked.renderings, np.array(having)[:, np.newaxis], np.array([rarity.passages]))
