"""Words that the articles do not use, brought back to one that they do: slips of the finger, parts of compounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

# A shorter word has too many neighbours that are other words ("Haus", "Maus"), or ends too many by chance.
_SHORTEST = 5
_SHORTEST_PART = 4


class Spellings:
    """The stems of a library, found again with one letter dropped, added, replaced, or swapped with the next.

    `frequency`: how often each occurs. `compounds`: they are also found by the last part of a compound, as the language
    writes it in one word.
    """

    def __init__(self, frequency: Mapping[str, int], compounds: bool) -> None:
        self._frequency = frequency
        self._with_compounds = compounds

    def known(self, stem: str) -> str:
        """The stem, if it is used; else the most frequent one that is one slip away or ends with it; else the stem."""
        if stem in self._frequency:
            return stem
        near = set(filter(_can_slip, self._slips(stem) & self._frequency.keys()))
        return min(near or self._compounds(stem), key=lambda other: (-self._frequency[other], other), default=stem)

    def _slips(self, stem: str) -> set[str]:
        """Every string whose optimal string alignment distance is 1; the first letter, which few mistype, is kept.

        There are some hundreds of them: to look them all up takes less than an index of all words by their slips would.
        """
        slips: set[str] = set()
        for at in range(1, len(stem) + 1) if _can_slip(stem) else ():
            before, after, rest = stem[:at], stem[at:], stem[at + 1 :]
            slips.add(before + rest)
            slips.add(before + rest[:1] + after[:1] + rest[1:])
            slips.update([before + letter + after for letter in self._letters])
            slips.update([before + letter + rest for letter in self._letters])
        return slips

    def _compounds(self, stem: str) -> list[str]:
        """The words of which the stem is the last part, which in a German compound is what it is about."""
        return [other for other in self._by_ending.get(stem[-_SHORTEST_PART:], ()) if other.endswith(stem)]

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset().union(*self._frequency)

    @cached_property
    def _by_ending(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for stem in self._frequency if self._with_compounds else ():
            found[stem[-_SHORTEST_PART:]].append(stem)
        return found


def _can_slip(stem: str) -> bool:
    return len(stem) >= _SHORTEST and stem.isalpha()
