"""Who says the sentences of a quote, for articles that are asked again and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from content import Article
from retrieval.attribution import Attribution, attributions
from retrieval.base.spans import Span


@lru_cache(maxsize=1000)  # an article is read once; beyond that many only those asked about of late are kept
def attributions_of(article: Article) -> tuple[Attribution, ...]:
    """The attributions of the article, in order."""
    return attributions(article)


def attributions_within(article: Article, spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """The attributions of the sentences that the spans are taken from, in order."""
    return attributions_in(attributions_of(article), spans)


def attributions_in(said: Iterable[Attribution], spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """Those of sentences that the spans are taken from."""
    return tuple(found for found in said if any(found.start < span.end and span.start < found.end for span in spans))
