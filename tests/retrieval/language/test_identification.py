import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import certain_language_of, language_of
from retrieval.language import KNOWN


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wer bezahlt die Reparatur?", "de"),
        ("Who pays for the repair?", "en"),
        ("Und warum?", "de"),
        ("why", "en"),
        ("wie teuer", "de"),
        ("What else?", "en"),
        ("Was hat Musk mit Taiwan zu tun?", "de"),
        ("What was Musk asked to do in Taiwan?", "en"),
        ("Hi, weiß jemand, wer das bezahlt? Thanks!", "de"),
        ("Кто платит за ремонт?", "ru"),
        ("Москва", "ru"),
        ("Хто платить за ремонт?", "uk"),
        ("Quand a eu lieu la bataille de Hastings ?", "fr"),
        ("¿Quién llamó a Putin?", "es"),
        ("Chi ha chiamato Putin?", "it"),
        ("Quem ligou para Putin?", "pt"),
        ("Kto dzwonił do Putina?", "pl"),
        ("Ποιος πληρώνει;", "el"),
        ("プーチンは誰に電話した", "ja"),
    ],
)
def test_the_language_of_a_message(text: str, code: str) -> None:
    assert language_of(text) == code
    assert language_of(text, ["de"]) == code


@pytest.mark.parametrize("text", ["starlink taiwan", "👍", "", "Rio de Janeiro", "Quelle?", "12:30"])
def test_what_does_not_tell_is_left_open_where_nothing_is_expected(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("text", ["Quelle?", "Wer ist de la Cruz?", "Was war in Rio de Janeiro?"])
def test_in_doubt_it_is_what_is_expected(text: str) -> None:
    assert language_of(text, ["de", "en"]) == "de"


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    codes = {rules.code for rules in KNOWN} | {"el", "he", "ar", "hi", "th", "ko", "ja", "zh", "hy", "ka", None}
    assert language_of(text, ["de"]) in codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Was kostet die Reparatur?", "de"),
        ("What does it cost?", "en"),
        ("Was Trump elected?", None),  # "was" is German, too
        ("Putin in Taiwan", None),
        ("Кто платит?", None),
        ("Quelle est la cause de l'incendie ?", None),
        ("Starlink", None),
        ("", None),
    ],
)
def test_a_language_is_certain_by_a_word_that_the_others_lack(text: str, code: str | None) -> None:
    for among in (["de", "en"], ["en", "de"]):
        assert certain_language_of(text, among) == code


def test_the_words_of_an_address_tell_nothing() -> None:
    address = "https://example.org/what-is-this-about"
    assert language_of(address) is None
    assert language_of(f"Was steht da? {address}") == "de"
