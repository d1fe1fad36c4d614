"""How sets of questions fare with fitted constants: with those of all sets, and with such as never saw them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.fitting.fit_answerability import AllowedErrors, are_enough, fit
from retrieval.evaluation.fitting.fit_reading import fit_lines
from retrieval.evaluation.fitting.observations import Observation, ObservationSet
from retrieval.scoring.decision.answerability import LogisticModelPair, verdict_with_reading
from retrieval.scoring.decision.verdict import Verdict
from retrieval.scoring.decision.windows import ReadingLinesByLanguage


class TrialOutcomes(NamedTuple):
    """Shares of a set, doubts included: answerable questions denied and not answered, others not answered."""

    denied: float | None
    wrong_refusals: float | None
    near_misses: float | None
    similar: float | None


class Trial(NamedTuple):
    """What constants do on a set: those fitted on all sets, and on all but this one (None: there are too few)."""

    name: str
    questions: int
    tuned: TrialOutcomes
    left_out: TrialOutcomes | None


def trials(
    sets: Sequence[ObservationSet],
    shares: AllowedErrors,
    fallback: LogisticModelPair,
    *,
    meaning: bool,
    lines: ReadingLinesByLanguage | None = None,
) -> list[Trial]:
    """How the sets fare with constants fitted on all of them, and each with such as never saw it.

    `lines` are a reader's, in place of which others are fitted, too; None: nothing was read.
    """

    def fare(one: ObservationSet, fitted_on: Sequence[ObservationSet], formulas: LogisticModelPair) -> TrialOutcomes:
        return outcomes(one, formulas, fit_lines(fitted_on, shares, formulas, lines) if lines else None)

    tuned = fit(sets, shares, fallback, meaning=meaning)
    found = []
    for one in sets:
        others = [other for other in sets if other is not one]
        unseen = _fit(others, shares, fallback, meaning=meaning) if are_enough(others, foreign=one.foreign) else None
        left_out = fare(one, others, unseen) if unseen else None
        found.append(Trial(one.name, len(one.answerable), fare(one, sets, tuned), left_out))
    return found


def _fit(
    sets: Sequence[ObservationSet], shares: AllowedErrors, fallback: LogisticModelPair, *, meaning: bool
) -> LogisticModelPair | None:
    try:
        return fit(sets, shares, fallback, meaning=meaning)
    except InvalidBenchmark:  # what is left has nothing that its answerable questions are to be told from
        return None


def outcomes(
    observed: ObservationSet, formulas: LogisticModelPair, lines: ReadingLinesByLanguage | None = None
) -> TrialOutcomes:
    """What these formulas and lines decide about the observations of a set."""

    def refused(observations: Sequence[Observation]) -> list[bool]:
        return [_verdict(each, formulas, lines) is not Verdict.ANSWER for each in observations]

    answerable = [_verdict(each, formulas, lines) for each in observed.answerable]
    return TrialOutcomes(
        denied=_share([verdict is Verdict.NONE for verdict in answerable]),
        wrong_refusals=_share([verdict is not Verdict.ANSWER for verdict in answerable]),
        near_misses=_share(refused(observed.near_misses)),
        similar=_share(refused(observed.similar)),
    )


def _verdict(observation: Observation, formulas: LogisticModelPair, lines: ReadingLinesByLanguage | None) -> Verdict:
    signals = observation.signals
    if signals is None:
        return Verdict.NONE
    formula = formulas.foreign if signals.foreign else formulas.own
    held_against = lines.of(signals.language, foreign=signals.foreign) if lines else None
    return verdict_with_reading(signals, formula, held_against, doubted=observation.doubted)


def _share(values: Sequence[bool]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
