"""What the articles that answer are like, in figures, at the moment when somebody asks."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.library import Library
from retrieval import Retriever


class LibraryState(NamedTuple):
    """What answers now, and what watches its folder, if anything does."""

    library: Library
    watcher: FolderWatcher | None = None


class LibraryFigures(Collector):
    """Figures of what `state` returns; none while it returns None, since the articles are still being read."""

    def __init__(self, state: Callable[[], LibraryState | None]) -> None:
        self._state = state

    def collect(self) -> Iterator[Metric]:
        """The figures as they are now."""
        if state := self._state():
            retriever, watcher = state.library.retriever, state.watcher
            yield _gauge("articles", "Articles that it answers from", len(retriever.articles))
            yield _gauge(
                "newest_article_timestamp_seconds",
                "When the newest article was published, as Unix time; NaN where none says so",
                _newest(retriever),
            )
            yield _gauge(
                "articles_taken_up_timestamp_seconds",
                "When the articles last changed, at the start or while it ran, as Unix time; NaN where nothing watches",
                watcher.taken_up_at if watcher else math.nan,
            )
            yield _gauge("content_faults", "Faults of article files now", len(watcher.faults) if watcher else 0)
            yield _gauge("articles_without_vectors", "Articles found by words alone so far", retriever.without_vectors)
            yield _gauge(
                "words_alone",
                "Questions answered by their words alone, since the encoder gave no vector in time",
                state.library.unencoded,
            )
            encoder = GaugeMetricFamily(
                "belegbot_encoder_info", "What compares by meaning; none: words alone", labels=["encoder"]
            )
            encoder.add_metric([retriever.vectors.name if retriever.vectors else "none"], 1)
            yield encoder


def _gauge(name: str, told: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"belegbot_{name}", told, value=value)


def _newest(retriever: Retriever) -> float:
    return max((_unix(article.published) for article in retriever.articles if article.published), default=math.nan)


def _unix(published: date | datetime) -> float:
    """A day counts from its beginning, and a time without a zone as in UTC."""
    moment = published if isinstance(published, datetime) else datetime.combine(published, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
