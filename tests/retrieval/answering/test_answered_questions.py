"""Whether sample questions are answered is looked up once, and again where something was missing."""

from __future__ import annotations

import pytest

from retrieval import Answer, Verdict
from retrieval.answering.answered_questions import AnsweredQuestions
from retrieval.scoring.decision.answerability import Decision

ASKED = "Wer bezahlt?"


class Answers:
    """One answer after the other, and a clock. `given` is how many were."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = answers
        self.given = 0
        self.time = 0.0

    def next(self, question: str) -> Answer:
        assert question == ASKED
        self.given += 1
        return self._answers[self.given - 1]


def answer_of(verdict: Verdict, *, by_words_alone: bool = False, is_unread: bool = False) -> Answer:
    decision = Decision(verdict, 0.5, (), is_unread=is_unread)
    return Answer(ASKED, verdict, (), ("Wer",), decision=decision, by_words_alone=by_words_alone)


@pytest.mark.parametrize("verdict", [Verdict.ANSWER, Verdict.NONE])
def test_it_is_looked_up_once(verdict: Verdict) -> None:
    answers = Answers(answer_of(verdict))
    answered = AnsweredQuestions({ASKED}, has_vectors=True, clock=lambda: answers.time)
    for _ in range(3):
        assert answered.is_answered(ASKED, answers.next) == (verdict is Verdict.ANSWER)
        answers.time += 3600
    assert answers.given == 1


@pytest.mark.parametrize("lacking", ["by_words_alone", "is_unread"])
def test_without_a_vector_or_unread_it_is_looked_up_again(lacking: str) -> None:
    answers = Answers(answer_of(Verdict.NEAREST, **{lacking: True}), answer_of(Verdict.ANSWER))
    answered = AnsweredQuestions({ASKED}, has_vectors=True, clock=lambda: answers.time)
    assert not answered.is_answered(ASKED, answers.next)
    answers.time += 10
    assert not answered.is_answered(ASKED, answers.next)
    assert answers.given == 1
    answers.time += 25
    assert answered.is_answered(ASKED, answers.next)


def test_without_an_encoder_nothing_is_provisional() -> None:
    answers = Answers(answer_of(Verdict.ANSWER, by_words_alone=True))
    answered = AnsweredQuestions({ASKED}, has_vectors=False, clock=lambda: answers.time)
    for _ in range(2):
        assert answered.is_answered(ASKED, answers.next)
        answers.time += 3600
    assert answers.given == 1


def test_other_questions_are_not_remembered() -> None:
    answers = Answers(answer_of(Verdict.ANSWER), answer_of(Verdict.NONE))
    answered = AnsweredQuestions(frozenset(), has_vectors=True)
    assert answered.is_answered(ASKED, answers.next)
    assert not answered.is_answered(ASKED, answers.next)
