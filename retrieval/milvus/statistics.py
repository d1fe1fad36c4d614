"""How rare terms are among the passages, as Milvus tells it."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable

from retrieval.milvus.collection import Collection
from retrieval.milvus.encoding import encoded

# What was told of a term is believed for so many seconds: it changes little, and questions share most of their terms.
_BELIEVED = 300.0

# So many terms are remembered: those of a large library.
_REMEMBERED = 200_000


class Rarity:
    """The idf of terms, log((N + 1) / df), among N passages; df = 1/2 for a term that none has.

    Each term is searched for alone among the passages' terms, each of which stands there once and where length counts
    nothing: the best score is then Milvus's idf, log(1 + (N - df + 1/2) / (df + 1/2)) = log((N + 1) / (df + 1/2)).
    """

    def __init__(self, collection: Collection, passages: int) -> None:
        self._collection = collection
        self.passages = passages
        self._known: dict[str, float] = {}
        self._since = time.monotonic()

    def idfs(self, terms: Iterable[tuple[int, str]]) -> dict[tuple[int, str], float]:
        """The idf of each term, given with its kind (`encoding.encoded`).

        Raises:
            EngineUnavailable: Milvus cannot be reached.
        """
        words = {term: encoded(term[1], term[0]) for term in terms}
        known = self._remembered()
        asked = [word for word in words.values() if word not in known]
        if asked:
            found = self._collection.search(asked, "known", 1)
            known.update(
                (word, self._idf(hits[0]["score"] if hits else None)) for word, hits in zip(asked, found, strict=True)
            )
        return {term: known[word] for term, word in words.items()}

    def frequency(self, idf: float) -> float:
        """How many passages have a term of this idf: 1/2 for one that none has."""
        return (self.passages + 1) / math.exp(idf)

    def _idf(self, told: float | None) -> float:
        had = 0.5 if told is None else max(1.0, (self.passages + 1) / math.exp(told) - 0.5)
        return max(math.log((self.passages + 1) / had), math.log((self.passages + 1) / (self.passages or 1)))

    def _remembered(self) -> dict[str, float]:
        if time.monotonic() > self._since + _BELIEVED or len(self._known) > _REMEMBERED:
            self._known, self._since = {}, time.monotonic()
        return self._known
