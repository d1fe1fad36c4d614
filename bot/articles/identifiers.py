"""What stands for an article, or for a text, where there is little room: in a button's data, and in links."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from content import Article


def digest(text: str) -> str:
    """Sixteen hexadecimal digits that stand for the text."""
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def article_id(article: Article) -> str:
    """Sixteen hexadecimal digits that stay when the article's text changes."""
    return digest(article.slug)


def article_with_id(identifier: str, articles: Sequence[Article]) -> Article | None:
    """The article with this identifier; None when it is not there any more."""
    return _by_id(tuple(articles)).get(identifier)


def article_with_slug(slug: str, articles: Sequence[Article]) -> Article | None:
    """The article with this slug; None when it is not there any more."""
    return article_with_id(digest(slug), articles)


def library_version(articles: Iterable[Article]) -> str:
    """Changes with every change of any article."""
    return digest(" ".join(article.version for article in articles))


@lru_cache(maxsize=2)  # a library is told by its articles, and asked for many of them
def _by_id(articles: tuple[Article, ...]) -> Mapping[str, Article]:
    return {article_id(article): article for article in articles}
