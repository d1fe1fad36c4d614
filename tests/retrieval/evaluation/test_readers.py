from __future__ import annotations

import copy
from typing import Any

import pytest

from retrieval.base.errors import InvalidBenchmark
from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.evaluation.sets.readers import readers_sets
from tests.support.retrieval.question_files import FERRY, READERS


def test_every_occurrence_of_a_text_answers_and_so_do_their_paragraphs(readers: QuestionSet) -> None:
    entry = readers.articles[0]
    text, question = entry.article.text, entry.questions[0]
    assert [text[start:end] for start, end in question.answers] == ["vier Euro", "vier Euro"]
    assert len(question.places) == 2
    assert text[slice(*question.places[0])] == FERRY
    assert not question.alone


def test_a_question_that_needs_its_article_at_hand_is_not_for_the_library(readers: QuestionSet) -> None:
    assert [question.alone for question in readers.articles[0].questions] == [False, True, False]


def test_near_misses_have_kinds(readers: QuestionSet) -> None:
    near_miss = readers.articles[0].questions[2]
    assert (near_miss.answerable, near_miss.kind, near_miss.answers) == (False, "attribute", ())
    assert readers.articles[0].questions[0].kind == "", "of an answerable one it says something else"


def test_what_is_asked_in_another_language_is_a_set_of_its_own_and_talk_is_left_out() -> None:
    own, other = readers_sets("readers", READERS)
    assert (len(own), len(other)) == (3, 1)
    assert (own.foreign, other.foreign) == (False, True)
    assert (own.name, other.name) == ("readers", "readers, other language")
    assert other.articles[0].questions[0].text == "When does the ferry leave?"
    assert [entry.article.language for entry in own.articles] == ["de", "en"]


def test_without_foreign_questions_there_is_one_set() -> None:
    read: dict[str, Any] = copy.deepcopy(dict(READERS))
    read["articles"][0]["questions"] = read["articles"][0]["questions"][:2]
    (only,) = readers_sets("readers", read)
    assert len(only) == 2


@pytest.mark.parametrize("text", ["acht Pfund", ""])
def test_an_answer_that_the_article_does_not_have_is_an_error(text: str) -> None:
    read: dict[str, Any] = copy.deepcopy(dict(READERS))
    read["articles"][0]["questions"][0]["any"] = [text]
    with pytest.raises(InvalidBenchmark, match=f'"Ausflug" has no "{text}"'):
        readers_sets("readers", read)
