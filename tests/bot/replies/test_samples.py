"""Sample questions beside a refusal."""

from dataclasses import replace

from bot.replies.samples import first_samples, nearest_samples
from retrieval import WORDS_ALONE, Retriever
from tests.support.bot.articles import BRIDGE, POOL
from tests.support.retrieval.fake_encoder import FakeEncoder

ASKED = "Welche Firma übernimmt die Reparatur?"


def test_the_nearest_that_is_answered_comes_first() -> None:
    unanswered = "Welche Firma färbt Elefanten?"
    article = replace(
        BRIDGE, questions=("Wie lange bleibt die Brücke gesperrt?", unanswered, "Wer bezahlt die Reparatur?")
    )
    retriever = Retriever([article], WORDS_ALONE)
    found = nearest_samples(ASKED, retriever)
    assert found[0] == "Wer bezahlt die Reparatur?"
    assert all(retriever.answer(question).found for question in found)


def test_the_question_itself_is_not_offered_again() -> None:
    assert BRIDGE.questions[0] not in nearest_samples(BRIDGE.questions[0], Retriever([BRIDGE], WORDS_ALONE))


def test_of_several_articles_there_are_three_at_most() -> None:
    retriever = Retriever([BRIDGE, POOL], WORDS_ALONE)
    assert len(nearest_samples(ASKED, retriever)) == 3
    assert nearest_samples(ASKED, Retriever([replace(BRIDGE, questions=())], WORDS_ALONE)) == ()


def test_who_begins_is_offered_questions_in_their_language() -> None:
    english = replace(POOL, language="en", questions=("When does the pool open?",))
    labels = [row[0].label for row in first_samples([BRIDGE, english], "de")]
    assert labels == list(BRIDGE.questions)
    assert [row[0].label for row in first_samples([BRIDGE, english], "en")] == ["When does the pool open?"]
    assert len(first_samples([BRIDGE, POOL], "en")) == 3, "in another one rather than none"


def test_whether_a_sample_is_answered_is_looked_up_once() -> None:
    encoder = FakeEncoder()
    retriever = Retriever([BRIDGE], encoder)
    for number in range(300):  # more than an encoder's vectors are remembered
        nearest_samples(f"{ASKED} {number}", retriever)
    assert all(encoder.questions.count(sample) == 1 for sample in BRIDGE.questions)


def test_of_a_question_without_a_vector_the_encoder_is_asked_once() -> None:
    encoder = FakeEncoder()
    retriever = Retriever([BRIDGE], encoder)
    for sample in BRIDGE.questions:
        retriever.answers(sample)
    encoder.down = True
    assert retriever.vectors
    assert nearest_samples(ASKED, retriever)[0] == "Wer bezahlt die Reparatur?"
    assert retriever.vectors.unanswered == 1
