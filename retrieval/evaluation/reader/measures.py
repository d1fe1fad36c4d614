"""How well scores tell questions that an article answers from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

# Shares of answerable questions that are refused wrongly, at which it is told how many others are refused.
WRONG_REFUSALS = (0.05, 0.1)


def auc(answerable: Sequence[float], others: Sequence[float]) -> float:
    """The chance that an answerable question has a higher score than another one; ties count half."""
    order = np.sort(np.asarray(others, dtype=float))
    scores = np.asarray(answerable, dtype=float)
    below = np.searchsorted(order, scores, "left") + np.searchsorted(order, scores, "right")
    return float(below.mean() / 2 / len(order))


def threshold(answerable: Sequence[float], wrong_refusals: float) -> float:
    """Below which that share of the answerable questions lies."""
    return float(np.quantile(np.asarray(answerable, dtype=float), wrong_refusals))


@dataclass(frozen=True, slots=True)
class SeparationReport:
    """Of so many answerable questions and near-misses.

    `refused` and `thresholds` are by the share of wrong refusals; `kinds` has how many of how many near-misses of each
    kind are refused at the highest of them.
    """

    answerable: int
    near_misses: int
    auc: float
    thresholds: Mapping[float, float]
    refused: Mapping[float, float]
    kinds: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, answerable: Sequence[float], near_misses: Sequence[tuple[str, float]]) -> SeparationReport:
        """That of these scores; near-misses with their kinds."""
        scores = [score for _, score in near_misses]
        thresholds = {share: threshold(answerable, share) for share in WRONG_REFUSALS}
        return cls(
            len(answerable),
            len(scores),
            auc(answerable, scores),
            thresholds,
            {share: sum(score < limit for score in scores) / len(scores) for share, limit in thresholds.items()},
            _by_kind(near_misses, thresholds[max(WRONG_REFUSALS)]),
        )

    def __str__(self) -> str:
        refused = ", ".join(
            f"{part:.3f} at {share:.0%} (from {self.thresholds[share]:.2f})" for share, part in self.refused.items()
        )
        kinds = ", ".join(f"{kind} {found}/{of}" for kind, (found, of) in self.kinds.items() if kind)
        return f"{self.answerable} + {self.near_misses}, AUC {self.auc:.3f}, refused {refused}" + (
            f"; {kinds}" if kinds else ""
        )


def _by_kind(near_misses: Sequence[tuple[str, float]], limit: float) -> dict[str, tuple[int, int]]:
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for kind, score in near_misses:
        kinds[kind].append(score < limit)
    return {kind: (sum(refused), len(refused)) for kind, refused in sorted(kinds.items())}
