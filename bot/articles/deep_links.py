"""How an article is named where there is little room: in a button's data, and in a link that starts a chat."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.callback.callback_data import digest
from content import Article

# core.telegram.org/bots/features#deep-linking
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)

# The parameter of the button above inline results, which leads to the private chat and to no article.
INLINE_START = "inline"


def article_id(article: Article) -> str:
    """Sixteen hexadecimal digits that stay when the article's text changes."""
    return digest(article.slug)


def article_with_id(name: str, articles: Sequence[Article]) -> Article | None:
    """The article with this name; None when it is not there any more."""
    return _by_name(tuple(articles)).get(name)


def start_parameter(article: Article) -> str:
    """What a link carries that settles a chat on the article: its slug, or its name where Telegram forbids the slug."""
    fits = _PARAMETER.fullmatch(article.slug) and article.slug != INLINE_START
    return article.slug if fits else article_id(article)


def resolve_start_parameter(parameter: str, articles: Sequence[Article]) -> Article | None:
    """The article that a link with this parameter leads to; None when there is none."""
    return article_with_slug(parameter, articles) or article_with_id(parameter, articles)


def article_with_slug(slug: str, articles: Sequence[Article]) -> Article | None:
    """The article with this slug; None when it is not there any more."""
    return article_with_id(digest(slug), articles)


def deep_link(article: Article, username: str) -> str:
    """The address that opens the bot's private chat and settles it on the article."""
    return f"https://t.me/{username}?start={start_parameter(article)}"


@lru_cache(maxsize=2)  # a library is told by its articles, and asked for many of them
def _by_name(articles: tuple[Article, ...]) -> Mapping[str, Article]:
    return {article_id(article): article for article in articles}
