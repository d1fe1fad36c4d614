"""Passages: the pieces of an article that are ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from content import Article, Paragraph
from retrieval.analysis.sentences import article_sentences
from retrieval.base.spans import Span

# A passage is a paragraph, unless it is longer than this many characters: a text without blank lines would
# otherwise be a single passage, and there would be nothing to rank.
_LONGEST = 1800


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an article, or a run of sentences of a very long one.

    `number` counts the article's passages from 0; two are equal when they are the same one of the same article.
    `paragraph_number` counts its paragraphs from 1. `span` is from its first sentence's start to its last one's end.
    """

    article: Article
    number: int
    paragraph_number: int = field(compare=False)
    span: Span = field(compare=False)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that it stands in. To know it the whole article is split, so only those who need it ask."""
        return self.article.paragraphs[self.paragraph_number - 1]


def passages_of(article: Article) -> Iterator[tuple[Passage, tuple[Span, ...]]]:
    """The passages of the article, in order, each with its sentences: every sentence is in exactly one."""
    runs = ((paragraph, run) for paragraph, sentences in article_sentences(article) for run in _runs(sentences))
    for number, (paragraph, run) in enumerate(runs):
        yield Passage(article, number, paragraph.number, Span(run[0].start, run[-1].end)), run


def _runs(sentences: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    run: list[Span] = []
    for sentence in sentences:
        if run and sentence.end - run[0].start > _LONGEST:
            yield tuple(run)
            run = []
        run.append(sentence)
    if run:
        yield tuple(run)
