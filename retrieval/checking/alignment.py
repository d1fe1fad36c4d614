"""A quotation, word by word beside the part of an article that it is nearest to.

The cheapest way to make the quotation out of any part of the article's words (an edit distance with free ends, and
with omissions that cost little more when they are long): difflib takes the longest common run first, wherever it is,
and so finds changes that nobody made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from retrieval.checking.quotation_words import QuotedWord
from retrieval.checking.spelling import spelling_of

# Hundredths of what a changed word costs. A word that is added costs a little more, and more still one that is changed
# for another at a border of sentences. To leave words out costs less, as it changes nothing. But what goes on in
# another sentence, without the mark of an omission, has to go on for three words there: else a changed word would be
# taken for one that stands somewhere further down.
_CHANGED, _ADDED, _ACROSS = 100, 105, 110
# For an omission, each of its words, each border of sentences: within a sentence of the quotation, between two, where
# its mark stands.
_OMISSIONS = ((60, 3, 150), (60, 3, 30), (10, 1, 0))


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Words of the quotation, and those of the article in their place, as ranges of positions; one may be empty."""

    written: range
    original: range


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """The words of a quotation beside some of an article's, which are those in `original`.

    `cost` is in changed words. `same` are the positions of the quotation's words that are the same. Each of `changes`
    has words of the quotation, which may be added ones; `omissions` have none.
    """

    original: range
    cost: float
    same: frozenset[int]
    changes: tuple[WordDifference, ...]
    omissions: tuple[range, ...]


def align(written: Sequence[QuotedWord], original: Sequence[QuotedWord]) -> WordAlignment | None:
    """The cheapest alignment, of equals the first; None when no word is the same."""
    if not written or not original:
        return None
    spell = spelling_of(written)
    same = _equal_words(written, original, spell)
    costs = _Costs(written, original, same)
    steps = costs.steps()
    kept = {step.written.start for step in steps if _is_same(step, same)}
    runs = [list(run) for _, run in groupby(steps, lambda step: _is_same(step, same))]
    different = [_join(run) for run in runs if not _is_same(run[0], same)]
    changes = [each for each in different if each.written]
    respaced = [each for each in changes if _is_respaced(each, written, original, spell)]
    kept.update(at for each in respaced for at in each.written)
    if not kept:
        return None
    return WordAlignment(
        range(steps[0].original.start, steps[-1].original.stop),
        costs.total / _CHANGED,
        frozenset(kept),
        tuple(each for each in changes if each not in respaced),
        tuple(each.original for each in different if not each.written),
    )


def _is_same(step: WordDifference, same: NDArray[np.bool_]) -> bool:
    return bool(step.written and step.original and same[step.written.start, step.original.start])


def _join(run: Sequence[WordDifference]) -> WordDifference:
    return WordDifference(
        range(run[0].written.start, run[-1].written.stop), range(run[0].original.start, run[-1].original.stop)
    )


def _is_respaced(
    change: WordDifference,
    written: Sequence[QuotedWord],
    original: Sequence[QuotedWord],
    spell: Callable[[str], str],
) -> bool:
    """Whether only blanks and dashes differ: "Ketteler-Schule", "Kettelerschule". Of numbers they are no trifle."""
    here, there = (
        [words[at] for at in places] for words, places in ((written, change.written), (original, change.original))
    )
    if not there or len(here) == len(there) or not all(word.joined for word in (*here[1:], *there[1:])):
        return False
    forms = [spell("".join(word.form for word in words)).lower() for words in (here, there)]
    return forms[0] == forms[1] and forms[0].isalpha()


class _Costs:
    """What it costs to make the first words of the quotation, by how many, out of the article's up to each place.

    `_ending`: when no words are left out right there; `_reached`: when words may be.
    """

    def __init__(self, written: Sequence[QuotedWord], original: Sequence[QuotedWord], same: NDArray[np.bool_]) -> None:
        opens_here, opens_there = (np.array([word.opens for word in words]) for words in (written, original))
        opens = np.cumsum([*opens_there, False])
        places = np.arange(len(opens))
        self._passed = [(places * word + opens * sentence).astype(np.int32) for _, word, sentence in _OMISSIONS]
        border = opens_here[:, None] != opens_there
        self._kept = np.where(same, 0, np.where(border, _ACROSS, _CHANGED)).astype(np.int32)
        self._kinds = [0, *(2 if word.after_omission else int(word.opens) for word in written[1:])]
        self._ending = np.zeros((len(written) + 1, len(opens)), np.int32)
        self._reached = np.zeros_like(self._ending)
        for row in range(1, len(written) + 1):
            self._fill(row)
        self.total = int(self._ending[-1].min())

    def _fill(self, row: int) -> None:
        before, here = self._reached[row - 1], self._ending[row]
        here[:] = before + _ADDED
        np.minimum(here[1:], before[:-1] + self._kept[row - 1], out=here[1:])
        self._reached[row] = here
        if row < len(self._kept):  # after the last word, nothing is left out
            passed, opening = self._passed[self._kinds[row]], _OMISSIONS[self._kinds[row]][0]
            cheapest = np.minimum.accumulate(here - passed) + passed + opening
            np.minimum(here, cheapest, out=self._reached[row])

    def steps(self) -> list[WordDifference]:
        """The cheapest way, from the first word on: word for word, words added, words left out."""
        return list(self._backwards())[::-1]

    def _backwards(self) -> Iterator[WordDifference]:
        row, column = len(self._kept), int(self._ending[-1].argmin())
        while row:
            if self._reached[row, column] < self._ending[row, column]:
                start = self._omission_start(row, column)
                yield WordDifference(range(row, row), range(start, column))
                column = start
            here = self._ending[row, column]
            row -= 1
            if column and here == self._reached[row, column - 1] + self._kept[row, column - 1]:
                yield WordDifference(range(row, row + 1), range(column - 1, column))
                column -= 1
            else:
                yield WordDifference(range(row, row + 1), range(column, column))

    def _omission_start(self, row: int, column: int) -> int:
        passed, opening = self._passed[self._kinds[row]], _OMISSIONS[self._kinds[row]][0]
        costs = self._ending[row, :column] + passed[column] - passed[:column] + opening
        return int(np.flatnonzero(costs == self._reached[row, column])[-1])


def _equal_words(
    written: Sequence[QuotedWord], original: Sequence[QuotedWord], spell: Callable[[str], str]
) -> NDArray[np.bool_]:
    """Which words are the same: a row for each of the quotation's."""
    numbers: dict[str, int] = {}

    def number_forms(forms: Iterable[str]) -> NDArray[np.int64]:
        return np.array([numbers.setdefault(spell(form), len(numbers)) for form in forms])

    here, there = (number_forms(word.form for word in words) for words in (written, original))
    small_here, small_there = (number_forms(word.uncapitalised for word in words) for words in (written, original))
    opens_here, opens_there = (np.array([word.opens for word in words]) for words in (written, original))
    either_opens = opens_here[:, None] | opens_there
    same: NDArray[np.bool_] = (here[:, None] == there) | (either_opens & (small_here[:, None] == small_there))
    return same
