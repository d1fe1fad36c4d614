"""Which shelf answers, where articles in several languages do."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import pytest

from retrieval.desk import Desk
from retrieval.language import GERMAN
from retrieval.question import QuestionReader


@dataclass(frozen=True)
class FakeShelf:
    """Finds a passage of this score; its articles answer by it, or not."""

    score: float
    foreign: bool
    answers: bool = True

    def find(self, *_: object) -> Any:
        signals = SimpleNamespace(decide=lambda _: SimpleNamespace(answered=self.answers))
        asked = SimpleNamespace(foreign=self.foreign)
        return self.score and SimpleNamespace(score=self.score, asked=asked, evidence=SimpleNamespace(signals=signals))


def score_of_found(*shelves: FakeShelf) -> float | None:
    model = SimpleNamespace(decides=lambda signals: signals)
    desk = Desk(cast(Any, shelves), QuestionReader([GERMAN]), cast(Any, model))
    found = desk.find(desk.read("Wer bezahlt die Brücke?")[0])
    return found.score if found else None


@pytest.mark.parametrize(
    ("own", "foreign", "taken"),
    [
        (FakeShelf(0.50, foreign=False), FakeShelf(0.55, foreign=True), 0.50),  # the asker's own language is read first
        (FakeShelf(0.50, foreign=False), FakeShelf(0.65, foreign=True), 0.65),
        (FakeShelf(0.70, foreign=False, answers=False), FakeShelf(0.40, foreign=True), 0.40),
        (FakeShelf(0.40, foreign=False), FakeShelf(0.90, foreign=True, answers=False), 0.40),
        (FakeShelf(0.50, foreign=False, answers=False), FakeShelf(0.65, foreign=True, answers=False), 0.65),
        (FakeShelf(0.00, foreign=False), FakeShelf(0.10, foreign=True, answers=False), 0.10),  # no word occurs there
    ],
)
def test_the_shelf_that_answers_is_taken_in_doubt_that_of_the_askers_language(
    own: FakeShelf, foreign: FakeShelf, taken: float
) -> None:
    assert score_of_found(own, foreign) == score_of_found(foreign, own) == taken


def test_where_no_word_occurs_nothing_is_found() -> None:
    assert score_of_found(FakeShelf(0.0, foreign=False)) is None
