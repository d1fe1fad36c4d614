"""A quote again, from where it stands: for those who kept only that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from content import Article, Paragraph
from retrieval.base.errors import InvalidSpan
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.quotes.quote import Quote


def cite(
    article: Article,
    spans: Sequence[Span],
    is_highlight: Callable[[str], bool] = lambda _: False,
    core: Span | None = None,
) -> Quote:
    """The quote of these spans; highlighted are the words whose form `is_highlight`.

    `core` is what answers; not told: the first span.

    Raises:
        InvalidSpan: the spans are not those of a quote, or begin in no paragraph of the article.
    """
    paragraph = paragraph_at(article, spans)
    quoted = Quote(article, paragraph, tuple(spans)).spans  # checked, before words are looked for in them
    marked = tuple(
        Span(word.start, word.end)
        for span in quoted
        for word in words_of(article.text, span)
        if is_highlight(word.form)
    )
    return Quote(article, paragraph, quoted, marked, core=core or quoted[0])


def paragraph_at(article: Article, spans: Sequence[Span]) -> Paragraph:
    """The paragraph that the first of the spans begins in.

    Raises:
        InvalidSpan: there is none.
    """
    start = spans[0].start if spans else -1
    at = bisect_right(article.paragraphs, start, key=lambda paragraph: paragraph.start)
    if not at or start >= article.paragraphs[at - 1].end:
        raise InvalidSpan(f"No paragraph has the character {start}.")
    return article.paragraphs[at - 1]
