"""What questions ask for, and what texts offer of that kind."""

import pytest

from retrieval.analysis.answer_type import AnswerType, AnswerTypeRules, offers_something_new
from retrieval.base.spans import Span
from retrieval.base.words import words_of
from retrieval.language import ENGLISH, GERMAN, LanguageRules


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wann wurde die Brücke gebaut?", AnswerType.DATE),
        ("In welchem Jahr war das?", AnswerType.DATE),
        ("Wie lange dauert der Bau?", AnswerType.DURATION),
        ("Bis wann dauert der Bau?", AnswerType.DURATION),
        ("Warum stieg die Anzahl der Gäste?", AnswerType.REASON),
        ("Wer bekam 30 Prozent?", AnswerType.PERSON),
        ("Wie alt ist die Bürgermeisterin?", AnswerType.AGE),
        ("Was kostet die Brücke?", AnswerType.PRICE),
        ("wie viele Leute kamen", AnswerType.NUMBER),
        ("Warum ist sie gesperrt?", AnswerType.REASON),
        ("Was ist geplant?", None),
        ("Was geschah, wann immer sie kam?", None),
        ("Und wann kommt sie?", AnswerType.DATE),
        ("", None),
    ],
)
def test_what_a_german_question_asks_for(question: str, kind: AnswerType | None) -> None:
    assert AnswerTypeRules(GERMAN).of(words_of(question)) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many birds died?", AnswerType.NUMBER),
        ("When did the birds die?", AnswerType.DATE),
        ("How old is the keeper?", AnswerType.AGE),
        ("What did the keeper do when the birds died?", None),
        ("Which birds died when the light was on?", None),
        ("And when did they die?", AnswerType.DATE),
    ],
)
def test_what_an_english_question_asks_for_by_its_first_question_word(question: str, kind: AnswerType | None) -> None:
    assert AnswerTypeRules(ENGLISH).of(words_of(question)) == kind


@pytest.mark.parametrize(
    ("kind", "offers", "offers_none"),
    [
        (AnswerType.DATE, "Am 8. Februar 2021 war es dunkel.", "Da war es dunkel."),
        (AnswerType.DURATION, "Es dauerte bis Mai.", "Es dauerte."),
        (AnswerType.NUMBER, "Im Jahr 2021 kamen 48 Leute.", "Im Jahr 2021 kamen Leute."),
        (AnswerType.NUMBER, "Da blieben zwei.", "Da blieben andere."),
        (AnswerType.AGE, "Meyer ist 54 Jahre alt.", "Meyer hat 54 Leute."),
        (AnswerType.PRICE, "Sie kostet 48 Millionen Euro.", "Sie hat 48 Pfeiler."),
        (AnswerType.PRICE, "Sie kostet 5 €.", "Sie hat 5 Pfeiler."),
        (AnswerType.AGE, "Das sagt Ida Meyer (54).", "Das sagt Ida Meyer."),
        (AnswerType.NUMBER, "Es kamen 1500 Menschen.", "Es kamen Menschen, zuletzt im Jahr 1500."),
        (AnswerType.REASON, "Sie fehlte, weil sie schlief.", "Sie fehlte und schlief."),
    ],
)
def test_whether_a_sentence_offers_what_is_asked_for(kind: AnswerType, offers: str, offers_none: str) -> None:
    assert AnswerTypeRules(GERMAN).offers(kind, offers, Span(0, len(offers)), words_of(offers))
    assert not AnswerTypeRules(GERMAN).offers(kind, offers_none, Span(0, len(offers_none)), words_of(offers_none))


def test_what_is_offered_are_the_words_of_that_kind() -> None:
    sentence = "Im Februar 2021 kamen 48 Leute, zwei blieben."
    answer_types = AnswerTypeRules(GERMAN)
    assert answer_types.offers(AnswerType.DATE, sentence, Span(0, len(sentence)), words_of(sentence)) == {
        "februar",
        "2021",
    }
    assert answer_types.offers(AnswerType.NUMBER, sentence, Span(0, len(sentence)), words_of(sentence)) == {
        "48",
        "zwei",
    }


def test_a_sentence_offers_what_stands_in_it_and_not_around_it() -> None:
    text = "Im Mai kam sie. Er nicht. Das war 2021."
    words = [word for word in words_of(text) if 16 <= word.start < 25]
    assert [text[word.start : word.end] for word in words] == ["Er", "nicht"]
    assert all(not AnswerTypeRules(GERMAN).offers(kind, text, Span(16, 25), words) for kind in AnswerType)


def test_no_words_offer_nothing() -> None:
    assert all(not AnswerTypeRules(GERMAN).offers(kind, "", Span(0, 0), ()) for kind in AnswerType)


def test_what_the_question_names_itself_is_nothing_new() -> None:
    asked = frozenset({"was", "war", "2021"})
    assert not offers_something_new(frozenset(), asked)
    assert not offers_something_new(frozenset({"2021"}), asked)
    assert offers_something_new(frozenset({"2021", "märz"}), asked)


def test_an_unknown_language_expects_nothing() -> None:
    assert AnswerTypeRules(LanguageRules("xx")).of(words_of("Wann war das?")) is None
