"""What a reader scores articles for questions that it was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.examples import ExampleMaker
from retrieval.evaluation.reader.measures import SeparationReport, auc
from retrieval.reader.pairs import Pair
from retrieval.reader.windows import Window
from retrieval.scoring.decision.windows import MOST

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

    @property
    def score_without_answer(self) -> float | None:
        """That of the best window that has no sentence that answers; None when all have."""
        others = (
            logit
            for window, logit in zip(self.windows, self.logits, strict=True)
            if self.case.answering.isdisjoint(range(window.first, window.last + 1))
        )
        return max(others, default=None)


class ShortcutControl(NamedTuple):
    """`reading`: the AUC of answerable questions against the same ones without the windows that answer: nothing but
    what is read tells these apart. `wording`: that of the latter against near-misses: .5 if nothing but reading counts.
    """

    reading: float
    wording: float | None

    def __str__(self) -> str:
        wording = "" if self.wording is None else f", these against near-misses {self.wording:.3f}"
        return f"the same without their answers: AUC {self.reading:.3f}{wording}"


def judge(cases: Sequence[ReaderCase], maker: ExampleMaker, read: ReadPairs) -> list[JudgedCase]:
    """Reads the best windows of each case's article."""
    windows = [tuple(islice(maker.windows(case, maker.rankings[case]), MOST)) for case in cases]
    pairs = [maker.pair(case.question.text, each) for case, own in zip(cases, windows, strict=True) for each in own]
    logits = iter(read(pairs))
    return [JudgedCase(case, own, tuple(next(logits) for _ in own)) for case, own in zip(cases, windows, strict=True)]


def separation(judged: Sequence[JudgedCase]) -> SeparationReport | None:
    """How well the scores tell what is answered from near-misses; None where there are none of either."""
    answerable = [each.score for each in judged if each.case.question.answerable]
    near = [(each.case.question.kind, each.score) for each in judged if each.case.is_near_miss]
    return SeparationReport.of(answerable, near) if answerable and near else None


def control(judged: Sequence[JudgedCase]) -> ShortcutControl | None:
    """Whether the reader reads, or goes by the wording of questions; None where it is not known what answers."""
    known = [each for each in judged if each.case.question.answers and each.score_without_answer is not None]
    near = [
        each.score for each in judged if not each.case.question.answerable and each.case.question.kind != "unrelated"
    ]
    without = [score for each in known if (score := each.score_without_answer) is not None]
    if not without:
        return None
    reading = auc([each.score for each in known], without)
    return ShortcutControl(reading, auc(without, near) if near else None)


def figures(judged: Sequence[JudgedCase], rankings: Mapping[ReaderCase, Sequence[int]]) -> str:
    """All of it in a line."""
    report, controlled = separation(judged), control(judged)
    ranked, read = first_right(judged, rankings)
    parts = [str(report)] if report else []
    parts += [str(controlled)] if controlled else []
    return "; ".join([*parts, f"first sentence {ranked:.3f}, by the reader {read:.3f}"])


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
