"""How far reading a library is, for whoever asks the process meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from content import Article
from retrieval.index.passage_index import Progress


class ReadingProgress:
    """Counts the articles as they are read, and shows them as they are otherwise shown (`shown`)."""

    def __init__(self, shown: Progress = iter) -> None:
        self._shown = shown
        self._done = self._total = 0

    def __call__(self, articles: Sequence[Article]) -> Iterator[Article]:
        """The articles, counted."""
        self._done, self._total = 0, len(articles)
        for article in self._shown(articles):
            yield article
            self._done += 1

    @property
    def text(self) -> str:
        """How far it is, in some words."""
        return f"{self._done} of {self._total} articles are read" if self._total else "the articles are being read"
