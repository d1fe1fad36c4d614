"""The project's own questions with a false premise: how many are noticed, and how often a true question is doubted."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from retrieval import WORDS_ALONE, Retriever
from retrieval.evaluation.gold import read_cases
from tests.support.retrieval.false_premise_questions import (
    FalsePremiseKind,
    FalsePremiseQuestion,
    false_premise_questions,
)
from tests.support.retrieval.queries import article_of

ROOT = Path(__file__).parents[3]

FLOORS = json.loads((ROOT / "tests" / "gold" / "false_premise_floors.json").read_text("utf-8"))


def test_a_question_has_one_thing_changed() -> None:
    article = article_of("Am Montag sagte Anna Kessler, 58 Boote seien seit 2019 nicht gezählt worden.")
    questions = {
        question.kind: question
        for question in false_premise_questions("Warum hat Kessler seit 2019 58 Boote nicht gezählt?", article)
    }
    assert set(questions) == {FalsePremiseKind.NAME, FalsePremiseKind.FIGURE, FalsePremiseKind.NO_NEGATION}
    assert questions[FalsePremiseKind.NO_NEGATION] == FalsePremiseQuestion(
        "Warum hat Kessler seit 2019 58 Boote gezählt?", None, FalsePremiseKind.NO_NEGATION
    )
    changed = questions[FalsePremiseKind.FIGURE]
    assert changed.wrong
    assert changed.text[changed.wrong.start : changed.wrong.end] == "77"


def test_a_question_has_a_name_or_figure_of_something_else() -> None:
    article = article_of(
        'Anna Kessler zählte 58 Boote. „Es waren 31 Boote“, sagte Jonas Brevik. "Ja", sagte Anna Kessler.'
    )
    questions = {
        question.kind: question.text
        for question in false_premise_questions("Warum lobte Anna Kessler die 58 Boote?", article)
    }
    assert questions[FalsePremiseKind.OTHER_NAME] == "Warum lobte Jonas Brevik die 58 Boote?"
    assert questions[FalsePremiseKind.OTHER_FIGURE] == "Warum lobte Anna Kessler die 31 Boote?"
    assert questions[FalsePremiseKind.NEGATION] == "Warum lobte Anna Kessler die 58 Boote nicht?"


def test_a_question_has_two_names_in_each_others_place() -> None:
    article = article_of("Anna Kessler verklagte den Händler Jonas Brevik.")
    questions = {
        question.kind: question.text
        for question in false_premise_questions("Warum hat Anna Kessler Herrn Jonas Brevik verklagt?", article)
    }
    assert questions[FalsePremiseKind.ROLE] == "Warum hat Jonas Brevik Herrn Anna Kessler verklagt?"


@pytest.mark.slow
def test_false_premises_are_noticed_and_true_questions_are_not_doubted() -> None:
    noticed: dict[str, list[bool]] = defaultdict(list)
    doubted: list[bool] = []
    for path in sorted((ROOT / "tests" / "gold" / "questions").glob("*.yaml")):
        article, cases = read_cases(path, ROOT)
        retriever = Retriever([article], WORDS_ALONE)
        for case in cases:
            if case.gold:
                doubted.append(bool(retriever.answer(case.ask).unsupported))
                for question in false_premise_questions(case.ask, article):
                    noticed[question.kind].append(_is_noticed(retriever, question))
    shares = {kind: sum(each) / len(each) for kind, each in noticed.items()}
    assert {kind: share for kind, share in shares.items() if share < FLOORS["noticed"][kind]} == {}
    assert sum(doubted) <= FLOORS["most doubted"] * len(doubted)


def _is_noticed(retriever: Retriever, question: FalsePremiseQuestion) -> bool:
    spans = retriever.answer(question.text).unsupported
    return any(question.wrong is None or span.overlaps(question.wrong) for span in spans)
