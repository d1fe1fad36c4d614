"""A reader for tests: quick, the same on every machine, and out of order when told to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from retrieval.base.errors import EncoderUnavailable
from retrieval.reader import WindowReading
from retrieval.reader.windows import Segment, windows_of


class FakeReader:
    """A `Reader`. The logit of a window is the highest of the `logits` whose words stand in it, else `otherwise`.

    `questions` are those that it was asked, and `windows` what it read, in order. While it is `down`, it raises.
    """

    def __init__(self, logits: Mapping[str, float] | None = None, otherwise: float = 0.0, name: str = "fake") -> None:
        self.name = name
        self.logits = dict(logits or {})
        self.otherwise = otherwise
        self.down = False
        self.questions: list[str] = []
        self.windows: list[str] = []

    def read(
        self, question: str, segments: Mapping[int, Segment], ranked: Sequence[int], most: int, enough: float
    ) -> list[WindowReading]:
        """One reading a window, one after the other."""
        if self.down:
            raise EncoderUnavailable("The fake reader is told to be down.")
        self.questions.append(question)
        readings = []
        for window in islice(windows_of(segments, ranked, lambda text: len(text.split())), most):
            self.windows.append(window.text)
            found = [word for word in self.logits if word in window.text]
            logit = max((self.logits[word] for word in found), default=self.otherwise)
            readings.append(WindowReading(window.first, window.last, logit, " ".join(found)))
            if logit >= enough:
                break
        return readings
