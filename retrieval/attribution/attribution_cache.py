"""Who says the sentences of a quote, for articles that are asked again and again."""

from __future__ import annotations

from bisect import bisect_right
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
    said, ends = attributions_of(article), _ends_of(article)
    found = set[int]()
    for span in spans:
        at = bisect_right(ends, span.start)
        while at < len(said) and said[at].start < span.end:
            found.add(at)
            at += 1
    return tuple(said[at] for at in sorted(found))


@lru_cache(maxsize=1000)
def _ends_of(article: Article) -> tuple[int, ...]:
    return tuple(each.end for each in attributions_of(article))


def attributions_in(said: Iterable[Attribution], spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """Those of sentences that the spans are taken from."""
    return tuple(found for found in said if any(found.start < span.end and span.start < found.end for span in spans))
