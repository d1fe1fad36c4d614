"""The articles that the running bot answers from, kept up with their folder."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from content import Article, ContentError, FolderState, folder_state, load_articles
from retrieval import Dictionaries, RetrievalError, Retriever

_LOGGER = logging.getLogger(__name__)

# Seconds between two looks at the folder. Looking at a thousand files takes milliseconds; asking the system to tell
# would need another dependency, and is not told of what happens on network drives and in containers' mounts.
_EVERY = 1.0


class Library:
    """Holds the retriever that answers now.

    One of given articles stays as it is; one of a folder takes up what changes there while `keep_up` runs.

    Raises:
        NothingToSearch: there is no article, or one has no text.
    """

    def __init__(self, articles: Iterable[Article], dictionaries: Dictionaries | None = None) -> None:
        self._dictionaries = dictionaries
        self._retriever = Retriever(articles, dictionaries=dictionaries)
        self._folder: Path | None = None
        self._taken: FolderState = {}
        self._seen: FolderState = {}
        self._faults: tuple[str, ...] = ()

    @classmethod
    def of_folder(cls, folder: Path, dictionaries: Dictionaries | None = None) -> Self:
        """The library of a folder of article files.

        Raises:
            InvalidArticles: the folder is missing, or files are broken.
            NothingToSearch: it has no article.
        """
        state = folder_state(folder)  # before it is read: what is written meanwhile is seen at the first look
        library = cls(load_articles(folder), dictionaries)
        library._folder, library._taken = folder, state
        return library

    @property
    def retriever(self) -> Retriever:
        """What answers now. A caller that needs it twice for one answer takes it once."""
        return self._retriever

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the folder's latest state was not taken up, a line each: where, what, how to mend it; mostly none."""
        return self._faults

    async def keep_up(self, every: float = _EVERY) -> None:
        """Looks at the folder every so many seconds and takes up what has changed, until it is cancelled.

        A change is taken up once it was seen twice, so that a file can be written in peace. While a file is broken, the
        last good state answers; the log tells once. Reading happens in a thread, then the retriever is swapped in one
        step.
        """
        while self._folder is not None:
            await asyncio.sleep(every)
            try:
                await self._look(self._folder)
            except Exception:
                # Nothing that a file can hold may end the looking: the next change may mend it.
                _LOGGER.exception(
                    "The articles in %s could not be looked at; what was there before answers.", self._folder
                )
                self._taken = self._seen

    async def _look(self, folder: Path) -> None:
        before, self._seen = self._seen, await asyncio.to_thread(folder_state, folder)
        if self._seen == before and self._seen != self._taken:
            await self._take_up(folder, self._seen)

    async def _take_up(self, folder: Path, state: FolderState) -> None:
        try:
            retriever = await asyncio.to_thread(
                lambda: Retriever(load_articles(folder), dictionaries=self._dictionaries)
            )
        except ContentError as error:
            self._tell(tuple(str(error).splitlines()))
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

    def _tell(self, faults: tuple[str, ...]) -> None:
        for fault in faults:
            if fault not in self._faults:
                _LOGGER.warning("%s (Until then, what was there before answers.)", fault)
        self._faults = faults


def _changes(before: Iterable[Article], after: Iterable[Article]) -> Iterator[str]:
    """What to tell of the difference; nothing when all articles are the same."""
    old, new = ({article.slug: article for article in articles} for articles in (before, after))
    yield from (f"{slug} added" for slug in new if slug not in old)
    yield from (f"{slug} changed" for slug in new if slug in old and vars(old[slug]) != vars(new[slug]))
    yield from (f"{slug} removed" for slug in old if slug not in new)
