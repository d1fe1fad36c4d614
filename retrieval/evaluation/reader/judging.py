"""What a reader scores articles for questions that it was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.examples import ExampleMaker
from retrieval.evaluation.reader.measures import SeparationReport
from retrieval.reader.pairs import Pair
from retrieval.reader.windows import Window

# Windows of an article that are read at most, as in `retrieval.scoring`.
MOST_WINDOWS = 8

# What reads pairs, many at a time: their logits.
ReadPairs = Callable[[Sequence[Pair]], Sequence[float]]


@dataclass(frozen=True, eq=False, slots=True)
class JudgedCase:
    """A case, the windows that were read for it, in order, and their logits."""

    case: ReaderCase
    windows: tuple[Window, ...]
    logits: tuple[float, ...]

    @property
    def score(self) -> float:
        """That of the article: of its best window."""
        return max(self.logits)


def judge(cases: Sequence[ReaderCase], maker: ExampleMaker, read: ReadPairs) -> list[JudgedCase]:
    """Reads the best windows of each case's article."""
    windows = [tuple(islice(maker.windows(case, maker.rankings[case]), MOST_WINDOWS)) for case in cases]
    pairs = [maker.pair(case.question.text, each) for case, own in zip(cases, windows, strict=True) for each in own]
    logits = iter(read(pairs))
    return [JudgedCase(case, own, tuple(next(logits) for _ in own)) for case, own in zip(cases, windows, strict=True)]


def separation(judged: Sequence[JudgedCase]) -> SeparationReport | None:
    """How well the scores tell what is answered from near-misses; None where there are none of either."""
    answerable = [each.score for each in judged if each.case.question.answerable]
    near = [
        (each.case.question.kind, each.score)
        for each in judged
        if not each.case.question.answerable and each.case.question.kind != "unrelated"
    ]
    return SeparationReport.of(answerable, near) if answerable and near else None


def first_right(judged: Sequence[JudgedCase], rankings: Mapping[ReaderCase, Sequence[int]]) -> tuple[float, float]:
    """The shares of answerable questions whose first sentence answers: by the ranking; by the best window's centre.

    The centre is the best-ranked sentence of a window. Only where it is known which sentences answer.
    """
    known = [each for each in judged if each.case.question.answers]
    if not known:
        return 0.0, 0.0
    ranked = sum(rankings[each.case][0] in each.case.answering for each in known)
    read = sum(_centre(each, rankings[each.case]) in each.case.answering for each in known)
    return ranked / len(known), read / len(known)


def _centre(judged: JudgedCase, ranking: Sequence[int]) -> int:
    window = judged.windows[judged.logits.index(judged.score)]
    return next(number for number in ranking if window.first <= number <= window.last)
