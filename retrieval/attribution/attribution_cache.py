"""Who says the sentences of a quote, for articles that are asked again and again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from content import Article
from retrieval.attribution import Attribution, attributions_in_part
from retrieval.attribution.parts import parts_of
from retrieval.base.spans import Span
from retrieval.base.words import normalise

# An article is read once, a long one part by part; beyond that many only those asked about of late are kept.
_KEPT = 1000

# How much of a word all its forms begin with, in letters: "Mus" in "Musks", all but an ending of two at the most.
_SHORTEST_STEM, _LONGEST_STEM, _ENDING = 3, 5, 2


def attributions_of(article: Article) -> tuple[Attribution, ...]:
    """The attributions of the article, in order."""
    return tuple(found for part in parts_of(article) for found in _of_part(article, part))


def attributions_within(article: Article, spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """The attributions of the sentences that the spans are taken from, in order."""
    return tuple(found for part in parts_of(article) for found in _within(article, part, spans))


def attributions_near(article: Article, forms: Collection[str]) -> tuple[Attribution, ...]:
    """Those of the parts of the article that have one of these words; whoever has such a name is among them.

    Of an article that is read as one, all of them.
    """
    stems = [form[: max(_SHORTEST_STEM, min(_LONGEST_STEM, len(form) - _ENDING))] for form in forms]
    parts = parts_of(article)
    asked = [part for part in parts if len(parts) == 1 or _has_one(article.text[part.start : part.end], stems)]
    return tuple(found for part in asked for found in _of_part(article, part))


@lru_cache(maxsize=_KEPT)
def _of_part(article: Article, part: Span) -> tuple[Attribution, ...]:
    return attributions_in_part(article, part)


@lru_cache(maxsize=_KEPT)
def _ends_of_part(article: Article, part: Span) -> tuple[int, ...]:
    return tuple(each.end for each in _of_part(article, part))


def _within(article: Article, part: Span, spans: Sequence[Span]) -> Iterable[Attribution]:
    inside = [span for span in spans if span.overlaps(part)]
    if not inside:
        return ()
    said, ends = _of_part(article, part), _ends_of_part(article, part)
    found = set[int]()
    for span in inside:
        at = bisect_right(ends, span.start)
        while at < len(said) and said[at].start < span.end:
            found.add(at)
            at += 1
    return (said[at] for at in sorted(found))


def _has_one(text: str, stems: Iterable[str]) -> bool:
    forms = normalise(text)
    return any(stem in forms for stem in stems)


def attributions_in(said: Iterable[Attribution], spans: Sequence[Span]) -> tuple[Attribution, ...]:
    """Those of sentences that the spans are taken from."""
    return tuple(found for found in said if any(found.start < span.end and span.start < found.end for span in spans))
