"""Who says the sentences of a quote, for articles that are asked again and again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from content import Article
from retrieval.attribution import Attribution, attributions
from retrieval.spans import Span


def attributions_within(article: Article, spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """The attributions of the sentences that the spans are taken from, in order."""
    return tuple(
        found
        for found in _attributions(article)
        if any(found.start < span.end and span.start < found.end for span in spans)
    )


@lru_cache(maxsize=1000)  # an article is read once; beyond that many only those asked about of late are kept
def _attributions(article: Article) -> tuple[Attribution, ...]:
    return attributions(article)
