"""What a word of a message may be: itself, or a word that we know which it is mistyped for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from retrieval.analysis.spelling import is_slip, spelling_key
from retrieval.base.words import Word

# A word with fewer letters is too easily another word.
_LEAST_MISTYPED, _LEAST_SWAPPED = 5, 4

# "hahahaha", "dankeeee".
_DRAWN_OUT = re.compile(r"(..?)\1{2,}")

# The words of a message are read for each of its ends that may be what asks, and most messages share many.
_REMEMBERED = 1024


class WordReadings:
    """Reads words by their keys. A word that is none of the `known` ones may be any of the `telling` ones misspelt."""

    def __init__(self, telling: Iterable[str], known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._mistakable = _by_letter(telling)
        self._readings = lru_cache(_REMEMBERED)(self._make_readings)

    def read(self, words: Iterable[Word]) -> list[frozenset[str]]:
        """What each word may be: its key, or, when that is no word we know, those of what it is mistyped for."""
        return [self._readings(word.form) for word in words]

    def _make_readings(self, form: str) -> frozenset[str]:
        key = spelling_key(_DRAWN_OUT.sub(r"\1\1", form))
        if key in self._known:
            return frozenset((key,))
        return frozenset((key, *(word for word in self._mistakable.get(key[0], ()) if _is_mistyped(key, word))))


def keys_of(forms: Iterable[str]) -> frozenset[str]:
    """The spelling keys of the words."""
    return frozenset(map(spelling_key, forms))


def _is_mistyped(key: str, word: str) -> bool:
    if len(key) < _LEAST_MISTYPED or len(word) < _LEAST_MISTYPED:
        return len(key) == len(word) >= _LEAST_SWAPPED and sorted(key) == sorted(word) and is_slip(key, word)
    return is_slip(key, word)


def _by_letter(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[0], []).append(word)
    return found
