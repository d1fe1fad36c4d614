"""Whom articles report, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from content import Article
from retrieval.attribution import Attribution, attributions, grammar_of
from retrieval.base.spans import Span
from retrieval.quotes.citation import cite, paragraph_at
from retrieval.quotes.quote import Quote

# A passage of one voice goes on through its next sentences up to this many characters, so that it can be shown.
_LONGEST = 450


@dataclass(frozen=True, eq=False, slots=True)
class SpeakerPassages:
    """Somebody whom articles report, by the resolved name, and every passage in which they do, in order.

    `speaker` is None for all that articles report without a name that can be told: hearsay, what a paper says that is
    somebody's ("Mitteilung"), and nouns that tell nobody who it is ("Mann").
    """

    speaker: str | None
    passages: tuple[Quote, ...]


def quoted_speakers(articles: Iterable[Article]) -> tuple[SpeakerPassages, ...]:
    """Everybody whom the articles report: the most reported first, then in order of first appearance; hearsay last.

    Neighbouring sentences of one speaker in one paragraph are one passage.
    """
    found: dict[str | None, list[Quote]] = {}
    for article in articles:
        for speaker, quote in _passages(article):
            found.setdefault(speaker, []).append(quote)
    listed = (SpeakerPassages(speaker, tuple(quotes)) for speaker, quotes in found.items())
    return tuple(sorted(listed, key=lambda heard: (heard.speaker is None, -len(heard.passages))))


def _passages(article: Article) -> Iterator[tuple[str | None, Quote]]:
    found = attributions(article)
    names = _listed_names(found, article)
    run: list[Attribution] = []
    for attribution in found:
        if run and not _goes_on(run, attribution, article, names):
            yield _passage(run, article, names)
            run = []
        run.append(attribution)
    if run:
        yield _passage(run, article, names)


def _listed_names(found: Iterable[Attribution], article: Article) -> frozenset[str]:
    """The speakers' names that are those of people or institutions, or roles."""
    grammar = grammar_of(article.language)
    names = {attribution.speaker for attribution in found if attribution.speaker}
    return frozenset(name for name in names if grammar and grammar.tells_who(name, article.text))


def _goes_on(run: list[Attribution], attribution: Attribution, article: Article, names: Collection[str]) -> bool:
    return (
        _listed_as(run[-1], names) == _listed_as(attribution, names)
        and attribution.end - run[0].start <= _LONGEST
        and not article.text[run[-1].end : attribution.start].strip()
        and paragraph_at(article, [_span(run[0])]) is paragraph_at(article, [_span(attribution)])
    )


def _passage(run: list[Attribution], article: Article, names: Collection[str]) -> tuple[str | None, Quote]:
    return _listed_as(run[0], names), cite(article, [_span(attribution) for attribution in run])


def _listed_as(attribution: Attribution, names: Collection[str]) -> str | None:
    return attribution.speaker if attribution.speaker in names else None


def _span(attribution: Attribution) -> Span:
    return Span(attribution.start, attribution.end)
