"""Words that the articles do not use, brought back to one that they do: slips of the finger, parts of compounds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

# A shorter word has too many neighbours that are other words ("Haus", "Maus"), or ends too many by chance.
_SHORTEST = 5
_SHORTEST_PART = 4


class Spellings:
    """The stems of a library, found again with one letter dropped, added, replaced, or swapped with the next.

    `compounds`: they are also found by the last part of a compound, as the language writes it in one word.

    Candidates are the same as the word after taking at most one letter out of each (the idea of Garbe's SymSpell:
    nothing has to be compared with the whole vocabulary).
    """

    def __init__(self, stems: Iterable[str], compounds: bool) -> None:
        self._frequency = Counter(stems)
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_ending: dict[str, list[str]] = defaultdict(list)
        for stem in self._frequency:
            for key in _keys(stem):
                self._by_key[key].append(stem)
            if compounds:
                self._by_ending[stem[-_SHORTEST_PART:]].append(stem)

    def known(self, stem: str) -> str:
        """The stem, if it is used; else the most frequent one that is one slip away or ends with it; else the stem."""
        if stem in self._frequency:
            return stem
        near = {other for key in _keys(stem) for other in self._by_key.get(key, ()) if _one_slip(stem, other)}
        return min(near or self._compounds(stem), key=lambda other: (-self._frequency[other], other), default=stem)

    def _compounds(self, stem: str) -> list[str]:
        """The words of which the stem is the last part, which in a German compound is what it is about."""
        return [other for other in self._by_ending.get(stem[-_SHORTEST_PART:], ()) if other.endswith(stem)]


def _keys(stem: str) -> Iterator[str]:
    """The stem, and the stem without each of its letters; nothing for a short one or one with digits."""
    if len(stem) >= _SHORTEST and stem.isalpha():
        yield stem
        for at in range(len(stem)):
            yield stem[:at] + stem[at + 1 :]


def _one_slip(one: str, other: str) -> bool:
    """Whether the optimal string alignment distance is 1, the first letter, which few mistype, being the same."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[same:], other[same:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
