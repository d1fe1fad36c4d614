import pytest

from retrieval.expectation import Expectation, Kind, offers_something_new
from retrieval.language import ENGLISH, GERMAN, LanguageRules
from retrieval.words import words_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wann wurde die Brücke gebaut?", Kind.DATE),
        ("In welchem Jahr war das?", Kind.DATE),
        ("wie viele Leute kamen", Kind.NUMBER),
        ("Wer plant sie?", Kind.NAME),
        ("Was ist geplant?", None),
    ],
)
def test_what_a_german_question_asks_for(question: str, kind: Kind | None) -> None:
    assert Expectation(GERMAN).of(words_of(question)) == kind


def test_what_an_english_question_asks_for() -> None:
    assert Expectation(ENGLISH).of(words_of("How many birds died?")) == Kind.NUMBER


@pytest.mark.parametrize(
    ("kind", "sentence", "offered"),
    [
        (Kind.DATE, "Am 8. Februar 2021 war es 14 Uhr.", {"februar", "2021"}),
        (Kind.NUMBER, "Im Jahr 2021 kamen 48 Leute, zwei blieben.", {"48", "zwei"}),
        (Kind.NAME, "Da sprach Clara Öztürk im Rathaus.", {"clara", "öztürk"}),
    ],
)
def test_what_a_sentence_offers(kind: Kind, sentence: str, offered: set[str]) -> None:
    assert Expectation(GERMAN).offers(kind, sentence, words_of(sentence)) == offered


def test_what_the_question_names_itself_is_nothing_new() -> None:
    assert not offers_something_new({"2021"}, {"was", "war", "2021"})
    assert offers_something_new({"2021", "märz"}, {"was", "war", "2021"})


def test_an_unknown_language_expects_nothing() -> None:
    assert Expectation(LanguageRules("xx")).of(words_of("Wann war das?")) is None
