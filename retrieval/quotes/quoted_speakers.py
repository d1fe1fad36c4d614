"""Whom articles report, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content import Article, Paragraph
from retrieval.attribution import Attribution, attributions, grammar_of
from retrieval.base.spans import Span
from retrieval.quotes.citation import cite
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
    run: list[Attribution] = []
    for attribution in attributions(article):
        if run and not _goes_on(run, attribution, article):
            yield _passage(run, article)
            run = []
        run.append(attribution)
    if run:
        yield _passage(run, article)


def _goes_on(run: list[Attribution], attribution: Attribution, article: Article) -> bool:
    return (
        _listed_as(run[-1], article) == _listed_as(attribution, article)
        and attribution.end - run[0].start <= _LONGEST
        and not article.text[run[-1].end : attribution.start].strip()
        and _paragraph(article, run[0].start) is _paragraph(article, attribution.start)
    )


def _passage(run: list[Attribution], article: Article) -> tuple[str | None, Quote]:
    spans = [Span(attribution.start, attribution.end) for attribution in run]
    return _listed_as(run[0], article), cite(article, spans)


def _listed_as(attribution: Attribution, article: Article) -> str | None:
    """The speaker's name, if it is that of a person or an institution, or a role."""
    grammar, name = grammar_of(article.language), attribution.speaker
    return name if name and grammar and grammar.tells_who(name, article.text) else None


def _paragraph(article: Article, offset: int) -> Paragraph:
    return next(paragraph for paragraph in article.paragraphs if paragraph.start <= offset < paragraph.end)
