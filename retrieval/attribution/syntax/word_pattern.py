"""Kinds of words that are told by how they end or begin, and what else is found out of each word once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

# Different words of a long article, many times over.
_KEPT = 10_000

# In letters. What is longer is hardly a word, and strangers' texts have as many of them as they like: none is kept.
LONGEST_KEPT = 64

_Others = TypeVarTuple("_Others")
_Found = TypeVar("_Found")


def once_each_word(find_out: Callable[[str, *_Others], _Found]) -> Callable[[str, *_Others], _Found]:
    """The function, which is run once for each of the latest words: a text has the same ones again and again."""
    kept = lru_cache(maxsize=_KEPT)(find_out)

    def find(word: str, *others: *_Others) -> _Found:
        return kept(word, *others) if len(word) <= LONGEST_KEPT else find_out(word, *others)

    return find


class WordPattern:
    """The words that a regular expression finds something in: `"hafenmeister" in PERSON`."""

    def __init__(self, pattern: str) -> None:
        self.expression = re.compile(pattern)
        self._has_word = once_each_word(self._has)

    def __contains__(self, word: object) -> bool:
        return self._has_word(str(word))

    def _has(self, word: str) -> bool:
        return self.expression.search(word) is not None
