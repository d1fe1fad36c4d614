import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.recognition import recognised


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wer bezahlt die Reparatur?", "de"),
        ("Who pays for the repair?", "en"),
        ("Und warum?", "de"),
        ("why", "en"),
        ("wie teuer", "de"),
        ("Quelle?", "de"),
        ("What else?", "en"),
        ("Was hat Musk mit Taiwan zu tun?", "de"),
        ("What was Musk asked to do in Taiwan?", "en"),
        ("Hi, weiß jemand, wer das bezahlt? Thanks!", "de"),
        ("starlink taiwan", None),
        ("was", None),
        ("👍", None),
        ("", None),
        ("Кто платит за ремонт?", None),
    ],
)
def test_the_language_of_a_message(text: str, code: str | None) -> None:
    assert recognised(text) == code


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    assert recognised(text) in ("de", "en", None)
