"""A folder of articles, watched: what changes there replaces the library that answers."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

from bot.articles.background_encoding import AGAIN, BackgroundEncoding
from bot.articles.finder_readiness import FinderReadiness
from bot.articles.library import Library, LookupThreads
from bot.articles.retrievers import LoadedArticles, RetrieverSource, encode
from content import Article, ContentError, FolderState, folder_state
from retrieval import CandidatesUnavailable, NothingToSearch, RetrievalError, Retriever
from retrieval.index.passage_index import Progress

_LOGGER = logging.getLogger(__name__)

# Seconds between two looks at the folder. Looking at a thousand files takes milliseconds; asking the system to tell
# would need another dependency, and is not told of what happens on network drives and in containers' mounts.
_EVERY = 1.0

# Of large folders the looks are rarer, so that they take at most this share of a processor: questions wait meanwhile.
_SHARE = 0.02

# So many of the articles that have changed are named in the log.
_NAMED = 5

# So many new faults at once are told one by one; `check` tells all.
_TOLD = 10

# The vectors of so few articles are waited for: they take some seconds. Those of more are made while the bot answers.
_SOON = 3


class FolderWatcher:
    """Watches a folder of article files. `reading` goes through those that have to be read.

    A file that is broken when it starts is left out; one that is broken later stays as it was when it was last good.
    Engines that cannot be reached keep nobody from starting: `watch` goes on trying. It also has the vectors of many
    articles made.

    Raises:
        InvalidArticles: the folder is missing, or none of its files is good.
        NothingToSearch: it has no article.
    """

    def __init__(self, source: RetrieverSource, *, reading: Progress = iter) -> None:
        self._source = source
        self._taken: FolderState = {}
        self._seen: FolderState = {}
        with suppress(OSError):  # which reading it tells
            self._taken = folder_state(source.folder)  # before it is read: what is written meanwhile is seen at once
        self._look_took = 0.0
        self._faults: tuple[str, ...] = ()
        threads = LookupThreads() if source.engines is not None else None
        retriever, faults = source.load(reading)
        self._library = Library(_with_few_vectors(retriever), threads)
        self._report(tuple(map(str, faults)), "Until then it is left out.")
        self._taken_up_at = time.time()
        self._on_change: Callable[[Library], object] = lambda _: None
        self._readiness = FinderReadiness(source.engines)
        self._encoding = BackgroundEncoding(lambda: self._library.retriever, self._readiness.prepare)

    @property
    def library(self) -> Library:
        """The articles as they were last taken up."""
        return self._library

    @property
    def taken_up_at(self) -> float:
        """When they were, as Unix time in seconds."""
        return self._taken_up_at

    @property
    def faults(self) -> tuple[str, ...]:
        """What of the folder's latest state was not taken up, a line a fault: where, what, how to mend it."""
        return self._faults

    @property
    def out_of_reach(self) -> str | None:
        """Why nothing can be looked up now, one line; None: it can, as far as is known."""
        return self._readiness.fault

    async def watch(
        self, on_change: Callable[[Library], object] = lambda _: None, every: float = _EVERY, again: float = AGAIN
    ) -> None:
        """Looks at the folder every so many seconds, or more rarely, and takes up what has changed, until cancelled.

        `on_change` is handed the new library. A change is taken up once it was seen twice, so that a file can be
        written in peace. While a file is broken, its last good state answers; the log tells once. Reading happens in a
        thread. Engines elsewhere are made ready, and asked again as long as they cannot be reached; an encoder that
        cannot be used is tried `again` after so many seconds.
        """
        self._on_change = on_change
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._keep_looking(every))
                tasks.create_task(self._encoding.work(every, again))
        finally:
            self._readiness.stop()

    async def _keep_looking(self, every: float) -> None:
        while True:
            if self.out_of_reach is not None:
                await self._readiness.prepare(self._library.retriever)
            await asyncio.sleep(pause_after(self._look_took, every))
            try:
                if self.out_of_reach is None:
                    await self._look()
            except Exception:
                # Nothing that a file can hold may end the looking: the next change may mend it.
                _LOGGER.exception(
                    "The articles in %s could not be looked at; what was there before answers.", self._source.folder
                )
                self._taken = self._seen

    async def _look(self) -> None:
        before = self._seen
        try:
            self._seen, self._look_took = await asyncio.to_thread(_look_at, self._source.folder)
        except OSError as error:  # no descriptor is free, say: what is in the folder is not known, and not "nothing"
            self._report((f"{error.filename or self._source.folder}: the folder cannot be read ({error.strerror})",))
            return
        if self._seen == before and self._seen != self._taken:
            await self._take_up(self._seen)

    async def _take_up(self, state: FolderState) -> None:
        folder = self._source.folder
        try:
            retriever, faults = await asyncio.to_thread(_load, self._source, self._library.retriever.articles)
        except ContentError as error:
            self._report(tuple(str(error).splitlines()))
        except CandidatesUnavailable as error:
            self._readiness.report(str(error))
            return  # it stays to be taken up
        except RetrievalError as error:
            mend = (
                " Put one there, for instance by: python -m bot add FILE" if isinstance(error, NothingToSearch) else ""
            )
            self._report((f"{folder}: {error}{mend}",))
        else:
            self._replace(retriever, had_faults=bool(self._faults and not faults))
            self._report(tuple(map(str, faults)))
        self._taken = state

    def _replace(self, retriever: Retriever, *, had_faults: bool) -> None:
        folder = self._source.folder
        if changes := list(_changes(self._library.retriever.articles, retriever.articles)):
            self._library = self._library.with_retriever(retriever)
            self._taken_up_at = time.time()
            self._on_change(self._library)
            more = f", and {len(changes) - _NAMED} more" if len(changes) > _NAMED else ""
            _LOGGER.info(
                "Articles taken up from %s: %d (%s%s).", folder, len(changes), ", ".join(changes[:_NAMED]), more
            )
        elif had_faults:
            _LOGGER.info("The articles in %s are again as they were.", folder)

    def _report(self, faults: tuple[str, ...], then: str = "Until then, what was there before answers.") -> None:
        new = [fault for fault in faults if fault not in self._faults]
        for fault in new[:_TOLD]:
            _LOGGER.warning("%s (%s)", fault, then)
        if more := len(new[_TOLD:]):
            _LOGGER.warning("%d more faults in article files; all are told by: python -m bot check", more)
        self._faults = faults


