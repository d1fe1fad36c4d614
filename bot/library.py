"""The articles that the running bot answers from, kept up with their folder."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from content import Article, ContentError, FolderState, folder_state, load_articles
from retrieval import Dictionaries, Engines, EngineUnavailable, RetrievalError, Retriever
from retrieval.indexing import Progress

_LOGGER = logging.getLogger(__name__)

# Seconds between two looks at the folder. Looking at a thousand files takes milliseconds; asking the system to tell
# would need another dependency, and is not told of what happens on network drives and in containers' mounts.
_EVERY = 1.0

# Of large folders the looks are rarer, so that they take at most this share of a processor: questions wait meanwhile.
_SHARE = 0.02

# So many questions wait for an engine elsewhere at once. In threads of their own: the store's must not wait for them.
_WAITING = 16

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Library:
    """Holds the retriever that answers now.

    One of given articles stays as it is; one of a folder takes up what changes there while `keep_up` runs.

    Raises:
        NothingToSearch: there is no article, or one has no text.
    """

    def __init__(self, articles: Iterable[Article] | Retriever) -> None:
        self._retriever = articles if isinstance(articles, Retriever) else Retriever(articles)
        self._folder: Path | None = None
        self._index: Path | None = None
        self._dictionaries: Dictionaries | None = None
        self._engines: Engines | None = None
        self._threads: ThreadPoolExecutor | None = None
        self._prepared = True
        self._told = ""
        self._taken: FolderState = {}
        self._seen: FolderState = {}
        self._look_took = 0.0
        self._faults: tuple[str, ...] = ()

    @classmethod
    def of_folder(
        cls,
        folder: Path,
        index: Path | None = None,
        dictionaries: Dictionaries | None = None,
        engines: Engines | None = None,
        *,
        progress: Progress = iter,
    ) -> Self:
        """The library of a folder of article files; what else is given is as for `retriever_of`.

        Engines that cannot be reached keep nobody from starting: `keep_up` goes on trying.

        Raises:
            InvalidArticles: the folder is missing, or files are broken.
            NothingToSearch: it has no article.
        """
        state = folder_state(folder)  # before it is read: what is written meanwhile is seen at the first look
        library = cls(retriever_of(folder, index, dictionaries, engines, progress=progress))
        library._folder, library._taken = folder, state
        library._index, library._dictionaries = index, dictionaries
        if engines is not None:
            library._engines, library._prepared = engines, False
            library._threads = ThreadPoolExecutor(_WAITING, thread_name_prefix="asking")
        return library

    @property
    def retriever(self) -> Retriever:
        """What answers now. A caller that needs it twice for one answer takes it once."""
        return self._retriever

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the folder's latest state was not taken up, a line each: where, what, how to mend it; mostly none."""
        return self._faults

    @property
    def out_of_reach(self) -> str | None:
        """Why nothing can be looked up now, one line; None: it can, as far as is known."""
        if self._engines is None:
            return None
        return self._engines.fault or (None if self._prepared else "The articles are being loaded.")

    async def asking(self, function: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T:
        """What the function returns, which may ask the retriever; while an engine elsewhere answers, others go on."""
        if self._threads is None:
            return function(*given, **named)
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(function, *given, **named))

    async def keep_up(self, every: float = _EVERY) -> None:
        """Looks at the folder every so many seconds, or more rarely, and takes up what has changed, until cancelled.

        A change is taken up once it was seen twice, so that a file can be written in peace. While a file is broken, the
        last good state answers; the log tells once. Reading happens in a thread, then the retriever is swapped in one
        step. Engines elsewhere are made ready, and asked again as long as they cannot be reached.
        """
        try:
            await self._keep_up(every)
        finally:
            if self._engines is not None:
                self._engines.stop()

    async def _keep_up(self, every: float) -> None:
        while self._folder is not None:
            await self._reach()
            await asyncio.sleep(pause_after(self._look_took, every))
            try:
                if self.out_of_reach is None:
                    await self._look(self._folder)
            except Exception:
                # Nothing that a file can hold may end the looking: the next change may mend it.
                _LOGGER.exception(
                    "The articles in %s could not be looked at; what was there before answers.", self._folder
                )
                self._taken = self._seen

    async def _reach(self) -> None:
        """Has the engines made ready, or asks whether they can be reached again; the log tells once of each."""
        if self._engines is None or self.out_of_reach is None:
            return
        try:
            await asyncio.to_thread(self._retriever.prepare)
        except EngineUnavailable as error:
            self._tell_of_engines(str(error))
        except Exception as error:  # nor may anything else end the trying
            if str(error) != self._told:
                _LOGGER.exception("The engines could not be made ready; this is tried again.")
            self._told = str(error)
        else:
            self._prepared = True
            self._tell_of_engines("")

    def _tell_of_engines(self, fault: str) -> None:
        if fault and fault != self._told:
            _LOGGER.warning("%s (Until then, nothing can be looked up; the bot says so, and tries again.)", fault)
        elif self._told and not fault:
            _LOGGER.info("Questions can be looked up again.")
        self._told = fault

    async def _look(self, folder: Path) -> None:
        before = self._seen
        self._seen, self._look_took = await asyncio.to_thread(_looked_at, folder)
        if self._seen == before and self._seen != self._taken:
            await self._take_up(folder, self._seen)

    async def _take_up(self, folder: Path, state: FolderState) -> None:
        try:
            retriever = await asyncio.to_thread(self._new_retriever, folder)
        except ContentError as error:
            self._tell(tuple(str(error).splitlines()))
        except EngineUnavailable as error:
            self._tell_of_engines(str(error))
            return  # it stays to be taken up
        except RetrievalError as error:
            self._tell((f"{folder}: {error} Put one there, for instance by: python -m bot add FILE",))
        else:
            if changes := ", ".join(_changes(self._retriever.articles, retriever.articles)):
                self._retriever = retriever
                _LOGGER.info("Articles taken up from %s: %s.", folder, changes)
            elif self._faults:
                _LOGGER.info("The articles in %s are again as they were.", folder)
            self._faults = ()
        self._taken = state

    def _new_retriever(self, folder: Path) -> Retriever:
        retriever = retriever_of(folder, self._index, self._dictionaries, self._engines)
        if self._engines is not None:
            retriever.prepare()
        return retriever

    def _tell(self, faults: tuple[str, ...]) -> None:
        for fault in faults:
            if fault not in self._faults:
                _LOGGER.warning("%s (Until then, what was there before answers.)", fault)
        self._faults = faults


