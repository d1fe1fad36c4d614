"""Words that look like one of the question, and are others."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever, Verdict
from retrieval.analysis.unrelated_words import are_unrelated
from retrieval.encoder import why_not
from retrieval.language import ENGLISH, GERMAN
from retrieval.scoring.decision.word_coverage import coverage
from tests.support.retrieval.patient_encoder import patient_encoder

UNRELATED = [
    ("de", "Zum Beispiel kommt der Bus.", "Wer gewann das Spiel?"),
    ("de", "Zum Beispiel kommt der Bus.", "Was ist mit dem Spiel?"),
    ("de", "Die Kommission tagt in Brüssel.", "Was macht die Mission?"),
    ("de", "Die Kommission tagt in Brüssel.", "Wer leitet die Mission?"),
    ("de", "Die Autos stehen im Hof.", "Wo ist der Autor?"),
    ("de", "Die Karten sind ausverkauft.", "Wem gehört der Garten?"),
    ("de", "Die Eintrittskarten sind ausverkauft.", "Wo ist der Garten?"),
    ("en", "The commission meets in Brussels.", "What does the mission do?"),
    ("en", "The display is broken.", "How long was the play?"),
    ("de", "Die Plattform X wurde verkauft.", "xxx"),
    ("de", "Die Plattform X wurde verkauft.", "x" * 4096),
]
RELATED = [
    ("Das Länderspiel endete 1:0.", "Wie endete das Spiel?"),
    ("Die Raumfahrtmission startet im Mai.", "Wann startet die Mission?"),
    ("Der Buchautor lebt in Hof.", "Wo lebt der Autor?"),
    ("Der Schulgarten blüht im Mai.", "Wann blüht der Garten?"),
    ("Der Busfahrer schwieg am Montag.", "Wann schwieg der Fahrer?"),
    ("Die Öztürk-Brücke ist gesperrt.", "Ist die Oztürk Brüke gesperrt?"),
    ("Wer bezahlt, ist der Kreis.", "Wer zahlt?"),
    ("Zum Beispiel endete das Spiel 1:0.", "Wie endete das Spiel?"),
]


@pytest.mark.parametrize(("language", "text", "question"), UNRELATED)
def test_another_word_is_no_answer(language: str, text: str, question: str) -> None:
    article = Article.from_text(text, title="-", language=language)
    assert Retriever([article], WORDS_ALONE).answer(question).verdict is Verdict.NONE


@pytest.mark.slow
@pytest.mark.skipif(why_not() is not None, reason="no encoder on this machine")
def test_nor_is_it_one_by_its_meaning() -> None:
    encoder = patient_encoder()
    for language, text, question in UNRELATED:
        article = Article.from_text(text, title="-", language=language)
        assert not Retriever([article], encoder).answer(question).found, question


@pytest.mark.parametrize(("text", "question"), RELATED)
def test_compounds_forms_and_slips_are_answers(text: str, question: str) -> None:
    article = Article.from_text(text, title="-", language="de")
    assert Retriever([article], WORDS_ALONE).answer(question).found


@pytest.mark.parametrize(
    ("one", "other", "unrelated"),
    [
        ("spiel", "beispiele", True),
        ("spiele", "beispiel", True),
        ("spiel", "länderspiel", False),
        ("spiel", "spielplan", False),
        ("karten", "garten", True),
        ("garten", "gartens", False),
        ("brücke", "brücken", False),
        ("haus", "maus", False),  # too short to tell
    ],
)
def test_words_that_look_alike(one: str, other: str, unrelated: bool) -> None:
    assert are_unrelated(one, other, GERMAN.prefixes) is unrelated
    assert are_unrelated(other, one, GERMAN.prefixes) is unrelated


def test_prefixes_are_those_of_the_language() -> None:
    assert are_unrelated("play", "display", ENGLISH.prefixes)
    assert not are_unrelated("play", "display", ())


def test_coverage_is_the_share_of_the_different_terms() -> None:
    assert coverage(["a", "b", "b"], ["b", "b", "c"]) == 0.5
    assert coverage(["a"], iter("abc")) == 1.0
    assert coverage([], ["a"]) == 0.0
