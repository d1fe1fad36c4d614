"""How often the terms of a question occur in sentences, and in runs of sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Numbers
from retrieval.terms import ACROSS
from retrieval.wording.expanding import expanded
from retrieval.wording.forms import Forms
from retrieval.wording.seams import ahead, behind, found, heads_of, tails_of
from retrieval.wording.sought import Sought
from retrieval.wording.stretch import Stretch
from retrieval.wording.wording import Ranges, summed


@dataclass(frozen=True, eq=False, slots=True)
class Occurrences:
    """Counted in the sentences of a stretch.

    `within` (sentences + 1 x terms sought) has in row s how often each term occurs in the sentences before s, and
    `between` (sentences + 1 x terms across words) in the seams of two sentences, which belong to the second one. The
    next sentence from s that has any word is `worded[s]`.
    """

    sought: Sought
    within: NDArray[np.int32]
    between: NDArray[np.int32]
    worded: Numbers

    @classmethod
    def of(cls, sought: Sought, forms: Forms, stretch: Stretch) -> Occurrences:
        """The occurrences of what is sought in these sentences."""
        within = _within(sought, forms, stretch)
        between = _seams(sought, forms, stretch, within)
        worded = np.full(stretch.size + 1, stretch.size, np.int64)
        worded[stretch.sentences] = stretch.sentences
        # In few bytes: they are kept of the last questions.
        return cls(
            sought, summed(within, np.int32), summed(between, np.int32), np.minimum.accumulate(worded[::-1])[::-1]
        )

    def times(self, ranges: Ranges, kinds: int) -> NDArray[np.int32]:
        """For every run of the sentences (columns), how often each term sought of the first `kinds` (rows) occurs."""
        first, end = ranges.T
        # A row of all terms at a time is moved much faster than as many terms one by one.
        times = self.within.take(end, axis=0)
        times -= self.within.take(first, axis=0)
        if kinds > ACROSS and self.between.size:
            # The seam before the first sentence that has words is not the run's.
            second = np.minimum(self.worded[first] + 1, end)
            across = self.between.take(end, axis=0)
            across -= self.between.take(second, axis=0)
            times[:, self.sought.of_kind(ACROSS)] += across
        return np.ascontiguousarray(times[:, : self.sought.of_kind(kinds - 1).stop].T)


def _within(sought: Sought, forms: Forms, stretch: Stretch) -> Numbers:
    """Sentences x terms: those that are a form's."""
    bearing, which = forms.postings.having(sought.numbers)
    here = np.flatnonzero(stretch.there.take(bearing))  # few of a large library's forms stand in a few sentences
    here = here.take(np.argsort(bearing.take(here)))
    bearing, columns = bearing.take(here), sought.columns.take(which.take(here))
    # Of each different form the terms that are sought, then of each word those of its form.
    new = np.ones(len(bearing), np.bool_)
    np.not_equal(bearing[1:], bearing[:-1], out=new[1:])
    begins = np.flatnonzero(new)
    sizes = np.diff(np.concatenate((begins, [len(bearing)])))
    places = np.zeros(len(stretch.there), np.int32)
    places[bearing.take(begins)] = np.arange(1, len(begins) + 1)
    at = places.take(stretch.words)
    words = np.flatnonzero(at != 0)  # of truth values it is several times as fast as of numbers
    at = at.take(words) - 1
    sizes = sizes.take(at)
    each = columns.take(expanded(begins.take(at), sizes))
    cells = np.repeat(stretch.sentences.take(words) * sought.size, sizes) + each
    return np.bincount(cells, minlength=stretch.size * sought.size).reshape(stretch.size, sought.size)


def _seams(sought: Sought, forms: Forms, stretch: Stretch, within: Numbers) -> Numbers:
    """Sentences x terms across words: those between two sentences. Those within one are added to `within`."""
    columns = sought.of_kind(ACROSS)
    between = np.zeros((stretch.size, columns.stop - columns.start), np.int64)
    if len(sought.seams) == 0:
        return between
    words, following = stretch.words[:-1], stretch.words[1:]
    # Few words have the tail or the head of one that is sought.
    for before, seams in (
        (forms.tails.among(words, tails_of(sought.seams)), ahead),
        (forms.heads.among(following, heads_of(sought.seams)), behind),
    ):
        codes = seams(forms.tails.at(words.take(before)), forms.heads.at(following.take(before)))
        at, which = found(sought.seams, codes)
        one, other = stretch.sentences[before[at]], stretch.sentences[before[at] + 1]
        column = sought.seam_columns[which]
        same = one == other
        np.add.at(within, (other[same], column[same]), 1)
        apart = ~same & (stretch.runs[one] == stretch.runs[other])
        np.add.at(between, (other[apart], column[apart] - columns.start), 1)
    return between
