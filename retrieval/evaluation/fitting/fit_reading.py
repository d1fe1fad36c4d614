"""Fits the lines of a reader (`retrieval.scoring.windows`) on several sets of questions, as `fit_answerability` does.

The set that is worst off draws both lines, those of its questions counted that are denied or refused without reading.
The reader must not have been trained on the articles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from retrieval.evaluation.fitting.fit_answerability import AllowedErrors, are_enough
from retrieval.evaluation.fitting.observations import Observation, ObservationSet
from retrieval.scoring.answerability import LogisticModelPair, is_open, verdict_of
from retrieval.scoring.verdict import Verdict
from retrieval.scoring.windows import ReadingLines, ReadingLinesPair


def fit_lines(
    sets: Sequence[ObservationSet], shares: AllowedErrors, formulas: LogisticModelPair, fallback: ReadingLinesPair
) -> ReadingLinesPair:
    """The lines for own and for foreign questions; where there are too few of these, `fallback` stays."""
    return ReadingLinesPair(
        _lines(sets, shares, formulas, foreign=False) or fallback.own,
        _lines(sets, shares, formulas, foreign=True) or fallback.foreign,
    )


def _lines(
    sets: Sequence[ObservationSet], shares: AllowedErrors, formulas: LogisticModelPair, *, foreign: bool
) -> ReadingLines | None:
    if not are_enough(sets, foreign=foreign):
        return None
    read = [_read_questions(each.answerable, formulas) for each in sets if each.foreign == foreign]
    read = [each for each in read if each.logits]
    if not read:
        return None
    answer = min(each.line(shares.wrong_refusals, each.refused) for each in read)
    return ReadingLines(answer, none=min(answer, *(each.line(shares.denied, each.denied) for each in read)))


class _ReadQuestions(NamedTuple):
    """Answerable questions of a set: how many there are, are denied and are refused unread, and the others' logits."""

    asked: int
    denied: int
    refused: int
    logits: Sequence[float]

    def line(self, share: float, lost: int) -> float:
        """The logit below which so few lie that, with those `lost` already, they are no more than the share."""
        allowed = int(share * self.asked) - lost
        return math.floor(100 * self.logits[max(0, min(allowed, len(self.logits) - 1))]) / 100


def _read_questions(observed: Sequence[Observation], formulas: LogisticModelPair) -> _ReadQuestions:
    denied, doubtful, logits = 0, 0, []
    for signals, doubted in observed:
        if signals is None:
            denied += 1
            continue
        formula = formulas.foreign if signals.foreign else formulas.own
        verdict = verdict_of(signals, formula, doubted=doubted)
        if verdict is Verdict.NONE:
            denied += 1
        elif not is_open(verdict, doubted=doubted):
            doubtful += 1
        elif signals.reading is not None:
            logits.append(signals.reading)
    return _ReadQuestions(len(observed), denied, denied + doubtful, sorted(logits))
