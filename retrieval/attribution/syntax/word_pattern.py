"""Kinds of words that are told by how they end or begin."""

from __future__ import annotations

import re
from functools import lru_cache

# Different words of a long article, many times over.
_KEPT = 10_000


class WordPattern:
    """The words that a regular expression finds something in: `"hafenmeister" in PERSON`.

    Each word is searched once, since a text has the same ones again and again.
    """

    def __init__(self, pattern: str) -> None:
        self.expression = re.compile(pattern)
        self._search = lru_cache(maxsize=_KEPT)(self.expression.search)

    def __contains__(self, word: object) -> bool:
        return self._search(word) is not None
