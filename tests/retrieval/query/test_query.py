"""A question, analyzed."""

from __future__ import annotations

import pytest

from retrieval.analysis.answer_type import AnswerType
from tests.support.retrieval.fake_encoder import FakeEncoder, text_vectors
from tests.support.retrieval.queries import query_of


def test_terms_are_the_different_ones_of_its_subject() -> None:
    query = query_of("Was ist mit dem Rat und dem Rat?")
    assert query.terms == ("^rat", "rat$")
    assert [token.form for token in query.tokens] == ["rat", "rat"]
    assert query_of("Hallo!").terms == ()


def test_what_it_asks_for_is_known_in_its_own_language() -> None:
    assert query_of("Wann kam sie?").answer_type is AnswerType.DATE
    assert query_of("When did the bridge come?").answer_type is AnswerType.DATE
    assert query_of("Kam sie?").answer_type is None
    assert query_of("Wann kam sie?").forms == {"wann", "kam", "sie"}


def test_its_meaning_is_that_of_the_question_as_it_was_written() -> None:
    encoder = FakeEncoder()
    vectors = text_vectors(encoder)
    query = query_of(" Hallo, was kostet die Brücke?! ", vectors)
    assert encoder.questions == ["Hallo, was kostet die Brücke?!"]
    assert query.vector == pytest.approx(encoder.embed_questions(encoder.questions)[0])
    assert query.encoder == "fake"


def test_of_several_questions_each_has_its_own_meaning() -> None:
    encoder = FakeEncoder()
    query_of("Was kostet die Brücke? Und wer ist Meyer?", text_vectors(encoder))
    assert encoder.questions == ["Was kostet die Brücke?"]


def test_without_an_answer_of_the_encoder_it_has_no_meaning() -> None:
    encoder = FakeEncoder()
    encoder.down = True
    for query in (query_of("Was kostet die Brücke?"), query_of("Was kostet die Brücke?", text_vectors(encoder))):
        assert (query.encoder, query.vector) == (None, None)
        assert query.terms


def test_what_has_no_words_is_not_encoded() -> None:
    encoder = FakeEncoder()
    assert query_of("👍 ?!", text_vectors(encoder)).vector is None
    assert encoder.questions == []


def test_equal_questions_are_equal_queries() -> None:
    """What was found for one is what is found for the other."""
    vectors = text_vectors(FakeEncoder())
    assert query_of("Was kostet sie?", vectors) == query_of("Was kostet sie?", vectors)
    assert query_of("Was kostet sie?") != query_of("Was kostet sie?", vectors)
    assert len({query_of("Was kostet sie?"), query_of("Was kostet sie?"), query_of("Was kosten sie?")}) == 2
