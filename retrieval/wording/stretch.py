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

    `words` are the numbers of their words, `sentences` in which each stands, and `forms` which of the different forms,
    numbered from 0, each is. `terms` are those of the different forms, one form after another, and `of_form` says whose
    each is. `runs` has for each sentence the first one of its run.
    """

    size: int
    words: NDArray[np.int32]
    sentences: Numbers
    forms: NDArray[np.int32]
    terms: NDArray[np.int32]
    of_form: Numbers
    runs: Numbers

    @classmethod
    def of(cls, forms: Forms, wording: Wording, runs: Ranges) -> Stretch:
        """These runs of the wording's sentences."""
        first, end = runs.T
        sizes = end - first
        numbers = expanded(first, sizes)
        lengths = wording.first[numbers + 1] - wording.first[numbers]
        words = wording.words[expanded(wording.first[first], wording.first[end] - wording.first[first])]
        there = np.zeros(len(forms.ends) - 1, np.bool_)
        there[words] = True
        own = np.flatnonzero(there)
        rows = np.empty(len(there), np.int32)
        rows[own] = np.arange(len(own), dtype=np.int32)
        begins = forms.ends[own]
        terms = forms.ends[own + 1] - begins
        return cls(
            len(numbers),
            words,
            np.repeat(np.arange(len(numbers)), lengths),
            rows[words],
            forms.terms[expanded(begins, terms)],
            np.repeat(np.arange(len(own)), terms),
            np.repeat(np.cumsum(sizes) - sizes, sizes),
        )
