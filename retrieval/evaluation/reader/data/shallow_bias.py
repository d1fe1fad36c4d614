"""What can be told without reading: how likely a question is one that its article answers, by its mere wording.

Whoever writes near-misses words them otherwise than questions that are answered: n-grams alone tell ours apart with an
AUC of .9. A reader that learns that has learnt our writers, not to read. So while it is trained, what a shallow model
says is added to its logit, and it need only learn the rest ("product of experts": Clark et al. 2019,
https://aclanthology.org/D19-1418; He et al. 2019, https://aclanthology.org/D19-6115).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retrieval.evaluation.reader.data.cases import ReaderCase

_TOKENS = re.compile(r"\w+|\?")
_GRAM = 4
_MOST = 6000
_FOLDS = 4

# Of the logistic regression: steps of gradient descent, their size, and the penalty of large coefficients.
_STEPS, _SIZE, _PENALTY = 150, 30.0, 2e-4

# No question is surer than this, as logits.
_LIMIT = 3.0

# Of the windows of an answerable question that become examples, as many answer.
_ANSWERING = 1 / 3


def features_of(question: str) -> set[str]:
    """Its words, pairs of them, and n-grams of characters."""
    text = f"^{question.lower()}$"
    words = ["^", *_TOKENS.findall(text), "$"]
    grams = (text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))
    return {*words, *(f"{one} {other}" for one, other in pairwise(words)), *map("#".__add__, grams)}


class ShallowModel:
    """A logistic regression on features of questions, and on the cosine of the nearest sentence."""

    def __init__(self, questions: Sequence[str], cosines: Sequence[float], answered: Sequence[bool]) -> None:
        features = [features_of(question) for question in questions]
        counts = Counter(feature for own in features for feature in own)
        # Sorted, as sets have no order that would be the same again.
        common = sorted(counts, key=lambda feature: (-counts[feature], feature))[:_MOST]
        self._columns = {feature: at for at, feature in enumerate(common)}
        self._mean, self._spread = float(np.mean(cosines)), float(np.std(cosines)) or 1.0
        rows, wanted = self._rows(features, cosines), np.asarray(answered, np.float32)
        self._weights = np.zeros(rows.shape[1], np.float32)
        self._bias = float(np.log((wanted.sum() + 1) / (len(wanted) - wanted.sum() + 1)))
        for _ in range(_STEPS):
            error = _logistic(rows @ self._weights + self._bias) - wanted
            self._weights -= _SIZE * (rows.T @ error / len(wanted) + _PENALTY * self._weights)

    def logits(self, questions: Sequence[str], cosines: Sequence[float]) -> NDArray[np.float32]:
        """Of each question that it is answered."""
        rows = self._rows([features_of(each) for each in questions], cosines)
        found: NDArray[np.float32] = np.clip(rows @ self._weights + self._bias, -_LIMIT, _LIMIT)
        return found

    def _rows(self, features: Sequence[set[str]], cosines: Sequence[float]) -> NDArray[np.float32]:
        rows = np.zeros((len(features), len(self._columns) + 1), np.float32)
        for row, own in zip(rows, features, strict=True):
            known = [self._columns[feature] for feature in own if feature in self._columns]
            row[known] = 1 / np.sqrt(max(len(known), 1))
        rows[:, -1] = (np.asarray(cosines, np.float32) - self._mean) / self._spread / 3
        return rows


def shallow_logits(cases: Sequence[ReaderCase], cosines: Mapping[ReaderCase, float]) -> dict[ReaderCase, float]:
    """Of each case how likely a window of its article answers, by a model that did not see its article."""
    titles = sorted({case.asked_of.article.title for case in cases})
    fold = {title: at % _FOLDS for at, title in enumerate(titles)}
    logits: dict[ReaderCase, float] = {}
    for held in range(_FOLDS):
        own = [case for case in cases if fold[case.asked_of.article.title] == held]
        others = [case for case in cases if fold[case.asked_of.article.title] != held]
        if own and others:
            answered = [case.question.answerable for case in others]
            model = ShallowModel(*_asked(others, cosines), answered)
            logits |= zip(own, map(float, model.logits(*_asked(own, cosines))), strict=True)
    return {case: _of_window(logit) for case, logit in logits.items()}


def _asked(cases: Sequence[ReaderCase], cosines: Mapping[ReaderCase, float]) -> tuple[list[str], list[float]]:
    return [case.question.text for case in cases], [cosines[case] for case in cases]


def _of_window(logit: float) -> float:
    likely = _ANSWERING / (1 + np.exp(-logit))
    return float(np.log(likely / (1 - likely)))


def _logistic(logits: NDArray[Any]) -> NDArray[Any]:
    found: NDArray[Any] = 1 / (1 + np.exp(-logits))
    return found
