"""Whether an article answers a question at all: a measured decision.

Some shares say how much of the question the article speaks of; a logistic function weighs them. Above one threshold
the best quotes are the answer; below, the answer is an honest no, with the nearest passage where another threshold is
reached. The constants come from `python -m retrieval.evaluation.fit_refusal FILE`.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Signals(NamedTuple):
    """What the decision looks at, each about from 0 to 1.

    `sentence` and `article`: the share of the question's words (`retrieval.evidence.coverage`) that the best sentence
    and the whole article speak of, the latter up to .6. `score`: that of the best passage (`retrieval.fusion`).
    `offer`: 0 when the question asks for a date or a number, and the passage of the best sentence offers none; else 1.
    """

    sentence: float
    article: float
    score: float
    offer: float


NOTHING = Signals(0.0, 0.0, 0.0, 0.0)


class Refusal(NamedTuple):
    """p = 1 / (1 + exp(-(intercept + weights . signals))) is compared with the thresholds.

    An answer needs `p >= answer`; a refusal shows the nearest passage when `p >= near`.
    """

    intercept: float
    weights: Signals
    answer: float
    near: float

    def probability(self, signals: Signals) -> float:
        """How likely it is that the article answers, as far as the signals tell.

        Without an offer it is never likely enough for an answer, whatever else is spoken of: of the 632 questions that
        the formula was fitted on, two or three lose a right quote by it.
        """
        logit = self.intercept + sum(weight * value for weight, value in zip(self.weights, signals, strict=True))
        probability = 1 / (1 + math.exp(-logit))
        return probability if signals.offer else min(probability, self.near)


# Fitted on the 632 questions of German XQuAD's first 24 articles.
FITTED = Refusal(
    intercept=-8.47,
    weights=Signals(sentence=3.01, article=5.79, score=9.82, offer=0.60),
    answer=0.336,
    near=0.040,
)
