from __future__ import annotations

from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.evaluation.sets.squad import squad_set
from tests.support.retrieval.question_files import FERRY, MILL, SQUAD, asked


def test_answers_and_their_paragraphs_are_placed_in_the_article(squad: QuestionSet) -> None:
    harbour, garden = squad.articles
    text = harbour.article.text
    for question, answer, paragraph in zip(
        harbour.questions, ["vier Euro", "Anton Kessler"], [FERRY, MILL], strict=True
    ):
        assert [text[start:end] for start, end in question.answers] == [answer]
        assert [text[start:end] for start, end in question.places] == [paragraph]
        assert question.answerable
    assert len(harbour.article.paragraphs) == 2
    assert garden.article.title == "Der Garten"


def test_an_impossible_question_has_no_answer_but_may_have_a_kind(squad: QuestionSet) -> None:
    impossible = squad.articles[1].questions[1]
    assert (impossible.answerable, impossible.answers, impossible.places) == (False, (), ())
    assert impossible.kind == "unrelated"
    assert not squad.foreign


def test_an_answer_may_stand_elsewhere_too_and_its_paragraph_be_unknown() -> None:
    elsewhere = [{"paragraph": 1, "text": "Kessler", "answer_start": MILL.index("Kessler")}]
    questions = [
        asked("Wer?", FERRY, "Fähre", elsewhere=elsewhere),
        asked("Was?", FERRY, "Insel", passage_unknown=True),
        {"question": "Anders gesagt?", "answers": []},
    ]
    read = {
        "language": "en",
        "data": [{"paragraphs": [{"context": FERRY, "qas": questions}, {"context": MILL, "qas": []}]}],
    }
    entry = squad_set("s", read, "de").articles[0]
    text = entry.article.text
    both, unplaced, unquotable = entry.questions
    assert [text[start:end] for start, end in both.answers] == ["Fähre", "Kessler"]
    assert [text[start:end] for start, end in both.places] == [FERRY, MILL]
    assert [text[start:end] for start, end in unplaced.answers] == ["Insel"]
    assert unplaced.places == ()
    assert (unquotable.answerable, unquotable.answers, len(unquotable.places)) == (True, (), 1)
    assert (entry.article.language, entry.article.title) == ("en", "Untitled")


def test_a_line_feed_in_a_context_moves_no_answer() -> None:
    context = "Die Fähre\nlegt\n\nab."
    read = {"data": [{"paragraphs": [{"context": context, "qas": [asked("Was?", context, "ab")]}]}]}
    entry = squad_set("s", read, "de").articles[0]
    ((start, end),) = entry.questions[0].answers
    assert entry.article.text[start:end] == "ab"
    assert len(entry.article.paragraphs) == 1


def test_questions_in_another_language_are_asked_instead() -> None:
    texts = {"vier Euro": "How much?", "Anton Kessler": "Whose?", "im Keller": "Where?", "None": "Who?"}
    foreign = squad_set("s", SQUAD, "de", texts)
    assert [question.text for entry in foreign.articles for question in entry.questions] == list(texts.values())
    assert foreign.foreign
