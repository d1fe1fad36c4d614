"""What is known of articles, kept as it was read, so that only the front matter of changed files is read again.

Texts are not kept: whoever can write there could otherwise have the bot quote words that stand in no file.
"""

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
from content.article_file import decode, read_article_file, slug_of, split_source
from content.errors import ArticleFault
from content.files import LARGEST_ARTICLE, read_file
from content.front_matter import FrontMatter

_FILE = "articles.json"


class ArticleCache:
    """The front matter of files, by their paths and the digests of their bytes, in one file of the folder `kept`;
    without a folder none are kept. Files of more than `largest` MB are not read.

    What cannot be read or written there is as if it was not kept: it is never an error.
    """

    def __init__(self, kept: Path | None, largest: int = LARGEST_ARTICLE) -> None:
        self._folder = kept
        self._largest = largest
        self._before = _read(kept / _FILE) if kept else {}
        self._now: dict[str, Any] = {}
        self._new = False

    def read(self, path: Path) -> Article | tuple[ArticleFault, ...]:
        """The article of the file, or every fault found in it: as it was read, when the file is the same since."""
        try:
            data = read_file(path, self._largest)
        except OSError:
            return read_article_file(path, self._largest)  # which says what is wrong with it
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        if article := self._cached_article(path, digest, data):
            return article
        outcome = read_article_file(path, self._largest)
        if isinstance(outcome, Article):
            self._add(path, digest, outcome)
        return outcome

    def _cached_article(self, path: Path, digest: str, data: bytes) -> Article | None:
        try:
            before, front = entry = self._before[str(path)]
            if before != digest:
                return None
            known = FrontMatter.model_validate_json(front)
            article = Article(text=split_source(decode(data))[1], slug=slug_of(path), **dict(known))
        except (KeyError, ValueError, TypeError):
            return None
        self._now[str(path)] = entry
        return article

    def _add(self, path: Path, digest: str, article: Article) -> None:
        if self._folder:
            known = {name: getattr(article, name) for name in FrontMatter.model_fields}
            self._now[str(path)] = [digest, FrontMatter.model_construct(**known).model_dump_json()]
            self._new = True

    def save(self) -> None:
        """Writes the articles found and added down, if there is something new."""
        if self._folder and (self._new or len(self._now) != len(self._before)):
            with contextlib.suppress(OSError):
                _write(self._folder / _FILE, {"reader": _reader(), "articles": self._now})


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
