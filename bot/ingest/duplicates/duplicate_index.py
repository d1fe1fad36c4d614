"""The library, as far as a new article may be in it already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from bot.ingest.duplicates.similarity import THRESHOLD, Shingles, resemblance, shingles, text_digest
from bot.ingest.http.urls import canonical_url, is_home_page
from bot.ingest.storage.files import free_slug
from content import LARGEST_ARTICLE, Article, Draft
from content.article_cache import ArticleCache
from content.article_file import slug_of
from content.files import article_files

# An agency's report is printed within days. What is alike and lies farther apart is a series: each week's market day.
_APART = timedelta(days=3)


class MatchKind(StrEnum):
    """What an article and its duplicate have in common."""

    ADDRESS = "address"
    TEXT = "text"
    SIMILAR = "near"


class Duplicate(NamedTuple):
    """The file that has the article already, what they have in common, and how much of their texts, 0 to 1."""

    path: Path
    kind: MatchKind
    share: float


class LibraryIndex:
    """The articles of the library by what tells that two are the same. What is added is found from then on."""

    def __init__(self, articles: Mapping[Path, Article], files: Iterable[Path]) -> None:
        self._articles = dict(articles)
        self._slugs = {slug_of(path) for path in files}
        self._by_address = {canonical_url(each.url): path for path, each in articles.items() if each.url}
        self._by_text = {text_digest(each.text): path for path, each in articles.items()}
        self._shingles: dict[Path, Shingles] = {}

    def find_duplicate(self, draft: Draft, address: str | None) -> Duplicate | None:
        """The duplicate of the draft by its address, its text, or most of its text.

        `address` is the canonical one of its entry; None: its address is not its own, and tells nothing.
        """
        shown = canonical_url(draft.url) if address and draft.url and not is_home_page(draft.url) else None
        for each in filter(None, (address, shown)):
            if path := self._by_address.get(each):
                return Duplicate(path, MatchKind.ADDRESS, 1.0)
        if path := self._by_text.get(text_digest(draft.text)):
            return Duplicate(path, MatchKind.TEXT, 1.0)
        return self._find_similar(draft)

    def free_slug(self, slug: str) -> str:
        """The slug, or where it is taken, the slug with the first free number."""
        return free_slug(slug, self._slugs)

    def add(self, path: Path, article: Article) -> None:
        """Adds an article that will be at this path."""
        self._articles[path] = article
        self._slugs.add(slug_of(path))
        self._by_text[text_digest(article.text)] = path
        if article.url:
            self._by_address[canonical_url(article.url)] = path

    def _find_similar(self, draft: Draft) -> Duplicate | None:
        wanted = shingles(draft.text)
        candidates = (path for path, each in self._articles.items() if not _far_apart(each.published, draft.published))
        found = max(((resemblance(wanted, self._shingles_of(path)), path) for path in candidates), default=None)
        return Duplicate(found[1], MatchKind.SIMILAR, found[0]) if found and found[0] >= THRESHOLD else None

    def _shingles_of(self, path: Path) -> Shingles:
        if path not in self._shingles:
            self._shingles[path] = shingles(self._articles[path].text)
        return self._shingles[path]


def load_index(folder: Path, kept: Path | None, largest: int = LARGEST_ARTICLE) -> LibraryIndex:
    """The library in a folder of article files. Broken ones, and those of more than `largest` MB, keep
    their names, and are otherwise not there.

    `kept` is where the articles were kept as they were read (`content.load_articles`).
    """
    files = article_files(folder)
    known = ArticleCache(kept, largest)
    read = {path: known.read(path) for path in files}
    return LibraryIndex({path: each for path, each in read.items() if isinstance(each, Article)}, files)


def _far_apart(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs(_day(one) - _day(other)) > _APART


def _day(published: date) -> date:
    return published.date() if isinstance(published, datetime) else published
