"""Seams: the 4-grams across words that stand half in one word and half in the next.

Of "_rote_haus_" these are "te_h" and "e_ha": all others stand in "_rote_" or "_haus_". They depend on the last two
characters of the one, padded word and the first two of the other, so they are numbers that are made of these, and there
is no list of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Numbers
from retrieval.terms import GAP

Codes = NDArray[np.int64]

# Bits for a character: the largest code point has 21.
_BITS = 21
_ONE = (1 << _BITS) - 1


def tail(key: str) -> int:
    """What a seam behind the word with this key is made of."""
    end = f"{GAP}{key}"
    return ord(end[-2]) << 2 * _BITS | ord(end[-1]) << _BITS


def head(key: str) -> int:
    """What a seam before the word with this key is made of."""
    begin = f"{key}{GAP}"
    return ord(begin[0]) << _BITS | ord(begin[1])


def code(term: str) -> int | None:
    """The number of the 4-gram as a seam; None when it is none."""
    if term[2:3] == GAP and len(term) == 4:
        return ord(term[0]) << 2 * _BITS | ord(term[1]) << _BITS | ord(term[3])
    if term[1:2] == GAP and len(term) == 4:
        return ~(ord(term[0]) << 2 * _BITS | ord(term[2]) << _BITS | ord(term[3]))
    return None


def ahead(tails: Codes, heads: Codes) -> Codes:
    """The seams of the last two characters of words, padded, and the first one of the next words."""
    return tails | heads >> _BITS


def behind(tails: Codes, heads: Codes) -> Codes:
    """The seams of the last character of words and the first two of the next words, padded."""
    return ~((tails & (_ONE << _BITS)) << _BITS | heads)


def tails_of(seams: Codes) -> Codes:
    """The tails of those seams that are made of a whole one."""
    return seams[seams >= 0] & ~_ONE


def heads_of(seams: Codes) -> Codes:
    """The heads of those seams that are made of a whole one."""
    return ~seams[seams < 0] & ((1 << 2 * _BITS) - 1)


def found(sought: Codes, codes: Codes) -> tuple[Codes, Codes]:
    """Where the seams sought are among the `codes`: the places there, and which of those sought, ascending, each is."""
    which = np.minimum(np.searchsorted(sought, codes), len(sought) - 1)
    places = np.flatnonzero(sought[which] == codes)
    return places, which[places]


@dataclass(frozen=True, eq=False, slots=True)
class Ends:
    """The tails, or the heads, of forms: form f has that of number `numbers[f]` among the different `codes`."""

    codes: Codes
    numbers: NDArray[np.int32]

    @classmethod
    def of(cls, codes: Codes) -> Ends:
        """Those of forms, one a form."""
        different, numbers = np.unique(codes, return_inverse=True)
        return cls(different, numbers.astype(np.int32))

    def at(self, forms: NDArray[np.int32]) -> Codes:
        """Those of these forms."""
        return self.codes.take(self.numbers.take(forms))

    def among(self, forms: NDArray[np.int32], sought: Codes) -> Numbers:
        """The places of those of these forms that have one of those sought."""
        at = np.searchsorted(self.codes, sought)
        there = at < len(self.codes)
        there[there] = self.codes[at[there]] == sought[there]
        known = np.zeros(len(self.codes), np.bool_)
        known[at[there]] = True
        return np.flatnonzero(known.take(self.numbers.take(forms)))
