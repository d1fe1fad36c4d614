"""An engine that ranks as the bot's own process does, and can be away or slow."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from content import Article
from retrieval import EngineUnavailable
from retrieval.asked import Asked
from retrieval.catalogue import Catalogue
from retrieval.fields import Field
from retrieval.indexing import Indexing
from retrieval.passages import Passage
from retrieval.reading import Tongue

AWAY = "The engine of these tests is away."


class SwitchedEngines:
    """Engines that are `away` or not, `broken` or not, and answer while `go` is set. What is loaded is noted."""

    def __init__(self, *, away: bool = False) -> None:
        self.away = away
        self.broken = False
        self.go = threading.Event()
        self.go.set()
        self.asked = threading.Event()
        self.fault: str | None = None
        self.loaded: list[str] = []
        self.stopped = False

    def stored(self) -> dict[str, int]:
        return {}

    def stop(self) -> None:
        self.stopped = True

    def of(self, articles: Sequence[Article], tongue: Tongue, fields: Sequence[Field]) -> _Switched:
        return _Switched(self, articles, Indexing(articles, tongue, fields, iter).made()[1])

    def reach(self) -> None:
        """What an engine does first, whatever it is asked for."""
        self.asked.set()
        self.go.wait(30)
        if self.broken:
            raise RuntimeError(AWAY)
        self.fault = AWAY if self.away else None
        if self.fault:
            raise EngineUnavailable(self.fault)


class _Switched:
    def __init__(self, engines: SwitchedEngines, articles: Sequence[Article], catalogue: Catalogue) -> None:
        self._engines = engines
        self._articles = articles
        self._catalogue = catalogue

    def prepare(self) -> None:
        self._engines.reach()
        self._engines.loaded += [article.slug for article in self._articles]

    def ranked(self, asked: Asked, limit: int) -> list[tuple[Passage, float]]:
        self._engines.reach()
        return self._catalogue.ranked(asked, limit)

    def by_field(self, asked: Asked, passage: Passage) -> dict[str, float]:
        self._engines.reach()
        return self._catalogue.by_field(asked, passage)
