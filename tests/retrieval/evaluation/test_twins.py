"""False twins of the project's own questions: how many are noticed, and how often a true question is doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import WORDS_ALONE, Retriever
from retrieval.evaluation.gold import read_cases
from retrieval.evaluation.twins import FalseTwin, false_twins
from retrieval.scoring.support.part import PartKind
from tests.support.retrieval.queries import article_of

ROOT = Path(__file__).parents[3]

# Of 38 twins and 277 questions, by words alone.
LEAST_NOTICED = 0.45
MOST_DOUBTED = 0.03


def test_a_twin_has_one_thing_changed() -> None:
    article = article_of("Am Montag sagte Anna Kessler, 58 Boote seien seit 2019 nicht gezählt worden.")
    twins = {twin.kind: twin for twin in false_twins("Warum hat Kessler seit 2019 58 Boote nicht gezählt?", article)}
    assert set(twins) == {PartKind.NAME, PartKind.YEAR, PartKind.NUMBER, PartKind.NEGATION}
    assert twins[PartKind.NEGATION] == FalseTwin(
        "Warum hat Kessler seit 2019 58 Boote gezählt?", None, PartKind.NEGATION
    )
    for kind, changed in ((PartKind.YEAR, "2000"), (PartKind.NUMBER, "77")):
        wrong = twins[kind].wrong
        assert wrong
        assert twins[kind].text[wrong.start : wrong.end] == changed


@pytest.mark.slow
def test_false_twins_are_noticed_and_true_questions_are_not_doubted() -> None:
    noticed: list[bool] = []
    doubted: list[bool] = []
    for path in sorted((ROOT / "tests" / "gold" / "questions").glob("*.yaml")):
        article, cases = read_cases(path, ROOT)
        retriever = Retriever([article], WORDS_ALONE)
        for case in cases:
            if case.gold:
                doubted.append(bool(retriever.answer(case.ask).unsupported))
                noticed += [_is_noticed(retriever, twin) for twin in false_twins(case.ask, article)]
    assert sum(noticed) >= LEAST_NOTICED * len(noticed)
    assert sum(doubted) <= MOST_DOUBTED * len(doubted)


def _is_noticed(retriever: Retriever, twin: FalseTwin) -> bool:
    spans = retriever.answer(twin.text).unsupported
    return any(twin.wrong is None or (s.start < twin.wrong.end and twin.wrong.start < s.end) for s in spans)