def _load(source: RetrieverSource, last_good: Iterable[Article]) -> LoadedArticles:
    loaded = source.load(last_good=last_good)
    _with_few_vectors(loaded.retriever)
    if source.engines is not None:
        loaded.retriever.prepare()
    return loaded


def _with_few_vectors(retriever: Retriever) -> Retriever:
    """The retriever, with the vectors of all articles if only a few lack them."""
    if 0 < retriever.without_vectors <= _SOON:
        encode(retriever)
    return retriever


def pause_after(look: float, every: float) -> float:
    """Seconds to wait after a look that took so many seconds of a processor, and at least `every`."""
    return max(every, look / _SHARE)


def _look_at(folder: Path) -> tuple[FolderState, float]:
    """What is in the folder, and how many seconds of a processor it took to see that."""
    begun = time.thread_time()
    state = folder_state(folder)
    return state, time.thread_time() - begun


def _changes(before: Iterable[Article], after: Iterable[Article]) -> Iterator[str]:
    """What to tell of the difference; nothing when all articles are the same."""
    old, new = ({article.slug: article for article in articles} for articles in (before, after))
    yield from (f"{slug} added" for slug in new if slug not in old)
    yield from (f"{slug} changed" for slug in new if slug in old and _content_of(old[slug]) != _content_of(new[slug]))
    yield from (f"{slug} removed" for slug in old if slug not in new)


def _content_of(article: Article) -> list[object]:
    return [getattr(article, field.name) for field in fields(article)]
