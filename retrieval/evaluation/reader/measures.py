"""How well scores of articles tell questions that they answer from near-misses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np


def auc(answerable: Sequence[float], others: Sequence[float]) -> float:
    """The chance that an answerable question has a higher score than another one; ties count half."""
    order = np.sort(np.asarray(others, dtype=float))
    scores = np.asarray(answerable, dtype=float)
    below = np.searchsorted(order, scores, "left") + np.searchsorted(order, scores, "right")
    return float(below.mean() / 2 / len(order))


def threshold(answerable: Sequence[float], wrong_refusals: float) -> float:
    """Below which that share of the answerable questions lies."""
    return float(np.quantile(np.asarray(answerable, dtype=float), wrong_refusals))


def refused(answerable: Sequence[float], others: Sequence[float], wrong_refusals: float) -> float:
    """The share of the others that is refused when that share of the answerable ones is."""
    return float((np.asarray(others, dtype=float) < threshold(answerable, wrong_refusals)).mean())


def refused_by_kind(
    answerable: Sequence[float], others: Sequence[tuple[str, float]], wrong_refusals: float
) -> Mapping[str, tuple[int, int]]:
    """For each kind how many of how many are refused then."""
    limit = threshold(answerable, wrong_refusals)
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for kind, score in others:
        kinds[kind].append(score < limit)
    return {kind: (sum(each), len(each)) for kind, each in sorted(kinds.items())}
