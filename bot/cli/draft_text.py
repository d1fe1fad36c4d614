"""What will be an article, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.formatting import shorten
from content import Article, Draft

_FIRST_PARAGRAPHS = 3
_LONGEST = 100
_UNKNOWN = "–"


def draft_text(draft: Draft, path: str) -> str:
    """What is known of the draft and what is not, its first lines, and the file that it will be.

    Raises:
        InvalidText, InvalidArticles: as `Draft.article` does.
    """
    article = draft.article()
    rows = list(_rows(article))
    widest = max(len(name) for name, _ in rows)
    listed = [f"  {name:<{widest}}  {value or _UNKNOWN}" for name, value in rows]
    lines = [f"  {line}" for line in _first_lines(article)]
    notes = [note, ""] if (note := unreadable_note(article.text)) else []
    return "\n".join(["This will be the article:", *listed, "", *lines, "", *notes, f"File: {path}"])


def unreadable_note(text: str) -> str:
    """What is to be told of characters that could not be read; empty when there are none."""
    number = text.count("\ufffd")
    return f"{number} broken character{'s' if number > 1 else ''} (\ufffd): correct the file" if number else ""


def _rows(article: Article) -> Iterator[tuple[str, str | None]]:
    yield "Title", article.title
    yield "Language", article.language
    yield "Published by", article.publisher
    yield "By", ", ".join(article.authors)
    yield "On", f"{article.published:%Y-%m-%d}" if article.published else None
    yield "Address", article.url
    if article.licence:
        yield "Licence", article.licence
    yield "Sample questions", " · ".join(article.questions)
    yield "Paragraphs", str(len(article.paragraphs))


def _first_lines(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs[:_FIRST_PARAGRAPHS]:
        yield shorten(" ".join(article.text[paragraph.start : paragraph.end].split()), _LONGEST)
    if len(article.paragraphs) > _FIRST_PARAGRAPHS:
        yield "…"