def retriever_of(
    folder: Path,
    index: Path | None = None,
    dictionaries: Dictionaries | None = None,
    engines: Engines | None = None,
    *,
    progress: Progress = iter,
) -> Retriever:
    """The retriever of a folder of article files.

    `index` is a folder in which articles are kept as they were read, and the index: only what changed is read again.
    `dictionaries` translate questions in other languages; not given, those in the system's folders do. `engines` makes
    what ranks the passages elsewhere; not given, this process does. `progress` goes through the articles to be read.

    Raises:
        InvalidArticles: the folder is missing, or files are broken.
        NothingToSearch: it has no article.
    """
    articles = load_articles(folder, kept=index)
    return Retriever(articles, dictionaries=dictionaries, index=index, progress=progress, engines=engines)


def pause_after(look: float, every: float) -> float:
    """Seconds to wait after a look that took so many seconds of a processor, and at least `every`."""
    return max(every, look / _SHARE)


def _looked_at(folder: Path) -> tuple[FolderState, float]:
    """What is in the folder, and how many seconds of a processor it took to see that."""
    begun = time.thread_time()
    state = folder_state(folder)
    return state, time.thread_time() - begun


def _changes(before: Iterable[Article], after: Iterable[Article]) -> Iterator[str]:
    """What to tell of the difference; nothing when all articles are the same."""
    old, new = ({article.slug: article for article in articles} for articles in (before, after))
    yield from (f"{slug} added" for slug in new if slug not in old)
    yield from (f"{slug} changed" for slug in new if slug in old and _known(old[slug]) != _known(new[slug]))
    yield from (f"{slug} removed" for slug in old if slug not in new)


def _known(article: Article) -> list[object]:
    return [getattr(article, field.name) for field in fields(article)]
