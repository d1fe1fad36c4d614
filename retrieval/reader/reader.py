"""What reads a question and passages together, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from retrieval.reader.protocol import WindowReading
from retrieval.reader.windows import Segment


class Reader(Protocol):
    """Says of windows of articles whether they answer a question. May be used by several threads."""

    @property
    def name(self) -> str:
        """Which model it is, in which version: logits of different names are not comparable."""
        ...

    def read(
        self, question: str, segments: Mapping[int, Segment], ranked: Sequence[int], most: int, enough: float
    ) -> list[WindowReading]:
        """Reads at most `most` windows around the `ranked` sentences, the best first, up to one of logit `enough`.

        `segments` are these sentences and those beside them, by their numbers, which follow each other only where they
        do in an article. At least one is ranked.

        Raises:
            EncoderUnavailable: they were not read in time, or not rightly.
        """
        ...


class NoReader:
    """The wish that no reader be used, as opposed to None: the default one, if there is one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NO_READER"


NO_READER = NoReader()
