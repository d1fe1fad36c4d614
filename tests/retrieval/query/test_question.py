import pytest

from retrieval.language import ENGLISH, GERMAN
from retrieval.query.question import QuestionReader

READER = QuestionReader([GERMAN])


def subjects(text: str, reader: QuestionReader = READER) -> list[list[str]]:
    return [[text[word.start : word.end] for word in question.subject] for question in reader.read(text)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Was hat Starlink mit Taiwan zu tun?", ["Starlink", "Taiwan"]),
        ("hallo zusammen, weiß jemand, ob Musk antwortet", ["Musk", "antwortet"]),
        ("sagt mal, kann mir jemand sagen wo der Turm steht??", ["Turm", "steht"]),
        ("fuer wen ist die Bruecke", ["Bruecke"]),
        ("Hallo!", []),
        ("👍", []),
        ("", []),
    ],
)
def test_what_a_question_is_about(text: str, subject: list[str]) -> None:
    assert subjects(text) == [subject]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Was ist Starlink und wer ist Kirijenko?", [["Starlink"], ["Kirijenko"]]),
        ("Was kostet die Brücke? Und wer ist Meyer?", [["kostet", "Brücke"], ["Meyer"]]),
        ("Wann und wo wurde die Brücke gebaut?", [["Brücke", "gebaut"]]),
        ("Was sagt Meyer zur Brücke und warum?", [["Meyer", "Brücke"]]),
        ("Hallo Leute\nWas kostet die Brücke?", [["Leute", "kostet", "Brücke"]]),
    ],
)
def test_several_questions_of_a_message(text: str, expected: list[list[str]]) -> None:
    assert [[word for word in subject if word != "Leute"] for subject in subjects(text)] == [
        [word for word in subject if word != "Leute"] for subject in expected
    ]


def test_each_question_is_written_as_if_it_were_alone() -> None:
    asked = READER.read("Was kostet die Brücke? Und wer ist Meyer ? Wo liegt Lauda")
    assert [question.written for question in asked] == [
        "Was kostet die Brücke?",
        "Und wer ist Meyer ?",
        "Wo liegt Lauda",
    ]


def test_at_most_three_questions_are_read() -> None:
    assert len(READER.read("Turm? Rathaus? Brücke? Hafen? Museum?")) == 3


def test_english_questions_are_understood_by_german_articles() -> None:
    assert subjects("What does Starlink have to do with Taiwan?") == [["Starlink", "Taiwan"]]


def test_german_question_words_are_no_content_of_english_ones() -> None:
    assert subjects("Who will die in the war?", QuestionReader([ENGLISH])) == [["die", "war"]]
