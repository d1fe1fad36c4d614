"""German: its words, verbs and syntax."""

from __future__ import annotations

from retrieval.attribution.german.german import German

__all__ = ["German"]
