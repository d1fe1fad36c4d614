from __future__ import annotations

import pytest

from retrieval.evaluation.sets.question_sets import QuestionSet
from tests.support.retrieval.question_files import FERRY, MILL


def test_an_article_without_what_answers(squad: QuestionSet) -> None:
    harbour = squad.articles[0]
    ferry, mill = harbour.questions
    rest = harbour.without(ferry.places)
    assert rest
    assert rest.text.strip() == MILL
    assert (rest.title, rest.language) == ("Hafen", "de")
    assert harbour.without([*ferry.places, *mill.places, *mill.places]) is None
    assert harbour.article.text == f"{FERRY}\n\n{MILL}"


@pytest.mark.parametrize("size", [1, 3])
def test_a_sample_is_always_the_same_and_leaves_all_articles(squad: QuestionSet, size: int) -> None:
    sample = squad.sample(size)
    assert len(sample) == size
    assert [entry.article for entry in sample.articles] == [entry.article for entry in squad.articles]
    again = [entry.questions for entry in squad.sample(size).articles]
    assert [entry.questions for entry in sample.articles] == again


def test_a_sample_of_more_than_there_are_is_all(squad: QuestionSet) -> None:
    assert squad.sample(4) is squad
