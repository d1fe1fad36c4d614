"""Whether an article answers a question at all: a measured decision.

A logistic function weighs how much of the question the article speaks of. Two vetoes stand beside it, against questions
that share most words with an article and still ask for something else: a rare word that it never mentions ("Wie viele
Einwohner hat Taiwan?"), and a date or number that it does not offer. The constants come from
`python -m retrieval.evaluation.fit_refusal FILE`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from typing import NamedTuple

# Of a question's words, weighed by how rare they are in the article, it must speak of this share. On German and on
# English XQuAD 2 % of the answerable questions lie below, and most of them are refused without the veto, too.
SPOKEN_OF = 0.45


class Distance(IntEnum):
    """How far the question's language is from the article's: the same, another, another in another script.

    Names stay as they are from one language to another, but not from one script to another.
    """

    NONE = 0
    LANGUAGE = 1
    SCRIPT = 2


class Signals(NamedTuple):
    """What the decision looks at, each about from 0 to 1.

    `sentence` and `article`: the share of the question's words (`retrieval.evidence.coverage`) that the best sentence
    and the whole article speak of. `score`: that of the best passage (`retrieval.fusion`). `rare`: like `article`, a
    word counting the more the rarer it is in the article (`retrieval.evidence.weigh`). `offer`: 0 when the question
    asks for a date or a number, and the passage of the best sentence offers none; else 1. A word of a question in
    another language counts as spoken of when one of its translations is.
    """

    sentence: float
    article: float
    score: float
    rare: float
    offer: float
    distance: Distance = Distance.NONE


NOTHING = Signals(0.0, 0.0, 0.0, 0.0, 0.0)


class Weights(NamedTuple):
    """What the signals of these names weigh."""

    sentence: float
    article: float
    score: float


class Veto(StrEnum):
    """What lets an article not answer, however much of the question it speaks of."""

    RARE_WORDS = "rare words"
    NO_OFFER = "no offer"


class Decision(NamedTuple):
    """Whether an article answers, and why.

    `likelihood` is how likely the weighed signals make it, from 0 to 1; `probability` the same after the `vetoes`, by
    which it is decided. `answered`: there is an answer; `near`: there is at least a passage worth to be shown.
    """

    likelihood: float
    probability: float
    vetoes: tuple[Veto, ...]
    answered: bool
    near: bool


class Refusal(NamedTuple):
    """p = 1 / (1 + exp(-(intercept + weights . signals))) is compared with the thresholds.

    An answer needs `p >= answer`, and no veto; a refusal shows the nearest passage when `p >= near`. Of a question's
    words, weighed by how rare they are in the article, it must speak of the share `spoken_of`, or the rare words veto.
    """

    intercept: float
    weights: Weights
    answer: float
    near: float
    spoken_of: float = SPOKEN_OF

    def decide(self, signals: Signals) -> Decision:
        """Whether the article answers, as far as the signals tell."""
        weighed = zip(self.weights, signals[: len(self.weights)], strict=True)
        logit = self.intercept + sum(weight * value for weight, value in weighed)
        likelihood = 1 / (1 + math.exp(-logit))
        vetoes = tuple(self._vetoes(signals))
        probability = min(likelihood, self.near) if vetoes else likelihood
        return Decision(likelihood, probability, vetoes, probability >= self.answer, probability >= self.near)

    def probability(self, signals: Signals) -> float:
        """How likely it is that the article answers; after a veto at most `near`."""
        return self.decide(signals).probability

    def _vetoes(self, signals: Signals) -> Iterator[Veto]:
        if signals.rare < self.spoken_of:
            yield Veto.RARE_WORDS
        if not signals.offer:
            yield Veto.NO_OFFER


# Fitted on the 632 questions of German XQuAD's first 24 articles.
FITTED = Refusal(
    intercept=-7.63,
    weights=Weights(sentence=3.36, article=4.45, score=7.83),
    answer=0.237,
    near=0.039,
)

# For questions in another language: one of a word's translations is often found where it is not meant, and what no
# dictionary has is missed in vain. Fitted on the same questions in English and in Russian, with Debian's dictionaries:
# --wrong-refusals .08, and .2 --spoken-of 0. Between scripts it is the names that are written otherwise and not found,
# which are the rarest words: with that veto a fifth of the answerable questions were refused by it alone.
ACROSS = Refusal(
    intercept=-7.74,
    weights=Weights(sentence=4.82, article=2.55, score=6.10),
    answer=0.286,
    near=0.115,
)
ACROSS_SCRIPTS = Refusal(
    intercept=-3.45,
    weights=Weights(sentence=4.00, article=0.71, score=5.78),
    answer=0.394,
    near=0.333,
    spoken_of=0.0,
)
