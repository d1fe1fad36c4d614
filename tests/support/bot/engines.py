"""Engines that find what the bot's own process finds, and can be away or slow."""

from __future__ import annotations

import threading

from retrieval import CandidatesUnavailable
from retrieval.base.arrays import Numbers
from retrieval.index.passage_index import PassageIndex
from retrieval.index.passage_vectors import PassageVectors
from retrieval.query.query import Query
from retrieval.scoring.candidates import LocalCandidateFinder

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

    def passage_counts(self) -> dict[str, int]:
        return {}

    def stop(self) -> None:
        self.stopped = True

    def of(self, index: PassageIndex, vectors: PassageVectors | None) -> _Switched:
        return _Switched(self, index, vectors)

    def reach(self) -> None:
        """What an engine does first, whatever it is asked for."""
        self.asked.set()
        self.go.wait(30)
        if self.broken:
            raise RuntimeError(AWAY)
        self.fault = AWAY if self.away else None
        if self.fault:
            raise CandidatesUnavailable(self.fault)


class _Switched:
    def __init__(self, engines: SwitchedEngines, index: PassageIndex, vectors: PassageVectors | None) -> None:
        self._engines = engines
        self._index = index
        self._here = LocalCandidateFinder(index, vectors)

    def prepare(self) -> None:
        self._engines.reach()
        self._engines.loaded += [article.slug for article in self._index.articles]

    def find(self, query: Query) -> Numbers:
        self._engines.reach()
        return self._here.find(query)
