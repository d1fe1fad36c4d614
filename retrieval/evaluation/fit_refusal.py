"""Fits the constants of `retrieval.refusal` on a file in SQuAD's format, and prints them.

    python -m retrieval.evaluation.fit_refusal FILE [--questions OTHER ...] [--language de] [--wrong-refusals 0.036]
        [--spoken-of 0.45]

A question asked of its own article is answered there; asked of another article, or of its own without the paragraph
that answers it, it is not. A logistic regression tells the two apart by the signals; the threshold is the one that
refuses the given share of the answerable questions. The three kinds of unanswerable question weigh alike.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.evaluation.squad import GoldArticle, read_squad
from retrieval.refusal import SPOKEN_OF, Refusal, Signals, Weights
from retrieval.retriever import Retriever

_RIDGE = 1e-5  # keeps the weights finite should the signals ever tell all questions apart
_STEPS = 50

# Two of three unanswerable questions asked for the fit are about another article: most of them must show nothing.
_WRONG_NEARS = 0.4
_SEED = 7


def collect(gold: Sequence[GoldArticle]) -> Iterator[tuple[Signals, bool]]:
    """The signals of every question, asked where it is answered (True) and where it is not (False)."""
    chance = random.Random(_SEED)  # noqa: S311 - drawn to be repeatable, not to be secret
    library = Retriever(entry.article for entry in gold)
    alone = {id(entry.article): Retriever([entry.article]) for entry in gold}
    for entry in gold:
        others = [other.article for other in gold if other is not entry]
        rests = [entry.without(paragraph) for paragraph in range(len(entry.contexts))]
        without = [Retriever([rest]) if rest else None for rest in rests]
        for question in entry.questions:
            if not question.answers:
                yield alone[id(entry.article)].signals(question.text), False
                continue
            hits = library.search(question.text, limit=50)
            similar = next((hit.article for hit in hits if hit.article is not entry.article), chance.choice(others))
            yield alone[id(entry.article)].signals(question.text), True
            yield alone[id(chance.choice(others))].signals(question.text), False
            yield alone[id(similar)].signals(question.text), False
            if rest := without[question.paragraph]:
                yield rest.signals(question.text), False


def fit(
    observed: Sequence[tuple[Signals, bool]], wrong_refusals: float, wrong_nears: float, spoken_of: float = SPOKEN_OF
) -> Refusal:
    """The logistic regression (Newton's method), both classes weighing alike, and the two thresholds.

    `wrong_refusals` is the share of answerable questions that the first threshold refuses; `wrong_nears` that of
    unanswerable ones which reach the second, and show a passage that is near in words only. `spoken_of` is that of the
    model (`Refusal`).
    """
    answered = np.array([answerable for _, answerable in observed])
    features = np.array([(1.0, *signals[: len(Weights._fields)]) for signals, _ in observed])
    importance = np.where(answered, 0.5 / answered.sum(), 0.5 / (~answered).sum())
    weights = np.zeros(features.shape[1])
    for _ in range(_STEPS):
        predicted = _logistic(features @ weights)
        gradient = features.T @ (importance * (answered - predicted)) - _RIDGE * weights
        curvature = (features.T * (importance * predicted * (1 - predicted))) @ features
        weights = weights + np.linalg.solve(curvature + _RIDGE * np.eye(len(weights)), gradient)
    near = float(np.quantile(_logistic(features[~answered] @ weights), 1 - wrong_nears))
    model = Refusal(float(weights[0]), Weights(*map(float, weights[1:])), 1.0, near, spoken_of)
    decided = [model.probability(signals) for signals, answerable in observed if answerable]  # vetoes refuse some
    answer = float(np.quantile(decided, wrong_refusals))
    return model._replace(answer=answer, near=min(near, answer))


def _logistic(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-values))


def main() -> None:
    """The command of the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="de", help="language of the articles (default: de)")
    parser.add_argument("--questions", type=Path, nargs="+", help="the questions in other languages, asked instead")
    parser.add_argument("--wrong-refusals", type=float, default=0.036, help="share of answerable questions refused")
    parser.add_argument("--spoken-of", type=float, default=SPOKEN_OF, help="share of the rare words to be spoken of")
    options = parser.parse_args()
    asked = options.questions or [None]
    observed = tuple(each for other in asked for each in collect(read_squad(options.file, options.language, other)))
    model = fit(observed, options.wrong_refusals, _WRONG_NEARS, options.spoken_of)
    weights = ", ".join(f"{name}={value:.2f}" for name, value in model.weights._asdict().items())
    name = "ACROSS" if options.questions else "FITTED"
    print(
        f"{name} = Refusal(intercept={model.intercept:.2f}, weights=Weights({weights}), "
        f"answer={model.answer:.3f}, near={model.near:.3f}, spoken_of={model.spoken_of})"
    )


if __name__ == "__main__":
    main()
