"""False twins of the project's own questions: how many are noticed, and how often a true question is doubted."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from retrieval import WORDS_ALONE, Retriever
from retrieval.evaluation.gold import read_cases
from retrieval.evaluation.twins import FalseTwin, TwinKind, false_twins
from tests.support.retrieval.queries import article_of

ROOT = Path(__file__).parents[3]

FLOORS = json.loads((ROOT / "tests" / "gold" / "twin_floors.json").read_text("utf-8"))


def test_a_twin_has_one_thing_changed() -> None:
    article = article_of("Am Montag sagte Anna Kessler, 58 Boote seien seit 2019 nicht gezählt worden.")
    twins = {twin.kind: twin for twin in false_twins("Warum hat Kessler seit 2019 58 Boote nicht gezählt?", article)}
    assert set(twins) == {TwinKind.NAME, TwinKind.FIGURE, TwinKind.NO_NEGATION}
    assert twins[TwinKind.NO_NEGATION] == FalseTwin(
        "Warum hat Kessler seit 2019 58 Boote gezählt?", None, TwinKind.NO_NEGATION
    )
    changed = twins[TwinKind.FIGURE]
    assert changed.wrong
    assert changed.text[changed.wrong.start : changed.wrong.end] == "77"


def test_a_twin_has_a_name_or_figure_of_something_else() -> None:
    article = article_of(
        'Anna Kessler zählte 58 Boote. „Es waren 31 Boote“, sagte Jonas Brevik. "Ja", sagte Anna Kessler.'
    )
    twins = {twin.kind: twin.text for twin in false_twins("Warum lobte Anna Kessler die 58 Boote?", article)}
    assert twins[TwinKind.OTHER_NAME] == "Warum lobte Jonas Brevik die 58 Boote?"
    assert twins[TwinKind.OTHER_FIGURE] == "Warum lobte Anna Kessler die 31 Boote?"
    assert twins[TwinKind.NEGATION] == "Warum lobte Anna Kessler die 58 Boote nicht?"


def test_a_twin_has_two_names_in_each_others_place() -> None:
    article = article_of("Anna Kessler verklagte den Händler Jonas Brevik.")
    twins = {
        twin.kind: twin.text for twin in false_twins("Warum hat Anna Kessler Herrn Jonas Brevik verklagt?", article)
    }
    assert twins[TwinKind.ROLE] == "Warum hat Jonas Brevik Herrn Anna Kessler verklagt?"


@pytest.mark.slow
def test_false_twins_are_noticed_and_true_questions_are_not_doubted() -> None:
    noticed: dict[str, list[bool]] = defaultdict(list)
    doubted: list[bool] = []
    for path in sorted((ROOT / "tests" / "gold" / "questions").glob("*.yaml")):
        article, cases = read_cases(path, ROOT)
        retriever = Retriever([article], WORDS_ALONE)
        for case in cases:
            if case.gold:
                doubted.append(bool(retriever.answer(case.ask).unsupported))
                for twin in false_twins(case.ask, article):
                    noticed[twin.kind].append(_is_noticed(retriever, twin))
    shares = {kind: sum(each) / len(each) for kind, each in noticed.items()}
    assert {kind: share for kind, share in shares.items() if share < FLOORS["noticed"][kind]} == {}
    assert sum(doubted) <= FLOORS["most doubted"] * len(doubted)


def _is_noticed(retriever: Retriever, twin: FalseTwin) -> bool:
    spans = retriever.answer(twin.text).unsupported
    return any(twin.wrong is None or span.overlaps(twin.wrong) for span in spans)
