"""Some of the sentences of a library, laid out for terms to be counted in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Numbers
from retrieval.wording.expanding import expanded
from retrieval.wording.forms import Forms
from retrieval.wording.wording import Ranges, Wording


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """Runs of sentences, which are numbered here from 0 through all of them: `size` of them.

    `words` are the numbers of their words' forms, and `sentences` in which each stands. `there` says of all forms which
    are among them. `runs` has for each sentence the first one of its run.
    """

    size: int
    words: NDArray[np.int32]
    sentences: Numbers
    there: NDArray[np.bool_]
    runs: Numbers

    @classmethod
    def of(cls, forms: Forms, wording: Wording, runs: Ranges) -> Stretch:
        """These runs of the wording's sentences."""
        first, end = runs.T
        sizes = end - first
        numbers = expanded(first, sizes)
        begins, ends = wording.first.take(first), wording.first.take(end)
        lengths = wording.first.take(numbers + 1) - wording.first.take(numbers)
        words = wording.words.take(expanded(begins, ends - begins))
        there = np.zeros(len(forms.ends) - 1, np.bool_)
        there[words] = True
        return cls(
            len(numbers),
            words,
            np.repeat(np.arange(len(numbers)), lengths),
            there,
            np.repeat(np.cumsum(sizes) - sizes, sizes),
        )
