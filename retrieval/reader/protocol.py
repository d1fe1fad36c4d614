"""What is asked of the reader's process, and what it answers, as JSON."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from retrieval.reader.windows import Segment

if TYPE_CHECKING:
    from retrieval.reader.model import ReaderModel

READ = b"w"

# In place of infinity, which JSON lacks.
_ENOUGH = 1e9


class WindowReading(NamedTuple):
    """What the reader says of a window: the sentences `first` to `last`, by their numbers.

    `logit`: how likely it is that the window answers; above 0 it is rather likely. `answer` is what it takes for the
    answer, as its tokenizer spells it; empty when it sees none.
    """

    first: int
    last: int
    logit: float
    answer: str


def request_of(
    question: str, segments: Mapping[int, Segment], ranked: Sequence[int], most: int, enough: float
) -> bytes:
    """A request to read at most `most` windows, up to one that has a logit of `enough`. Texts are `clean`."""
    listed = [[number, *segment] for number, segment in segments.items()]
    return json.dumps([question, listed, list(ranked), most, max(-_ENOUGH, min(_ENOUGH, enough))]).encode()


def answer_request(model: ReaderModel, payload: bytes) -> bytes:
    """The answer to a request."""
    question, listed, ranked, most, enough = json.loads(payload)
    segments = {number: Segment(text, gap) for number, text, gap in listed}
    read = model.read_ranked(question, segments, ranked, most, enough)
    return json.dumps([[window.first, window.last, logit, answer] for window, logit, answer in read]).encode()


def readings_of(payload: bytes) -> list[WindowReading]:
    """What an answer says.

    Raises:
        ValueError: it is none.
    """
    try:
        readings = [
            WindowReading(int(first), int(last), float(logit), str(answer))
            for first, last, logit, answer in json.loads(payload)
        ]
    except (TypeError, RecursionError, OverflowError) as error:
        raise ValueError("it gave what are no readings") from error
    if not readings or not all(math.isfinite(reading.logit) for reading in readings):
        raise ValueError("it gave no finite logits")
    return readings
