"""Days, months, seasons and measures of a question that the article has of something else, or that come to the same."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever

LOCK = """Die Schleuse in Ahlbeck wird im Februar wieder geöffnet. Die Arbeiten an den Toren dauern achtzehn Monate.

Im Mai kommt der Prüfer. Die Anträge auf Entschädigung nimmt das Amt bis zum 30. September entgegen.

Ein Schlepper trieb 900 Meter weit ab. Das Video davon ist 48 Sekunden lang. Drei Boote kosten 14,90 Euro am Tag.

Das Fest am Hafen findet im Herbst statt, im Frühjahr fällt es aus. Für den Umbau kaufte die Stadt sechs \
Fahrkartenautomaten und ein halbes Dutzend Bänke."""

FALSE = [
    ("Wird die Schleuse in Ahlbeck erst im Mai wieder geöffnet?", "Mai"),  # of something else
    ("Nimmt das Amt die Anträge auf Entschädigung bis Ende Dezember entgegen?", "Dezember"),
    ("Findet das Fest am Hafen zu Weihnachten statt?", "Weihnachten"),
    ("Dauern die Arbeiten an den Toren drei Jahre?", "drei"),  # months
    ("Trieb der Schlepper zwei Kilometer weit ab?", "zwei"),
    ("Ist das Video davon gut zwei Minuten lang?", "zwei"),
    ("Kaufte die Stadt für den Umbau dreizehn Automaten?", "dreizehn"),  # the last part of a compound
    ("Kaufte die Stadt für den Umbau zwei Dutzend Bänke?", "zwei Dutzend"),
    ("nimmt das amt die anträge auf entschädigung bis märz entgegen", "märz"),  # typed small
]

TRUE = [
    "Nimmt das Amt die Anträge auf Entschädigung bis Ende September entgegen?",
    "Nimmt das Amt die Anträge im Spätsommer entgegen?",
    "Findet das Fest am Hafen im November statt?",  # in autumn
    "Dauern die Arbeiten an den Toren anderthalb Jahre?",
    "Trieb der Schlepper fast einen Kilometer weit ab?",
    "Kosten drei Boote knapp 15 Euro am Tag?",
    "Kaufte die Stadt sechs Bänke?",
    "Ab wann wird die Schleuse im Februar geöffnet?",
]


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    return Retriever([Article(text=LOCK, title="Schleuse", language="de")], WORDS_ALONE)


@pytest.mark.parametrize(("question", "wrong"), FALSE, ids=[question for question, _ in FALSE])
def test_what_the_article_has_otherwise_is_marked(question: str, wrong: str, retriever: Retriever) -> None:
    assert [question[span.start : span.end] for span in retriever.answer(question).unsupported] == [wrong]


@pytest.mark.parametrize("question", TRUE)
def test_what_comes_to_the_same_is_not(question: str, retriever: Retriever) -> None:
    assert retriever.answer(question).unsupported == ()


def test_whom_an_exception_is_made_for_is_not_what_the_sentence_says() -> None:
    text = "Die Schulen bleiben geschlossen, mit Ausnahme der Grundschule am Wall."
    retriever = Retriever([Article(text=text, title="-", language="de")], WORDS_ALONE)
    assert retriever.answer("Warum bleibt die Grundschule am Wall offen?").unsupported == ()
