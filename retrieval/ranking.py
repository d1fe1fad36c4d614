"""BM25 over documents given as lists of terms: rank-bm25's formula, without its pitfalls."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

# Found best for 4-grams on German XQuAD. Lower than the usual 1.2 to 1.5 and .75: 4-grams repeat within a word,
# and paragraphs of one text are of like length.
_K1 = 0.9
_B = 0.4
_DELTA = 1.0


class Ranking:
    """BM25Plus (Lv & Zhai 2011, as rank-bm25 computes it) over a fixed list of documents.

    Documents without terms are allowed, also all of them; they match nothing.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._size = len(documents)
        # rank-bm25 divides by the mean length, so it cannot be built over nothing but empty documents.
        self._bm25 = BM25Plus(documents if any(documents) else [["-"]], k1=_K1, b=_B, delta=_DELTA)
        self._bm25.doc_len = np.array(self._bm25.doc_len)  # a list is converted anew for every term scored
        self._postings: dict[str, list[int]] = defaultdict(list)
        for at, terms in enumerate(documents):
            for term in dict.fromkeys(terms):
                self._postings[term].append(at)
        self._idf = {term: math.log((self._size + 1) / len(places)) for term, places in self._postings.items()}
        self._unknown = math.log((self._size + 1) / 0.5)
        self._gains: dict[str, tuple[NDArray[np.intp], NDArray[np.float64]]] = {}

    def scores(self, query: Mapping[str, float]) -> NDArray[np.float64]:
        """One score a document, in their order, for the terms of `query` and what each counts.

        A score is the BM25 score divided by the idf of the whole query, so that the scores of different rankings can be
        added. It is 0 exactly where no term of the query occurs, and above it elsewhere; a document that has every
        term about as often as its length makes likely has a score near 1.
        """
        scores = np.zeros(self._size)
        mass = 0.0
        for term, weight in query.items():
            mass += weight * self._idf.get(term, self._unknown)
            if term in self._idf:
                documents, gains = self._gain(term)
                scores[documents] += weight * gains
        return scores / mass if mass else scores

    def idf(self, term: str) -> float:
        """The term's inverse document frequency, log((N + 1) / df); a term that no document has counts as in a half."""
        return self._idf.get(term, self._unknown)

    def _gain(self, term: str) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The documents that have the term, and what it adds to the score of each.

        BM25 is a sum over terms, so each term's part is asked of rank-bm25 once, and only for the documents that have
        it. BM25Plus gives delta x idf of every term to every document, matching or not: without that part the
        order is the same, and a document that matches nothing is known by its 0.
        """
        gain = self._gains.get(term)
        if gain is None:
            documents = self._postings[term]
            gains = np.array(self._bm25.get_batch_scores([term], documents)) - _DELTA * self.idf(term)
            gain = self._gains[term] = np.array(documents), gains
        return gain
