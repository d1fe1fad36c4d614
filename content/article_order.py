"""The order in which articles are told of: the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from content.article import Article

T = TypeVar("T")


def newest_first(things: Iterable[T], article_of: Callable[[T], Article]) -> list[T]:
    """The things by when their articles were published; those undated last, and of equals the one that came first."""
    return sorted(things, key=lambda thing: _publication_time(article_of(thing)), reverse=True)


def _publication_time(article: Article) -> str:
    # As text: a day, a time of day and one with a time zone cannot be compared otherwise.
    return article.published.isoformat() if article.published else ""
