"""Fitting on made-up signals, where it is known what should come out."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import numpy as np
import pytest

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.fitting.fit_answerability import ENOUGH_FOREIGN, AllowedErrors, fit
from retrieval.evaluation.fitting.observations import Observation, ObservationSet, observe
from retrieval.evaluation.fitting.trials import outcomes, trials
from retrieval.evaluation.retrievers import RetrievalMode
from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.scoring.decision.answerability import BUILT_IN, LogisticModel, LogisticModelPair, Signals
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors

FALLBACK = BUILT_IN.of(None)


def observed(
    value: float, other: float, *, foreign: bool = False, words: bool = False, doubted: bool = False
) -> Observation:
    if words:
        return Observation(Signals(None, None, value, other, foreign, None), doubted)
    return Observation(Signals(value, other, 0.5, 0.5, foreign, "fake"), doubted)


def drawn(
    chance: random.Random, middle: float, size: int, *, foreign: bool = False, words: bool = False
) -> list[Observation]:
    return [
        observed(chance.gauss(middle, 0.05), chance.gauss(middle, 0.1), foreign=foreign, words=words)
        for _ in range(size)
    ]


def made(
    name: str,
    answerable: float,
    others: float,
    *,
    size: int = 200,
    foreign: bool = False,
    words: bool = False,
    seed: int = 1,
) -> ObservationSet:
    chance = random.Random(seed)
    return ObservationSet(
        name,
        foreign,
        drawn(chance, answerable, size, foreign=foreign, words=words),
        similar=drawn(chance, others, size, foreign=foreign, words=words),
    )


def likelihoods(formula: LogisticModel, observations: Sequence[Observation]) -> list[float]:
    return [formula.likelihood(each.signals) for each in observations if each.signals]


@pytest.mark.parametrize("words", [False, True])
def test_slopes_are_those_of_the_distributions(words: bool) -> None:
    """Of two normal distributions with the same deviations, the logit is linear: slope = difference / variance."""
    formula = fit([made("a", 0.6, 0.5, size=20_000, words=words)], AllowedErrors(), FALLBACK, meaning=not words).own
    first, second, *zeros = (formula[3], formula[4], *formula[1:3]) if words else formula[1:5]
    assert zeros == [0.0, 0.0]
    assert first == pytest.approx(0.1 / 0.05**2, rel=0.05)
    assert second == pytest.approx(0.1 / 0.1**2, rel=0.05)
    assert formula.intercept == pytest.approx(-0.55 * (first + second), rel=0.01)


def test_lines_are_drawn_by_the_set_that_is_worst_off() -> None:
    easy, hard = made("easy", 0.8, 0.4, seed=2), made("hard", 0.6, 0.4, seed=3)
    formula = fit([easy, hard], AllowedErrors(0.03, 0.13), FALLBACK, meaning=True).own
    for share, line in ((0.03, formula.none), (0.13, formula.answer)):
        assert line == pytest.approx(np.quantile(likelihoods(formula, hard.answerable), share), rel=1e-3)
        assert line < np.quantile(likelihoods(formula, easy.answerable), share)


def test_sets_weigh_alike_however_many_questions_they_have() -> None:
    small, large = made("small", 0.6, 0.4, size=2_000), made("large", 0.7, 0.4, size=2_000, seed=5)
    larger = ObservationSet("large", False, [*large.answerable] * 5, similar=[*large.similar] * 5)
    one, other = (fit([small, each], AllowedErrors(), FALLBACK, meaning=True).own for each in (large, larger))
    assert one[:5] == pytest.approx(other[:5], rel=0.01)


def test_near_misses_weigh_less_than_similar_articles_and_all_where_there_are_none() -> None:
    """Near-misses that are as likely as answers, and unlike in the first signal only."""
    chance = random.Random(4)
    near = [observed(chance.gauss(0.6, 0.05), chance.gauss(0.65, 0.1)) for _ in range(500)]
    base = made("a", 0.6, 0.5, size=500)
    without, beside, alone = (
        fit([ObservationSet("a", False, base.answerable, some, similar)], AllowedErrors(), FALLBACK, meaning=True).own
        for some, similar in (((), base.similar), (near, base.similar), (near, ()))
    )
    assert without.passage > beside.passage > 0
    assert alone.passage == 0, "they have more of it, and nothing speaks against an answer"


def test_what_tells_all_apart_gives_a_formula_that_decides() -> None:
    formula = fit([made("a", 0.9, 0.1, size=20)], AllowedErrors(), FALLBACK, meaning=True).own
    assert all(map(math.isfinite, formula))
    assert 0 < formula.none <= formula.answer < 1


def test_a_signal_that_never_changes_counts_nothing() -> None:
    observations = ObservationSet(
        "a", False, [observed(0.9, 0.5)] * 3, similar=[observed(0.2, 0.5), observed(0.95, 0.5)]
    )
    assert fit([observations], AllowedErrors(), FALLBACK, meaning=True).own.passage == pytest.approx(0.0)


def test_foreign_questions_have_constants_of_their_own_if_they_are_enough() -> None:
    own = made("own", 0.8, 0.6)
    few, enough = (made("foreign", 0.6, 0.5, size=size, foreign=True) for size in (ENOUGH_FOREIGN - 1, ENOUGH_FOREIGN))
    assert fit([own, few], AllowedErrors(), FALLBACK, meaning=True).foreign == FALLBACK.foreign
    formulas = fit([own, enough], AllowedErrors(), FALLBACK, meaning=True)
    assert formulas.own == fit([own], AllowedErrors(), FALLBACK, meaning=True).own
    assert formulas.foreign not in (formulas.own, FALLBACK.foreign)
    assert fit([enough], AllowedErrors(), FALLBACK, meaning=True).own == FALLBACK.own


def test_what_a_formula_does_not_decide_about_is_no_example() -> None:
    """Questions taken for ones in another language, without vectors, or without anything found."""
    base = made("a", 0.8, 0.5)
    strange = [observed(0.0, 0.0, foreign=True), observed(0.0, 0.0, words=True), Observation(None, doubted=False)]
    more = ObservationSet("a", False, [*base.answerable, *strange * 50], similar=[*base.similar, *strange * 50])
    assert fit([more], AllowedErrors(), FALLBACK, meaning=True) == fit([base], AllowedErrors(), FALLBACK, meaning=True)


@pytest.mark.parametrize(
    ("observations", "lacking"),
    [
        (ObservationSet("a", False, [observed(1, 1)]), "without one"),
        (ObservationSet("a", False, [Observation(None, doubted=False)], similar=[observed(1, 1)]), "with an answer"),
    ],
)
def test_one_class_alone_is_an_error(observations: ObservationSet, lacking: str) -> None:
    with pytest.raises(InvalidBenchmark, match=f"no question {lacking}"):
        fit([observations], AllowedErrors(), FALLBACK, meaning=True)


def test_outcomes_are_those_of_the_decisions() -> None:
    formula = LogisticModel(
        0.0, 1.0, 0.0, 0.0, 0.0, answer=0.6, none=0.5
    )  # answered from a cosine of .41 on, denied below 0
    formulas = LogisticModelPair(formula, formula._replace(answer=0.99))
    answerable = [observed(-0.1, 0), observed(0.1, 0), observed(0.5, 0), observed(0.5, 0, doubted=True)]
    found = outcomes(
        ObservationSet("a", False, [*answerable, Observation(None, doubted=False)], [observed(0.5, 0, foreign=True)]),
        formulas,
    )
    assert found == (2 / 5, 4 / 5, 1.0, None)


def test_each_set_is_tried_tuned_and_left_out() -> None:
    easy, hard = made("easy", 0.8, 0.4, seed=2), made("hard", 0.55, 0.4, seed=3)
    tried = {trial.name: trial for trial in trials([easy, hard], AllowedErrors(), FALLBACK, meaning=True)}
    assert tried["hard"].tuned.denied == pytest.approx(0.05, abs=0.01)
    unseen = tried["hard"].left_out
    assert unseen
    assert unseen.denied is not None
    assert unseen.denied > 0.3
    assert unseen == outcomes(hard, fit([easy], AllowedErrors(), FALLBACK, meaning=True))


def test_a_set_is_left_out_only_if_the_others_do() -> None:
    own, other = made("own", 0.8, 0.4), ObservationSet("answered", False, [observed(0.9, 0.9)])
    foreign = made("foreign", 0.6, 0.4, foreign=True)
    tried = {
        trial.name: trial.left_out for trial in trials([own, other, foreign], AllowedErrors(), FALLBACK, meaning=True)
    }
    assert tried["own"] is None, "the other set has nothing without an answer"
    assert tried["answered"] is not None
    assert tried["foreign"] is None


@pytest.mark.parametrize("meaning", [False, True])
def test_signals_are_observed_at_the_own_and_at_the_most_similar_article(squad: QuestionSet, meaning: bool) -> None:
    seen: list[tuple[int, int]] = []
    way = RetrievalMode(text_vectors(FakeEncoder()) if meaning else None)
    found = observe(squad, way, progress=lambda done, total: seen.append((done, total)))
    assert (found.name, found.foreign) == ("squad", False)
    assert (len(found.answerable), len(found.near_misses)) == (3, 1)
    assert len(found.similar) == (3 if meaning else 0), "by words alone other articles have none of them"
    assert seen[-1] == (4, 4)
    for each in found.answerable:
        assert each.signals
        assert (each.signals.sentence is not None) == meaning
        assert each.signals.sentence_words > 0.3
