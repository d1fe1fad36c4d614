"""Words with one slip of the finger, brought back to a word that the articles use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

# A shorter word has too many neighbours that are other words ("Haus", "Maus").
_SHORTEST = 5


class Spellings:
    """The stems of a library, found again with one letter dropped, added, replaced, or swapped with the next.

    Two words are one slip apart when they are the same after taking at most one letter out of each (the idea of
    Garbe's SymSpell: no distance has to be computed, only keys looked up).
    """

    def __init__(self, stems: Iterable[str]) -> None:
        self._frequency = Counter(stems)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        for stem in self._frequency:
            for key in _keys(stem):
                self._by_key[key].append(stem)

    def known(self, stem: str) -> str:
        """The stem, if it is used; else the most frequent one that is one slip apart; else the stem."""
        if stem in self._frequency:
            return stem
        near = {other for key in _keys(stem) for other in self._by_key.get(key, ()) if other[0] == stem[0]}
        return min(near, key=lambda other: (-self._frequency[other], other), default=stem)


def _keys(stem: str) -> Iterator[str]:
    """The stem, and the stem without each of its letters; nothing for a short one or one with digits."""
    if len(stem) >= _SHORTEST and stem.isalpha():
        yield stem
        for at in range(len(stem)):
            yield stem[:at] + stem[at + 1 :]
