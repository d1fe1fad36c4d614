"""The terms of a question, as they are looked for in texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from retrieval.arrays import Numbers
from retrieval.terms import ACROSS
from retrieval.wording.forms import Forms
from retrieval.wording.seams import code


@dataclass(frozen=True, eq=False, slots=True)
class Sought:
    """Terms, each once, by their kind (`KINDS`): each is a column of what is counted, those of one kind in a row.

    `kinds` has the kind of each column, and `slices` the columns of each kind.
    `columns` and `numbers` are of the terms that are a form's, `seam_columns` and `seams`, ascending, of those between
    two words.
    """

    terms: tuple[Sequence[str], ...]
    kinds: Numbers
    slices: tuple[slice, ...]
    columns: Numbers
    numbers: Numbers
    seam_columns: Numbers
    seams: Numbers

    @classmethod
    def of(cls, by_kind: Iterable[Iterable[str]], forms: Forms) -> Sought:
        """The terms of each kind, in the order of `KINDS`."""
        terms = tuple(tuple(each) for each in by_kind)
        found = np.array(
            [numbers.get(term, -1) for own, numbers in zip(terms, forms.numbers, strict=True) for term in own], np.int64
        )
        columns = np.flatnonzero(found >= 0)
        sizes = [len(own) for own in terms]
        kinds = np.repeat(np.arange(len(terms)), sizes)
        slices = tuple(slice(end - size, end) for size, end in zip(sizes, accumulate(sizes), strict=True))
        first = slices[ACROSS].start
        seams = sorted((seam, at) for at, term in enumerate(terms[ACROSS], first) if (seam := code(term)) is not None)
        codes = np.array([seam for seam, _ in seams], np.int64)
        return cls(terms, kinds, slices, columns, found[columns], np.array([at for _, at in seams], np.int64), codes)

    @property
    def size(self) -> int:
        """How many terms are sought."""
        return len(self.kinds)

    def of_kind(self, kind: int) -> slice:
        """The columns of the terms of this kind."""
        return self.slices[kind]
