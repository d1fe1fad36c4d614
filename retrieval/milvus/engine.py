"""The engine of one language: loads what changed, asks Milvus, and ranks the few passages that it finds best."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from content import Article
from retrieval.asked import Asked
from retrieval.errors import EngineUnavailable
from retrieval.fields import Field
from retrieval.milvus.collection import Collection
from retrieval.milvus.loading import Loaded, Shared, load
from retrieval.milvus.queries import Query, query_for
from retrieval.milvus.rows import PLACE, Stored, key_of
from retrieval.milvus.scoring import View
from retrieval.milvus.statistics import Rarity
from retrieval.milvus.texts import PassageText
from retrieval.passages import Passage
from retrieval.reading import Tongue

# So many passages that Milvus finds best by 4-grams are ranked by all fields.
_CANDIDATES = 32

# As many passages are kept as read, those found of late: each takes some twenty kilobytes.
_READ = 500


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
        # Of articles with the same text the first one is found.
        self._articles = {key_of(article): article for article in reversed(articles)}
        self._order = {article: at for at, article in enumerate(articles)}
        self._texts = lru_cache(_READ)(self._read)
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
            return self._ranked(ready, asked, limit)

    def _ranked(self, ready: _Ready, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        query = query_for(asked, self._fields)
        candidates = self._candidates(query, limit)
        views = query.views(ready.loaded.totals, ready.rarity) if candidates else []
        scored = [(stored.passage(self._articles[stored.key]), self._score(stored, views)) for stored in candidates]
        found = [(passage, score) for passage, score in scored if score > 0]
        return sorted(found, key=lambda each: (-each[1], self._order[each[0].article], each[0].number))[:limit]

    def by_field(self, asked: Asked, passage: Passage) -> dict[str, float]:
        """The passage's score by each field that counts for this question, by the fields' names.

        Raises:
            EngineUnavailable: Milvus cannot be reached, or is being loaded.
        """
        with self._asking() as ready:
            return self._by_field(ready, asked, passage)

    def _by_field(self, ready: _Ready, asked: Asked, passage: Passage) -> dict[str, float]:
        query = query_for(asked, self._fields)
        found = (
            stored for stored in self._candidates(query, 1) if stored.passage(self._articles[stored.key]) == passage
        )
        stored = next(found, None)
        if stored is None:
            return {}
        text = self._texts(stored)
        return {view.field.name: view.of(text) for view in query.views(ready.loaded.totals, ready.rarity)}

    def _candidates(self, query: Query, limit: int) -> list[Stored]:
        """The passages that Milvus finds best, those of articles left out that other processes know."""
        if not query.text:
            return []
        (rows,) = self._collection.search([query.text], "ranked", max(limit, _CANDIDATES), PLACE)
        return [stored for stored in map(Stored.of, rows) if stored.key in self._articles]

    def _score(self, stored: Stored, views: Sequence[View]) -> float:
        """The mean of the fields' scores; 0 where the first one finds nothing."""
        text = self._texts(stored)
        first = views[0].of(text)
        return (first + sum(view.of(text) for view in views[1:])) / len(views) if first > 0 else 0.0

    def _read(self, stored: Stored) -> PassageText:
        return stored.text(self._articles[stored.key], self._tongue)

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
