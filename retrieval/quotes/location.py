"""A quote again, from its words alone: for those who have only what was shown of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from content import Article
from retrieval.base.spans import Span
from retrieval.quotes.quote import OMISSION


def locate(text: str, articles: Iterable[Article]) -> tuple[Article, tuple[Span, ...]] | None:
    """The first article that has these words, and where; omissions (" […] ") may be any text of it.

    White space counts for any other, since what shows a text may change it. None when no article has the words.
    """
    if not text.split():
        return None
    # Of thousands of articles few have it; to look for a word is much faster than for all of them in their order.
    rarest = max((word for piece in text.split(OMISSION) for word in piece.split()), key=len, default="")
    listed = tuple(article for article in articles if rarest in article.text)
    for pieces in ([text], text.split(OMISSION)):
        if all(piece.split() for piece in pieces):
            found = ((article, _spans(pieces, article.text)) for article in listed)
            for article, spans in found:
                if spans:
                    return article, spans
    return None


def _spans(pieces: list[str], text: str) -> tuple[Span, ...]:
    """Where the pieces stand one after the other; empty when one does not."""
    spans = [Span(0, 0)]
    for piece in pieces:
        words = r"\s+".join(map(re.escape, piece.split()))
        found = re.compile(words).search(text, spans[-1].end)
        if found is None:
            return ()
        spans.append(Span(*found.span()))
    return tuple(after for _, after in pairwise(spans))
