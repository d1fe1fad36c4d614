import pytest

from retrieval.analysis.analyzer import Analyzer
from retrieval.answering.highlights import highlights
from retrieval.base.words import words_of
from retrieval.language import GERMAN

LEXICON = Analyzer(GERMAN)


@pytest.mark.parametrize(
    ("asked", "text", "marked"),
    [
        ("Taiwan", "In Taiwans Häfen", ["Taiwans"]),
        ("Kiriyenko", "Das war Sergej Kirijenko.", ["Kirijenko"]),
        ("Elektroautos", "des Elektroautoherstellers Tesla", ["Elektroautoherstellers"]),
        ("sperrte", "Der Weg ist gesperrt.", ["gesperrt"]),
        ("die", "die Brücke", []),
        ("gesprochen", "was versprochen und besprochen ist", []),
        ("gesprochen", "gesprochene Worte", ["gesprochene"]),
        ("Brükce", "die Brücke und die Lücke", ["Brücke"]),
        ("Brücke", "auf der Lahnbrücke", ["Lahnbrücke"]),
    ],
)
def test_words_like_those_of_the_question_are_marked(asked: str, text: str, marked: list[str]) -> None:
    found = highlights(LEXICON.read(words_of(text)), LEXICON.read(words_of(asked)), LEXICON)
    assert [text[start:end] for start, end in found] == marked
