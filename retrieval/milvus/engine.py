"""The engine of one language: loads what changed, asks Milvus, and ranks the few passages that it finds best."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from content import Article
from retrieval.arrays import Numbers
from retrieval.asked import Asked
from retrieval.errors import EngineUnavailable
from retrieval.fields import Field
from retrieval.fusion import Fusion
from retrieval.milvus.collection import Collection
from retrieval.milvus.loading import Loaded, Shared, load
from retrieval.milvus.queries import text_for, weights_for
from retrieval.milvus.rows import PLACE, Kinds, key_of
from retrieval.milvus.statistics import FieldRarity, Rarity
from retrieval.passages import Passage
from retrieval.reading import Tongue

# So many passages that Milvus finds best by 4-grams are ranked by all fields.
_CANDIDATES = 32


class _Ready(NamedTuple):
    loaded: Loaded
    rarity: Rarity


class MilvusEngine:
    """Ranks the passages of articles that are kept in a collection, which is loaded at the first question."""

    def __init__(
        self,
        collection: Collection,
        shared: Shared,
        articles: Sequence[Article],
        tongue: Tongue,
        fields: Sequence[Field],
    ) -> None:
        self._collection = collection
        self._shared = shared
        self._tongue = tongue
        self._fields = fields
        self._kinds = Kinds(fields)
        # Of articles with the same text the first one is found.
        self._articles = {key_of(article): article for article in reversed(articles)}
        self._loading = threading.Lock()
        self._made: _Ready | None = None

    def prepare(self) -> None:
        """Sends what Milvus lacks of the articles; otherwise the first question does.

        Raises:
            EngineUnavailable: Milvus cannot be reached, or is being loaded.
        """
        self._ready()

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        """The best passages first, at most `limit`; of equals, the one that stands first.

        Raises:
            EngineUnavailable: Milvus cannot be reached, or is being loaded.
        """
        with self._asking() as ready:
            passages = self._candidates(asked, limit)
            if not len(passages):
                return []
            weights = weights_for(asked, self._kinds, ready.rarity)
            scores = self._fusion(ready, asked, passages).scores(asked, weights)
            return asked.holdings.best(passages, scores, limit)

    def by_field(self, asked: Asked, passage: Passage) -> dict[str, float]:
        """The passage's score by each field that counts for this question, by the fields' names.

        Raises:
            EngineUnavailable: Milvus cannot be reached, or is being loaded.
        """
        with self._asking() as ready:
            weights = weights_for(asked, self._kinds, ready.rarity)
            own = np.array([asked.holdings.number_of(passage)])
            scores = self._fusion(ready, asked, own).by_field(asked, weights)
            return {name: float(score) for name, (score,) in scores.items()}

    def _candidates(self, asked: Asked, limit: int) -> Numbers:
        """The numbers of the passages that Milvus finds best, ascending; not of those only other processes know."""
        text = text_for(asked, self._fields[0])
        if not text:
            return np.zeros(0, np.int64)
        (rows,) = self._collection.search([text], "ranked", max(limit, _CANDIDATES), PLACE)
        holdings = asked.holdings
        found = (
            int(holdings.first_passages[holdings.numbers[self._articles[row["article"]]]]) + int(row["number"])
            for row in rows
            if row["article"] in self._articles
        )
        return np.array(sorted(found), np.int64)

    def _fusion(self, ready: _Ready, asked: Asked, passages: Numbers) -> Fusion:
        statistics = [
            FieldRarity(field.kind, self._kinds.of(field), totals.documents, totals.mean, ready.rarity)
            for field, totals in zip(self._fields, ready.loaded.totals, strict=True)
        ]
        # All at once: to ask Milvus costs more than what it is asked.
        kinds = {(each.stored, each.kind) for each in statistics}
        ready.rarity.frequencies((stored, term) for stored, kind in kinds for term in asked.sought.terms[kind])
        return Fusion.of_passages(asked, self._fields, passages, statistics)

    @contextmanager
    def _asking(self) -> Iterator[_Ready]:
        """After a failure all is looked at again: a Milvus that comes back may not be the one that went."""
        try:
            yield self._ready()
        except EngineUnavailable:
            self._made = None
            raise

    def _ready(self) -> _Ready:
        made = self._made
        if made is None or self._collection.connection.fault:
            if not self._loading.acquire(timeout=self._collection.connection.patience):
                raise EngineUnavailable("The articles are being loaded into Milvus.")
            try:
                if self._made is None or self._collection.connection.fault:
                    loaded = load(self._collection, self._shared, self._articles, self._tongue, self._fields)
                    self._made = _Ready(loaded, Rarity(self._collection, loaded.passages))
                made = self._made
            finally:
                self._loading.release()
        return made
