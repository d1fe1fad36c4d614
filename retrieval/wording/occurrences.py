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
from retrieval.wording.wording import Ranges


@dataclass(frozen=True, eq=False, slots=True)
class Occurrences:
    """Counted in the sentences of a stretch.

    `within` (terms sought x sentences + 1) has in column s how often each term occurs in the sentences before s, and
    `between` (terms across words x sentences + 1) in the seams of two sentences, which belong to the second one. The
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
        return cls(sought, _summed(within), _summed(between), np.minimum.accumulate(worded[::-1])[::-1])

    def times(self, ranges: Ranges, kinds: int) -> NDArray[np.int32]:
        """For every run of the sentences (columns), how often each term sought of the first `kinds` (rows) occurs."""
        first, end = ranges.T
        within = self.within[: self.sought.of_kind(kinds - 1).stop]
        times: NDArray[np.int32] = within.take(end, axis=1) - within.take(first, axis=1)
        if kinds > ACROSS and len(self.between):
            # The seam before the first sentence that has words is not the run's.
            second = np.minimum(self.worded[first] + 1, end)
            times[self.sought.of_kind(ACROSS)] += self.between.take(end, axis=1) - self.between.take(second, axis=1)
        return times


def _summed(values: Numbers) -> NDArray[np.int32]:
    """The sums of all columns before each, and of all. In few bytes: they are kept of the last questions."""
    sums = np.zeros((len(values), values.shape[1] + 1), np.int32)
    np.cumsum(values, axis=1, dtype=np.int32, out=sums[:, 1:])
    return sums


def _within(sought: Sought, forms: Forms, stretch: Stretch) -> Numbers:
    """Terms x sentences: those that are a form's."""
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
    cells = np.repeat(stretch.sentences.take(words), sizes) + each * stretch.size
    return np.bincount(cells, minlength=sought.size * stretch.size).reshape(sought.size, stretch.size)


def _seams(sought: Sought, forms: Forms, stretch: Stretch, within: Numbers) -> Numbers:
    """Terms across words x sentences: those between two sentences. Those within one are added to `within`."""
    columns = sought.of_kind(ACROSS)
    between = np.zeros((columns.stop - columns.start, stretch.size), np.int64)
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
        np.add.at(within, (column[same], other[same]), 1)
        apart = ~same & (stretch.runs[one] == stretch.runs[other])
        np.add.at(between, (column[apart] - columns.start, other[apart]), 1)
    return between
