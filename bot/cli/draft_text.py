"""What will be an article, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.formatting import shorten
from bot.messages.texts import Texts
from content import Article, Draft

_FIRST_PARAGRAPHS = 3
_LONGEST = 100


def draft_text(draft: Draft, path: str, texts: Texts) -> str:
    """What is known of the draft and what is not, its first lines, and the file that it will be.

    Raises:
        InvalidText, InvalidArticles: as `Draft.article` does.
    """
    article = draft.article()
    rows = [(texts(f"draft-{key}"), value or texts("draft-unknown")) for key, value in _values(article, texts)]
    widest = max(len(name) for name, _ in rows)
    listed = [f"  {name:<{widest}}  {value}" for name, value in rows]
    lines = [f"  {line}" for line in _first_lines(article)]
    return "\n".join([texts("draft-heading"), *listed, "", *lines, "", texts("draft-file", path=path), ""]).rstrip()


def _values(article: Article, texts: Texts) -> Iterator[tuple[str, str | None]]:
    yield "title", article.title
    yield "language", article.language
    yield "publisher", article.publisher
    yield "authors", ", ".join(article.authors)
    yield "published", article.published.strftime(texts("date-format")) if article.published else None
    yield "url", article.url
    if article.licence:
        yield "licence", article.licence
    yield "questions", " · ".join(article.questions)
    yield "paragraphs", str(len(article.paragraphs))


def _first_lines(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs[:_FIRST_PARAGRAPHS]:
        yield shorten(" ".join(article.text[paragraph.start : paragraph.end].split()), _LONGEST)
    if len(article.paragraphs) > _FIRST_PARAGRAPHS:
        yield "…"
