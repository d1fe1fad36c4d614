"""Fits the lines of a reader (`retrieval.scoring.windows`) on several sets of questions, as `fit_answerability` does.

Of each set those answerable questions count that the formula leaves open; the set that is worst off draws both lines.
The reader must not have been trained on their articles.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retrieval.evaluation.fitting.fit_answerability import AllowedErrors, are_enough
from retrieval.evaluation.fitting.observations import Observation, ObservationSet
from retrieval.scoring.answerability import LogisticModelPair, is_open, verdict_of
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
    logits = [_open_logits(each.answerable, formulas) for each in sets if each.foreign == foreign]
    logits = [each for each in logits if each]
    if not logits:
        return None

    def line(share: float) -> float:
        """The lowest of the sets' quantiles."""
        return float(f"{min(float(np.quantile(each, share)) for each in logits):.3g}")

    return ReadingLines(answer=line(shares.wrong_refusals), none=line(shares.denied))


def _open_logits(observed: Sequence[Observation], formulas: LogisticModelPair) -> list[float]:
    """The readings of those that a reader decides about."""
    found = []
    for signals, doubted in observed:
        if signals is None or signals.reading is None:
            continue
        formula = formulas.foreign if signals.foreign else formulas.own
        if is_open(verdict_of(signals, formula, doubted=doubted), doubted=doubted):
            found.append(signals.reading)
    return found
