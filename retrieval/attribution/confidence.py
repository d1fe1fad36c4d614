"""How sure each rule is."""

from __future__ import annotations

from retrieval.attribution.attribution import Confidence


def confidence_of(rule: str) -> Confidence:
    """The tier."""
    return _TIERS.get(rule, Confidence.WEAK)


_TIERS: dict[str, Confidence] = {}
