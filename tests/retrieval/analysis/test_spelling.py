import pytest

from retrieval.analysis.spelling import spelling_key, without_umlauts


@pytest.mark.parametrize(
    "spellings",
    [
        ("präsident", "praesident", "prasident"),
        ("grösse", "groesse", "grosse", "größe".casefold()),
        ("kirijenko", "kiriyenko", "kirienko"),
        ("strasse", "strase"),
        ("şahin", "sahin"),
        ("dvořák", "dvorak"),
    ],
)
def test_spellings_of_a_word_meet(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("bauer", "bar"), ("neue", "nu"), ("quelle", "qulle"), ("1999", "199"), ("xxx", "x")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


def test_ue_after_a_vowel_or_q_is_no_umlaut() -> None:
    assert [without_umlauts(form) for form in ("bauer", "neue", "quelle", "fuer")] == ["bauer", "neue", "quelle", "fur"]
