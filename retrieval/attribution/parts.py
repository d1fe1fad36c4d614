"""Parts of a long article: who says what is found in each of them by itself, when it is asked about.

To read for who says what takes time in proportion to the text. Whoever asks one thing of a book waits for the part in
which the answer stands, and not for the book.
"""

from __future__ import annotations

from collections.abc import Iterator

from content import Article
from retrieval.base.spans import Span

# Characters: some ten pages, so that all but the longest features of magazines are read as one.
LONGEST_PART = 25_000


def parts_of(article: Article) -> tuple[Span, ...]:
    """The parts, in order, each of whole paragraphs; a paragraph that is longer than a part may be is one alone.

    They count code points of the article's text, and leave nothing of it out.
    """
    return tuple(_parts(article)) if len(article.text) > LONGEST_PART else (Span(0, len(article.text)),)


def _parts(article: Article) -> Iterator[Span]:
    start, before = 0, 0
    for paragraph in article.paragraphs:
        if before > start and paragraph.end - start > LONGEST_PART:
            yield Span(start, before)
            start = before
        before = paragraph.end
    yield Span(start, len(article.text))
