"""Fits the constants of `retrieval.scoring.decision` on several sets of questions: `python -m bot evaluate --fit`.

A logistic regression tells answerable questions from others by the signals: the two cosines of an encoder, or the two
shares of words where there is none. More of them never makes an answer less likely. All sets weigh alike, and in each
the answerable questions as much as the others; of these, near-misses weigh less than what is asked of the most similar
other article, as no constants refuse many.

The two lines are drawn by the set that is worst off: `none` and `answer` are the lowest of the sets' quantiles. Means
over sets would deny a third of what readers ask in their own words, for sets whose questions repeat the article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from retrieval.base.arrays import Floats
from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.fitting.observations import Observation, ObservationSet
from retrieval.scoring.decision.answerability import LogisticModel, LogisticModelPair, Signals

# How much near-misses weigh beside what is asked of the most similar other article.
_NEAR_MISSES = 0.3

# From so many questions in other languages on, constants of their own are fitted.
ENOUGH_FOREIGN = 30

# Keeps weights finite where the signals tell all questions apart; they are of signals with deviation 1.
_RIDGE = 1e-6
_STEPS, _LONGEST_STEP = 100, 5.0
_LEAST_DEVIATION = 1e-9

# No line is drawn nearer to 0 or 1, where all is answered, or nothing.
_LOWEST_LINE = 0.001


class AllowedErrors(NamedTuple):
    """Of the answerable questions of the worst set: how many may be denied, and how many not be answered."""

    denied: float = 0.05
    wrong_refusals: float = 0.20


def fit(
    sets: Sequence[ObservationSet], shares: AllowedErrors, fallback: LogisticModelPair, *, meaning: bool
) -> LogisticModelPair:
    """The formulas for own and for foreign questions, each fitted on the sets of that kind.

    They go by cosines, or without `meaning` by words. Where there are too few sets or questions, `fallback` stays.

    Raises:
        InvalidBenchmark: sets have no answerable questions, or nothing that they are to be told from.
    """
    return LogisticModelPair(
        _formula(sets, shares, meaning=meaning, foreign=False) if are_enough(sets, foreign=False) else fallback.own,
        _formula(sets, shares, meaning=meaning, foreign=True) if are_enough(sets, foreign=True) else fallback.foreign,
    )


def are_enough(sets: Sequence[ObservationSet], *, foreign: bool) -> bool:
    """Whether the sets have enough questions in the articles' languages, or in other ones, to fit constants on."""
    questions = sum(len(each.answerable) for each in sets if each.foreign == foreign)
    return questions >= (ENOUGH_FOREIGN if foreign else 1)


class _Examples(NamedTuple):
    """Signals with the same label (1: it is answered) of one set, and what they weigh together."""

    signals: Sequence[Signals]
    label: float
    weight: float


def _formula(sets: Sequence[ObservationSet], shares: AllowedErrors, *, meaning: bool, foreign: bool) -> LogisticModel:
    def usable_signals(observed: Sequence[Observation]) -> list[Signals]:
        """What this formula will decide about: not what is found by words as a vector is missing."""
        found = (each.signals for each in observed if each.signals and each.signals.foreign == foreign)
        return [signals for signals in found if (signals.sentence is not None) == meaning]

    answerable = [own for each in sets if each.foreign == foreign and (own := usable_signals(each.answerable))]
    others = [
        examples
        for each in sets
        if each.foreign == foreign
        for examples in _unanswerable_examples(usable_signals(each.near_misses), usable_signals(each.similar))
    ]
    if not answerable or not others:
        lacking = "with an answer" if not answerable else "without one"
        raise InvalidBenchmark(
            f"There is nothing to fit on: no question {lacking} in the language that it should have."
        )
    first, second, intercept = _regression(
        [*(_Examples(own, 1.0, 1.0) for own in answerable), *others], meaning=meaning
    )
    slopes = (first, second, 0.0, 0.0) if meaning else (0.0, 0.0, first, second)
    formula = LogisticModel(intercept, *slopes, 1.0, 0.0)

    def line(share: float) -> float:
        """The lowest of the sets' quantiles."""
        quantiles = (np.quantile([formula.likelihood(signals) for signals in own], share) for own in answerable)
        return min(max(_round(min(map(float, quantiles))), _LOWEST_LINE), 1 - _LOWEST_LINE)

    return formula._replace(answer=line(shares.wrong_refusals), none=line(shares.denied))


def _unanswerable_examples(near_misses: Sequence[Signals], similar: Sequence[Signals]) -> Iterator[_Examples]:
    """Those of a set, which weigh as much as its answerable questions."""
    of_near = _NEAR_MISSES if near_misses and similar else 1.0
    if near_misses:
        yield _Examples(near_misses, 0.0, of_near)
    if similar:
        yield _Examples(similar, 0.0, 1 - of_near if near_misses else 1.0)


def _features(signals: Signals, *, meaning: bool) -> tuple[float, float]:
    if meaning:
        return signals.sentence or 0.0, signals.passage or 0.0
    return signals.sentence_words, signals.passage_words


def _regression(examples: Sequence[_Examples], *, meaning: bool) -> tuple[float, float, float]:
    """The two slopes and the intercept of a logistic regression. A slope that would be negative is 0."""
    features = np.array([_features(signals, meaning=meaning) for each in examples for signals in each.signals])
    labels = np.concatenate([np.full(len(each.signals), each.label) for each in examples])
    weights = np.concatenate([np.full(len(each.signals), each.weight / len(each.signals)) for each in examples])
    found = _newton(features, labels, weights)
    if min(found[:2]) < 0:
        features[:, int(np.argmin(found[:2]))] = 0.0
        found = np.maximum(_newton(features, labels, weights), [0.0, 0.0, -np.inf])
    return _round(found[0]), _round(found[1]), _round(found[2])


def _newton(features: Floats, labels: Floats, weights: Floats) -> Floats:
    """Newton's method, with steps of limited length, on features of deviation 1."""
    weights = weights / weights.sum()
    middle = weights @ features
    scale = np.sqrt(weights @ (features - middle) ** 2)
    scale[scale < _LEAST_DEVIATION] = np.inf  # what never changes tells nothing
    rows = np.column_stack([(features - middle) / scale, np.ones(len(features))])
    ridge = _RIDGE * np.diag([1.0, 1.0, 0.0])
    found = np.zeros(3)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ found))
        gradient = rows.T @ (weights * (labels - likely)) - ridge @ found
        curvature = (rows.T * (weights * likely * (1 - likely))) @ rows + ridge
        step = np.linalg.lstsq(curvature, gradient)[0]
        found += step * min(1.0, _LONGEST_STEP / max(float(np.linalg.norm(step)), 1e-12))
    slopes = found[:2] / scale
    return np.array([*slopes, found[2] - slopes @ middle])


def _round(value: float) -> float:
    return float(f"{value:.4g}")
