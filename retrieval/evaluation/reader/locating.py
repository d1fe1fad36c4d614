"""Whether the reader points at what is false in a question: of twins, at a share of alarms about the true ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from retrieval.base.spans import Span
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.examples import ExampleMaker
from retrieval.reader.pairs import Pair

# What reads a pair: the logit that the window answers, and of each piece that it is not supported.
ReadPair = Callable[[Pair], tuple[float, Sequence[float]]]

# Of the true questions so many may have an alarm.
_ALARMS = 0.03

_WORD = re.compile(r"\S+")


class Suspicion(NamedTuple):
    """The word of a question that is likeliest not supported by the window that likeliest answers, and its logit."""

    place: Span
    logit: float


class LocationReport(NamedTuple):
    """Of twins at `_ALARMS`: the shares of the false ones with their false words located, and with any alarm; the
    threshold; and by kind how many of how many are located."""

    located: float
    alarmed: float
    threshold: float
    kinds: dict[str, tuple[int, int]]

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {hits}/{count}" for kind, (hits, count) in sorted(self.kinds.items()))
        return f"located {self.located:.3f}, alarmed {self.alarmed:.3f} from {self.threshold:.2f}; {kinds}"


def located(cases: Sequence[ReaderCase], maker: ExampleMaker, read: ReadPair, most: int = 3) -> LocationReport | None:
    """How often the reader locates what is false in the twins among cases; None where there are none."""
    false = [case for case in cases if case.unsupported]
    true = [case for case in cases if case.question.answerable]
    if not false or not true:
        return None
    threshold = sorted(suspicion(case, maker, read, most).logit for case in true)[-1 - int(_ALARMS * len(true))]
    kinds: dict[str, list[bool]] = defaultdict(list)
    alarms = []
    for case in false:
        found = suspicion(case, maker, read, most)
        start = case.question.text.index(case.unsupported)
        alarms.append(found.logit > threshold)
        hit = alarms[-1] and found.place.overlaps(Span(start, start + len(case.unsupported)))
        kinds[case.question.kind.removeprefix("premise: ")].append(hit)
    hits = [hit for own in kinds.values() for hit in own]
    by_kind = {kind: (sum(own), len(own)) for kind, own in kinds.items()}
    return LocationReport(sum(hits) / len(hits), sum(alarms) / len(alarms), threshold, by_kind)


def suspicion(case: ReaderCase, maker: ExampleMaker, read: ReadPair, most: int) -> Suspicion:
    """What of a question is likeliest not supported."""
    windows = [window for window, _ in zip(maker.windows(case, maker.rankings[case]), range(most), strict=False)]
    readings = [read(maker.pair(case.question.text, window)) for window in windows]
    _, logits = max(readings, key=lambda reading: reading[0])
    found, at = Suspicion(Span(0, 0), -100.0), 1
    for word in _WORD.finditer(case.question.text):
        count = len(maker.tokenizer.pieces(word[0]))
        if own := list(logits[at : at + count]):
            found = max(found, Suspicion(Span(*word.span()), max(own)), key=lambda each: each.logit)
        at += count
    return found
