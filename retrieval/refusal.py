"""Whether an article answers a question at all: a measured decision.

Two shares say how much of the question the article speaks of; a logistic function weighs them, and below a threshold
the answer is an honest no. The constants come from `python -m retrieval.evaluation.fit_refusal FILE`.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Signals(NamedTuple):
    """What the decision looks at, each from 0 to 1 (`retrieval.coverage`)."""

    passage: float  # the share of the question that its best passage speaks of
    article: float  # the share of the question that the whole article speaks of


class Model(NamedTuple):
    """p = 1 / (1 + exp(-(intercept + weights . signals))) is compared with the threshold."""

    intercept: float
    weights: Signals
    threshold: float

    def probability(self, signals: Signals) -> float:
        """How likely it is that the article answers, as far as the signals tell."""
        logit = self.intercept + sum(weight * value for weight, value in zip(self.weights, signals, strict=True))
        return 1 / (1 + math.exp(-logit))

    def answers(self, signals: Signals) -> bool:
        """The decision: whether the best passage may be shown as an answer."""
        return self.probability(signals) >= self.threshold


# Fitted on the 632 questions of German XQuAD's first 24 articles.
FITTED = Model(intercept=-4.425, weights=Signals(passage=5.157, article=4.341), threshold=0.231)
