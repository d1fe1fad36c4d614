"""Fits the lines of a reader (`retrieval.scoring.windows`) on several sets of questions, as `fit_answerability` does.

How much a cosine counts beside a logit is what a logistic regression finds. The set that is worst off draws both lines,
those of its questions counted that are denied or refused without reading. The reader must not have been trained on the
articles; what the wording of near-misses tells weighs less than what is asked of the most similar other article.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from retrieval.evaluation.fitting.fit_answerability import (
    AllowedErrors,
    WeightedSignals,
    are_enough,
    regression,
    unanswerable_examples,
)
from retrieval.evaluation.fitting.observations import Observation, ObservationSet
from retrieval.scoring.answerability import LogisticModelPair, Signals, is_open, verdict_of
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
    own = [each for each in sets if each.foreign == foreign]
    read = [_read_questions(each.answerable, formulas) for each in own]
    if not are_enough(sets, foreign=foreign) or not any(each.signals for each in read):
        return None
    lines = ReadingLines(0.0, 0.0, _cosine_weight(own, formulas))
    answer = min(each.line(lines, shares.wrong_refusals, each.refused) for each in read if each.signals)
    none = min(each.line(lines, shares.denied, each.denied) for each in read if each.signals)
    return lines._replace(answer=answer, none=min(answer, none))


def _cosine_weight(sets: Sequence[ObservationSet], formulas: LogisticModelPair) -> float:
    """How much logit a cosine of 1 is worth; 0 where there is nothing that answerable questions are to be told from."""

    def usable_signals(observed: Sequence[Observation]) -> Sequence[Signals]:
        return _read_questions(observed, formulas).signals

    answerable = [WeightedSignals(some, 1.0, 1.0) for each in sets if (some := usable_signals(each.answerable))]
    others = [
        examples
        for each in sets
        for examples in unanswerable_examples(usable_signals(each.near_misses), usable_signals(each.similar))
    ]
    if not answerable or not others:
        return 0.0
    of_logit, of_cosine, _ = regression([*answerable, *others], _features)
    return round(of_cosine / of_logit, 1) if of_logit else 0.0


def _features(signals: Signals) -> tuple[float, float]:
    return signals.reading or 0.0, signals.sentence or 0.0


class _ReadQuestions(NamedTuple):
    """Questions of a set: how many there are, are denied and are refused unread, and the signals of the others."""

    asked: int
    denied: int
    refused: int
    signals: Sequence[Signals]

    def line(self, lines: ReadingLines, share: float, lost: int) -> float:
        """The score below which so few lie that, with those `lost` already, they are no more than the share."""
        scores = sorted(lines.score(*_features(signals)) for signals in self.signals)
        allowed = int(share * self.asked) - lost
        return math.floor(100 * scores[max(0, min(allowed, len(scores) - 1))]) / 100


def _read_questions(observed: Sequence[Observation], formulas: LogisticModelPair) -> _ReadQuestions:
    denied, doubtful, read = 0, 0, []
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
            read.append(signals)
    return _ReadQuestions(len(observed), denied, denied + doubtful, read)
