"""BM25 as a share of what a text could score at most, so that scores of different texts can be compared and added."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set

import numpy as np
from rank_bm25 import BM25Plus

from retrieval.base.arrays import Floats

# Best for 4-grams on German XQuAD. Lower than the usual 1.2 to 1.5 and .75: 4-grams repeat within a word, and
# paragraphs of one text are of like length.
K1, B = 0.9, 0.4


class NormalizedBM25:
    """Documents of few terms: the sentences, or the passages, of one article.

    A share is the BM25Plus score (rank_bm25), without the part that delta gives to every document, divided by the idf
    of all terms of the query, those that no document has among them. It is 0 exactly where no term of the query occurs;
    a document that has every term about as often as its length makes likely has a share near 1.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._size = len(documents)
        # rank_bm25 divides by the mean length.
        self._bm25 = BM25Plus(documents, k1=K1, b=B, delta=0) if any(documents) else None

    def idf(self, term: str) -> float:
        """How rare the term is: log((N + 1) / df), with df = 1/2 for one that no document has."""
        known = self._bm25.idf.get(term) if self._bm25 else None
        return math.log((self._size + 1) / 0.5) if known is None else float(known)

    def of(self, terms: Sequence[str], discounted: Set[str] = frozenset(), weight: float = 1.0) -> Floats:
        """The share of each document, in their order, of a query of these different terms.

        Those that are `discounted` count `weight` times what the others do, above 0.
        """
        if self._bm25 is None or not terms:
            return np.zeros(self._size)
        full = [term for term in terms if term not in discounted]
        rest = [term for term in terms if term in discounted]
        gains = self._bm25.get_scores(full) + weight * self._bm25.get_scores(rest)
        return np.asarray(gains / (sum(map(self.idf, full)) + weight * sum(map(self.idf, rest))))
