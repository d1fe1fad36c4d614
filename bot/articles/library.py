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
# compute at once take turns with each other, and with what sends the answers. A server's encoder is waited for in as
# many: where it takes half a second, that is for 32 questions a second, more than Telegram takes answers.
_THREADS = 16

# Load is shed (https://sre.google/sre-book/addressing-cascading-failures) when a question has waited so long for its
# turn, in seconds, while so many are in hand: fewer wait only where the processor is busy with something else. For so
# many seconds all are then answered by words alone, which takes no waiting, and leaves the processor to the others.
_LONGEST_WAIT, _FEWEST_IN_HAND = 0.25, 8
_SHEDDING_SECONDS = 1.0

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
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="asking")
        self._in_hand = 0
        self._sheds_until = 0.0

    async def run(self, work: Callable[[], _T], retriever: Retriever) -> _T:
        """What the work returns; where it waits for long among many, load is shed."""
        self._in_hand += 1
        try:
            job = partial(self._run, time.monotonic(), work, retriever)
            return await asyncio.get_running_loop().run_in_executor(self._threads, job)
        finally:
            self._in_hand -= 1

    def _run(self, asked_at: float, work: Callable[[], _T], retriever: Retriever) -> _T:
        if time.monotonic() - asked_at > _LONGEST_WAIT and self._in_hand >= _FEWEST_IN_HAND:
            self._shed_load(retriever)
        return work()

    def _shed_load(self, retriever: Retriever) -> None:
        """Has words alone answer for a while."""
        now = time.monotonic()
        begins, self._sheds_until = now >= self._sheds_until, now + _SHEDDING_SECONDS
        if begins:
            _LOGGER.warning("More is asked than can be compared by meaning: for a moment words alone decide.")
        retriever.suspend_models(_SHEDDING_SECONDS)
