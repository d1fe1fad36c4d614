"""Whether a message asks by itself."""

import pytest

from bot.replies.questions.own_question import asks_by_itself, leans
from retrieval import Answer, FollowUpIntent, Verdict


def answer_to(question: str, *subject: str, follow_up: FollowUpIntent | None = None) -> Answer:
    return Answer(question, Verdict.NONE, (), subject, follow_up)


@pytest.mark.parametrize(
    "message",
    [
        *("und wie viel geld ist da?", "Was hat er gesagt?", "Ist das gefährlich?", "Wie viel kostet sie?"),
        *("Was steht dort?", "What did she say?", "Is it dangerous?", "Was kostet die denn?"),
    ],
)
def test_what_points_back_leans(message: str) -> None:
    assert leans(message)


@pytest.mark.parametrize(
    "message",
    [
        *("Mit wem hatte Musk Kontakt?", "Was kostet das Geld?", "Wissen Sie, wer zahlt?"),
        *("Gibt es Starlink in Taiwan?", "Und wann ist das erste Konzert?", "Was kostet die Reparatur?"),
        "wer klagte gegen das parkhaus?",
    ],
)
def test_what_names_all_that_it_asks_about_does_not(message: str) -> None:
    assert not leans(message)


def test_a_question_with_a_subject_asks_by_itself() -> None:
    assert asks_by_itself(answer_to("Mit wem hatte Musk Kontakt?", "Musk", "Kontakt"))
    assert asks_by_itself(answer_to("Kennt Musk Putin?", "Kennt", "Musk", "Putin"))
    assert asks_by_itself(answer_to("wer bezahlt die reparatur", "bezahlt", "reparatur"))
    assert asks_by_itself(answer_to("Und wer bezahlt die Reparatur?", "bezahlt", "Reparatur"))


def test_what_only_narrows_down_does_not() -> None:
    assert not asks_by_itself(answer_to("Taiwan", "Taiwan"))
    assert not asks_by_itself(answer_to("in Taiwan?", "Taiwan"))
    assert not asks_by_itself(answer_to("Und in Taiwan?", "Taiwan"))
    assert not asks_by_itself(answer_to("Was ist das?"))
    assert not asks_by_itself(answer_to("Warum?", "Warum", follow_up=FollowUpIntent.REASON))
    assert not asks_by_itself(answer_to("Was hat er versprochen?", "versprochen"))
