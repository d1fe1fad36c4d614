"""The retriever of a folder of articles, as the settings have it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bot.articles.candidate_finders import candidate_finder_factory
from bot.articles.encoders import encoder_of, reader_of
from bot.config.settings import Settings
from content import LARGEST_ARTICLE, Article, ArticleFault, read_articles
from retrieval import WORDS_ALONE, CandidateFinderFactory, Encoder, EncoderUnavailable, Retriever
from retrieval.encoder import WordsAlone
from retrieval.index.passage_index import Progress
from retrieval.reader import NO_READER, NoReader, Reader

_LOGGER = logging.getLogger(__name__)


class LoadedArticles(NamedTuple):
    """What finds and answers in the good articles of a folder, and what is wrong with the other files."""

    retriever: Retriever
    faults: tuple[ArticleFault, ...]


@dataclass(frozen=True, eq=False, slots=True)
class RetrieverSource:
    """Makes retrievers of the articles in `folder`, as they are then.

    `index` is a folder in which articles, their index and vectors are kept: only what changed is read again. `encoder`
    compares by meaning; `engines` finds passages elsewhere; not given, this process does. `reader` reads what was
    found. A file of more than `largest` MB is broken.
    """

    folder: Path
    index: Path | None = None
    encoder: Encoder | WordsAlone = WORDS_ALONE
    engines: CandidateFinderFactory | None = None
    reader: Reader | NoReader = NO_READER
    largest: int = LARGEST_ARTICLE

    def load(self, reading: Progress = iter, last_good: Iterable[Article] = ()) -> LoadedArticles:
        """The retriever of the articles; vectors that these lack are still to be made (`Retriever.encode`).

        `reading` goes through the articles that have to be read. A file that is broken is left out, or stays as it is
        among those that were `last_good`.

        Raises:
            InvalidArticles: the folder is missing, or none of its files is good.
            NothingToSearch: it has no article.
        """
        articles, faults = read_articles(self.folder, kept=self.index, last_good=last_good, largest=self.largest)
        retriever = Retriever(
            articles,
            self.encoder,
            index=self.index,
            progress=reading,
            engines=self.engines,
            later=True,
            reader=self.reader,
        )
        return LoadedArticles(retriever, faults)

    def load_whole(self, reading: Progress = iter, encoding: Progress = iter) -> LoadedArticles:
        """The same, with all vectors, which `encoding` goes through; where they cannot be made, the log says so."""
        loaded = self.load(reading)
        encode(loaded.retriever, encoding)
        return loaded


def encode(retriever: Retriever, encoding: Progress = iter) -> bool:
    """Makes the vectors that the articles lack; whether it could, else the log says why."""
    try:
        retriever.encode(encoding)
    except EncoderUnavailable as error:
        _LOGGER.warning("Articles without vectors are found by their words alone: %s", error)
        return False
    return True


def retriever_source(settings: Settings) -> RetrieverSource:
    """What makes the retriever that the settings ask for.

    Raises:
        InvalidSettings: they name a Milvus, and its package is not installed; or a reader whose file cannot be read.
    """
    return RetrieverSource(
        settings.content_dir,
        kept_index(settings),
        encoder_of(settings),
        candidate_finder_factory(settings),
        reader_of(settings),
        settings.largest_article,
    )


def kept_index(settings: Settings) -> Path | None:
    """The folder that keeps articles, their index and vectors; None, and a line in the log, where it cannot be used."""
    if fault := index_fault(settings.index_folder):
        _LOGGER.warning("%s (Until then, each start reads all articles anew.)", fault)
        return None
    return settings.index_folder


def index_fault(folder: Path) -> str | None:
    """Why nothing can be kept in this folder, which need not be there yet, in one line; None: it can. Nothing is made.

    That a disk is full is not seen so.
    """
    there = folder
    while not os.access(there, os.F_OK) and there != there.parent:
        there = there.parent
    if there.is_dir() and os.access(there, os.R_OK | os.W_OK | os.X_OK):
        return None
    return f"INDEX_DIR: {folder} cannot be written by this user; let it, or name another folder"
