"""Who says it: the sentences of an article that report somebody's words, and whose they are."""

from __future__ import annotations

from retrieval.attribution.attribution import Attribution, Confidence, attributions

__all__ = ["Attribution", "Confidence", "attributions"]
