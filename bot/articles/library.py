"""The articles that the bot answers from, as they are now."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from content import Article
from retrieval import WORDS_ALONE, Retriever

_LOGGER = logging.getLogger(__name__)

# So many questions are looked up at once, in threads of their own: the store's must not wait for them. More than wait
# for encoder and reader of this machine, so that what these are too busy for is answered. Not many more: all that
# compute at once take turns with each other, and with what sends the answers.
_AT_ONCE = 16

# A question that has waited so long for its turn, in seconds, while so many are in hand, tells that more are asked than
# can be looked up: fewer wait only where the processor is busy with something else. For so many seconds all are then
# answered by words alone, which takes no waiting, and leaves the processor to the rest.
_LATE, _MANY = 0.25, 8
_REST = 1.0

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Library:
    """The articles, and the retriever that finds and answers in them. It stays as it is: a change makes a new one.

    Given articles are found by their words alone. `threads` are those in which questions are asked; not given, a
    retriever with an encoder has some of its own, and any other is asked at once.

    Raises:
        NothingToSearch: there is no article, or one has no text.
    """

    def __init__(self, articles: Iterable[Article] | Retriever, threads: LookupThreads | None = None) -> None:
        self._retriever = articles if isinstance(articles, Retriever) else Retriever(articles, WORDS_ALONE)
        self._threads = threads or (LookupThreads() if self._retriever.vectors else None)

    @property
    def retriever(self) -> Retriever:
        """What answers."""
        return self._retriever

    @property
    def unencoded(self) -> int:
        """How many questions were answered by their words alone, as the encoder gave no vector in time."""
        return self._retriever.vectors.unanswered if self._retriever.vectors else 0

    def with_retriever(self, retriever: Retriever) -> Library:
        """The library that follows this one, asked in the same threads."""
        return Library(retriever, self._threads)

    async def run(self, function: Callable[_P, _T], *given: _P.args, **named: _P.kwargs) -> _T:
        """What the function returns, which may ask the retriever; while it waits for an answer, others go on."""
        if self._threads is None:
            return function(*given, **named)
        return await self._threads.run(partial(function, *given, **named), self._retriever)


class LookupThreads:
    """Threads in which questions wait for what is asked elsewhere; they know how many questions are in hand."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="asking")
        self._in_hand = 0
        self._rests_until = 0.0

    async def run(self, work: Callable[[], _T], retriever: Retriever) -> _T:
        """What the work returns; where it waits for long among many, the retriever rests."""
        self._in_hand += 1
        try:
            job = partial(self._run, time.monotonic(), work, retriever)
            return await asyncio.get_running_loop().run_in_executor(self._threads, job)
        finally:
            self._in_hand -= 1

    def _run(self, asked_at: float, work: Callable[[], _T], retriever: Retriever) -> _T:
        now = time.monotonic()
        if now - asked_at > _LATE and self._in_hand >= _MANY:
            begins, self._rests_until = now >= self._rests_until, now + _REST
            if begins:
                _LOGGER.warning("More is asked than can be compared by meaning: for a moment words alone decide.")
            retriever.rest(_REST)
        return work()
