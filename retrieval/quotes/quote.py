"""A quote: stretches of an article's text, which it cannot be made without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from content import Article, Paragraph
from retrieval.attribution import Attribution
from retrieval.attribution.attribution_cache import attributions_within
from retrieval.base.errors import InvalidSpan
from retrieval.base.spans import Span

OMISSION = " […] "

_NOT_TOLD = Span(0, 0)


@dataclass(frozen=True, eq=False)
class Quote:
    """What an article says, character for character, where it stands, and who says it.

    `spans` lie in `article.text`, in order, not overlapping; spans with only white space between them become one.
    `paragraph` is the one of its main sentence; others of its sentences may stand elsewhere (`paragraphs`).
    `highlights` are the spans, inside the quote, of the words that matched the question. `said` are the attributions of
    its sentences, if they are known; else they are found when somebody asks for them, which takes some milliseconds.
    `core` is the place, within one of the spans, of the sentence or clause that answers; not told: the first span.

    Raises:
        InvalidSpan: there is no span, or one is empty, out of the text, out of order, or overlaps another; or a
            highlight or the core does not lie in one of the spans.
    """

    article: Article
    paragraph: Paragraph
    spans: tuple[Span, ...]
    highlights: tuple[Span, ...] = ()
    said: tuple[Attribution, ...] | None = None
    core: Span = _NOT_TOLD

    def __post_init__(self) -> None:
        _check(self.spans, self.article.text)
        object.__setattr__(self, "spans", _join(self.spans, self.article.text))
        if self.highlights:
            _check(self.highlights, self.article.text)
        for highlight in self.highlights:
            if not any(span.covers(highlight) for span in self.spans):
                raise InvalidSpan(f"The highlight {tuple(highlight)} lies outside the quote.")
        if self.core == _NOT_TOLD:
            object.__setattr__(self, "core", self.spans[0])
        elif self.core.start >= self.core.end or not any(span.covers(self.core) for span in self.spans):
            raise InvalidSpan(f"The core {tuple(self.core)} lies outside the quote.")

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs that it quotes from, in order."""
        return tuple(
            paragraph
            for paragraph in self.article.paragraphs
            if any(paragraph.start < span.end and span.start < paragraph.end for span in self.spans)
        )

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Those of its sentences that report somebody, in order; none: all of it is the article's own voice."""
        return attributions_within(self.article, self.spans) if self.said is None else self.said

    @property
    def attribution(self) -> Attribution | None:
        """Whom the quote is attributed to first; None: all of it is the article's own voice."""
        return self.attributions[0] if self.attributions else None

    @property
    def text(self) -> str:
        """The spans' text, omissions between them marked " […] "; nothing else is added."""
        return OMISSION.join(self.article.text[start:end] for start, end in self.spans)


def _check(spans: tuple[Span, ...], text: str) -> None:
    if not spans:
        raise InvalidSpan("A quote needs at least one span.")
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise InvalidSpan(f"The span ({start}, {end}) does not lie in a text of {len(text)} characters.")
    for before, after in pairwise(spans):
        if before.end > after.start:
            raise InvalidSpan(f"The spans {tuple(before)} and {tuple(after)} overlap or are out of order.")


def _join(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(Span(*span))
    return tuple(joined)
