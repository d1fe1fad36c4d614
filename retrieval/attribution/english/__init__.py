"""English: its words, verbs and syntax."""

from __future__ import annotations

from retrieval.attribution.english.english import English

__all__ = ["English"]
