"""Words that share most of their letters by chance: "Spiel" and "Beispiel", "Garten" and "Karten"."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from retrieval.analysis.spelling import without_umlauts

# What is left of a word without its ending or its first letter; shorter ones are found in any.
_SHORTEST = 4

_ENDINGS = ("en", "es", "er", "em", "e", "n", "s", "")


def are_unrelated(one: str, other: str, prefixes: Collection[str]) -> bool:
    """Whether two words (normalised forms) that look alike are other words.

    One is the other behind one of the prefixes, which make another word of it; or they differ in their first letters
    alone, where slips are rare.

    >>> are_unrelated("spiel", "beispiele", {"bei"}), are_unrelated("spiel", "landerspiel", {"bei"})
    (True, False)
    >>> are_unrelated("garten", "karten", ()), are_unrelated("garten", "schulgarten", ())
    (True, False)
    """
    return _is_unrelated(one, other, frozenset(prefixes))


@lru_cache(maxsize=1 << 12)
def _is_unrelated(one: str, other: str, prefixes: frozenset[str]) -> bool:
    shorter, longer = sorted((without_umlauts(one), without_umlauts(other)), key=len)
    stem = next(shorter.removesuffix(ending) for ending in _ENDINGS if shorter.endswith(ending))
    if len(stem) >= _SHORTEST and stem in longer:
        return longer[: longer.index(stem)] in prefixes
    # "Karten" and "Spielkarten" for "Garten".
    at = longer.find(shorter[1:])
    return len(shorter) > _SHORTEST and at > 0 and longer[at - 1] != shorter[0]
