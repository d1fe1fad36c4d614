"""The vectors of many articles, made while questions are answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial

from content import Article
from retrieval import EncoderUnavailable, Retriever

_LOGGER = logging.getLogger(__name__)

# Seconds between two looks for articles without vectors.
EVERY = 1.0

# Seconds after which an encoder is tried again that could not be used.
AGAIN = 60.0

# After so many articles the log tells how far their vectors are: some minutes.
_LOG_EVERY = 100


class BackgroundEncoding:
    """Makes the vectors that articles lack.

    `current` is the retriever that answers now; `on_done` is called when all vectors of one are there.
    """

    def __init__(self, current: Callable[[], Retriever], on_done: Callable[[Retriever], Awaitable[None]]) -> None:
        self._current = current
        self._on_done = on_done
        self._is_stopping = False
        self._has_failed = False

    async def work(self, every: float = EVERY, again: float = AGAIN) -> None:
        """Makes them until it is cancelled. Looks for some `every` so many seconds, and tries `again` after failing."""
        try:
            while True:
                retriever = self._current()
                if retriever.without_vectors:
                    if not await self._encode(retriever):
                        await asyncio.sleep(again)
                    elif retriever is self._current():
                        await self._on_done(retriever)
                await asyncio.sleep(every)
        finally:
            self._is_stopping = True

    async def _encode(self, retriever: Retriever) -> bool:
        """Whether vectors could be made; else the log tells why, once until they can."""
        try:
            await asyncio.to_thread(retriever.encode, partial(self._while_current, retriever))
        except EncoderUnavailable as error:
            if not self._has_failed:
                _LOGGER.warning("Articles without vectors are found by their words alone: %s", error)
        except Exception:  # nor may anything else end the bot
            if not self._has_failed:
                _LOGGER.exception("Vectors could not be made; this is tried again.")
        else:
            self._has_failed = False
            return True
        self._has_failed = True
        return False

    def _while_current(self, retriever: Retriever, articles: Sequence[Article]) -> Iterator[Article]:
        """These articles, as long as this retriever answers and the bot runs; the log tells how far they are."""
        if not self._has_failed:
            _LOGGER.info(
                "Making the vectors of %d articles; until then these are found by their words alone.", len(articles)
            )
        for number, article in enumerate(articles):
            if self._is_stopping or self._current() is not retriever:
                return
            if number and number % _LOG_EVERY == 0:
                _LOGGER.info("Vectors: %d of %d articles.", number, len(articles))
            yield article
        _LOGGER.info("The vectors of all articles are there.")
