"""Links that open a chat about an article (core.telegram.org/bots/features#deep-linking)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.articles.identifiers import article_id, article_with_id, article_with_slug
from content import Article

_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)

# The parameter of the button above inline results, which leads to the private chat and to no article.
INLINE_START = "inline"


def start_parameter(article: Article) -> str:
    """What a link carries that settles a chat on the article: its slug, or its name where Telegram forbids the slug."""
    fits = _PARAMETER.fullmatch(article.slug) and article.slug != INLINE_START
    return article.slug if fits else article_id(article)


def resolve_start_parameter(parameter: str, articles: Sequence[Article]) -> Article | None:
    """The article that a link with this parameter leads to; None when there is none."""
    return article_with_slug(parameter, articles) or article_with_id(parameter, articles)


def deep_link(article: Article, username: str) -> str:
    """The address that opens the bot's private chat and settles it on the article."""
    return f"https://t.me/{username}?start={start_parameter(article)}"
