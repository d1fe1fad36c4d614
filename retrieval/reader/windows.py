"""Windows: what the reader reads of an article, up to three sentences around one that was ranked high."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

# In pieces. Longer ones lose a sentence, the one behind first.
LONGEST = 80


class Segment(NamedTuple):
    """A sentence, and what stands between it and the next one of its article."""

    text: str
    gap: str


class Window(NamedTuple):
    """Whole sentences of an article that follow each other, by their numbers, and their text as one line."""

    first: int
    last: int
    text: str


def windows_of(
    segments: Mapping[int, Segment], ranked: Sequence[int], count_pieces: Callable[[str], int]
) -> Iterator[Window]:
    """The windows around sentences in the order of their rank; one that is in a window already makes none of its own.

    The numbers of sentences that do not follow each other in an article must not follow each other.
    """
    taken: set[int] = set()
    for number in ranked:
        if number not in taken:
            window = _around(segments, number, count_pieces)
            taken |= set(range(window.first, window.last + 1))
            yield window


def _around(segments: Mapping[int, Segment], number: int, count_pieces: Callable[[str], int]) -> Window:
    first, last = number - (number - 1 in segments), number + (number + 1 in segments)
    while True:
        window = Window(first, last, _text([segments[at] for at in range(first, last + 1)]))
        if first == last or count_pieces(window.text) <= LONGEST:
            return window
        if last > number:
            last -= 1
        else:
            first += 1


def _text(segments: Sequence[Segment]) -> str:
    inner = "".join(segment.text + segment.gap for segment in segments[:-1])
    return " ".join((inner + segments[-1].text).split())
