"""Who says the sentences of a quote, for articles that are asked again and again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from content import Article
from retrieval.attribution import Attribution, Confidence, attributions
from retrieval.spans import Span


@lru_cache(maxsize=1000)  # an article is read once; beyond that many only those asked about of late are kept
def attributions_of(article: Article) -> tuple[Attribution, ...]:
    """The attributions of the article, in order."""
    return attributions(article)


def attributions_within(article: Article, spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """The attributions of the sentences that the spans are taken from, in order."""
    return within(attributions_of(article), spans)


def within(said: Iterable[Attribution], spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """Those of sentences that the spans are taken from."""
    return tuple(found for found in said if any(found.start < span.end and span.start < found.end for span in spans))


def written(said: Iterable[Attribution]) -> bytes:
    """The attributions as they are kept."""
    rows = [[a.start, a.end, a.speaker, a.mention, a.cue, a.confidence.value, a.rule] for a in said]
    return json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")


def read_back(kept: bytes) -> tuple[Attribution, ...]:
    """The attributions that were written."""
    rows = json.loads(kept.decode("utf-8", "surrogatepass"))
    return tuple(
        Attribution(start, end, speaker, mention, cue, Confidence(confidence), rule)
        for start, end, speaker, mention, cue, confidence, rule in rows
    )
