"""Articles kept as they were read, so that only files that changed since are read again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from content.article import Article
from content.article_file import read_article_file, slug_of
from content.errors import ArticleFault
from content.front_matter import FrontMatter

_FILE = "articles.json"

# What tells that a file is as it was: size, time of its last change, and that of its entry in the folder, which changes
# also where a tool sets the first one back.
Stamp = list[int]


class ArticleCache:
    """The articles of files, by the files' paths, in one file of the folder `kept`; without a folder none are kept.

    What cannot be read or written there is as if it was not kept: it is never an error.
    """

    def __init__(self, kept: Path | None) -> None:
        self._folder = kept
        self._before = _read(kept / _FILE) if kept else {}
        self._now: dict[str, Any] = {}
        self._new = False

    def read(self, path: Path) -> Article | tuple[ArticleFault, ...]:
        """The article of the file, or every fault found in it: as it was read, when the file is the same since."""
        try:
            stamp = _stamp(path)
        except OSError:
            return read_article_file(path)  # which says what is wrong with it
        article = self._cached_article(path, stamp)
        if article is None:
            outcome = read_article_file(path)
            if isinstance(outcome, Article):
                self._add(path, stamp, outcome)
            return outcome
        return article

    def _cached_article(self, path: Path, stamp: Stamp) -> Article | None:
        try:
            before, front, text = entry = self._before[str(path)]
            if before != stamp:
                return None
            article = Article(text=text, slug=slug_of(path), **dict(FrontMatter.model_validate_json(front)))
        except (KeyError, ValueError, TypeError):
            return None
        self._now[str(path)] = entry
        return article

    def _add(self, path: Path, stamp: Stamp, article: Article) -> None:
        if self._folder:
            known = {name: getattr(article, name) for name in FrontMatter.model_fields}
            front = FrontMatter.model_construct(**known).model_dump_json()
            self._now[str(path)] = [stamp, front, article.text]
            self._new = True

    def save(self) -> None:
        """Writes the articles found and added down, if there is something new."""
        if self._folder and (self._new or len(self._now) != len(self._before)):
            with contextlib.suppress(OSError):
                _write(self._folder / _FILE, {"reader": _reader(), "articles": self._now})


def _stamp(path: Path) -> Stamp:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]


def _reader() -> str:
    """A name for how files are read: it changes with the code of this package."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> Mapping[str, Any]:
    try:
        kept = from_json(file.read_bytes(), cache_strings="none")  # twice as fast as json; pydantic is there anyway
        articles = kept["articles"] if kept["reader"] == _reader() else {}
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return articles if isinstance(articles, dict) else {}


def _write(file: Path, kept: Mapping[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".unfinished-", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as unfinished:
            json.dump(kept, unfinished, ensure_ascii=False)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
