"""How rare terms are among the passages, as Milvus tells it."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from retrieval.bm25.formula import Floats
from retrieval.milvus.collection import Collection
from retrieval.milvus.encoding import encoded
from retrieval.wording import Sought

# What was told of a term is believed for so many seconds: it changes little, and questions share most of their terms.
_BELIEVED = 300.0

# So many terms are remembered: those of a large library.
_REMEMBERED = 200_000

# A term that no document has is as rare as if half a document had it (`retrieval.bm25.statistics`).
_UNKNOWN = 0.5


class Rarity:
    """How many of the passages have a term.

    Each term is searched for alone among the passages' terms, each of which stands there once and where length counts
    nothing: the best score is then Milvus's idf, log(1 + (N - df + 1/2) / (df + 1/2)) = log((N + 1) / (df + 1/2)).
    """

    def __init__(self, collection: Collection, passages: int) -> None:
        self._collection = collection
        self.passages = passages
        self._known: dict[str, float] = {}
        self._since = time.monotonic()

    def frequencies(self, terms: Iterable[tuple[int, str]]) -> dict[tuple[int, str], float]:
        """How many passages have each term, given with its kind (`encoding.encoded`); 1/2 for one that none has.

        Raises:
            EngineUnavailable: Milvus cannot be reached.
        """
        words = {term: encoded(term[1], term[0]) for term in terms}
        known = self._remembered()
        if asked := [word for word in words.values() if word not in known]:
            found = self._collection.search(asked, "known", 1)
            known.update(
                (word, self._frequency(hits[0]["score"]) if hits else _UNKNOWN)
                for word, hits in zip(asked, found, strict=True)
            )
        return {term: known[word] for term, word in words.items()}

    def having(self, frequency: float, documents: int) -> float:
        """How many of so many documents of a field have a term, given how many passages have it.

        Where these are every two sentences of a passage, a word that stands in one of n sentences is in 2 (n - 1) / n
        of n - 1 documents, on average: so is, it is taken, every term.
        """
        if frequency < 1:
            return _UNKNOWN
        each = documents / self.passages
        return min(documents, frequency * 2 * each / (each + 1))

    def _frequency(self, idf: float) -> float:
        return min(float(self.passages), max(1.0, (self.passages + 1) / math.exp(idf) - 0.5))

    def _remembered(self) -> dict[str, float]:
        if time.monotonic() > self._since + _BELIEVED or len(self._known) > _REMEMBERED:
            self._known, self._since = {}, time.monotonic()
        return self._known


@dataclass(frozen=True, eq=False, slots=True)
class FieldRarity:
    """`retrieval.ranking.Statistics` of a field, as Milvus tells how rare its terms are.

    `kind` is the number of the kind of its terms, and `stored` the one that this kind has in Milvus.
    """

    kind: int
    stored: int
    documents: int
    mean_length: float
    rarity: Rarity

    def frequencies(self, sought: Sought) -> Floats:
        """For each term sought of the kind, how many documents have it, as far as the passages tell.

        Raises:
            EngineUnavailable: Milvus cannot be reached.
        """
        terms = [(self.stored, term) for term in sought.terms[self.kind]]
        had = self.rarity.frequencies(terms)
        return np.array([self.rarity.having(had[term], self.documents) for term in terms])
