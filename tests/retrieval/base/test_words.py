"""Words, however they are written."""

from __future__ import annotations

import pytest

from retrieval.base.words import words_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Höchst\u00adno\u00adte", ["höchstnote"]),
        ("Brü\u200bcke", ["brücke"]),
        ("die \ufeffBrücke\u200d.", ["die", "brücke"]),
        ("\u202bu\u0308ber\u202c", ["über"]),
        ("A9 A 9 A-9", ["a9", "a9", "a9"]),
        ("der G20-Gipfel", ["der", "g20", "gipfel"]),
        ("ICE5 ICE 5", ["ice", "5", "ice", "5"]),
        ("Covid19 Covid-19", ["covid", "19", "covid", "19"]),
        ("U.S.A. USA", ["usa", "usa"]),
        ("the U.S. senator", ["the", "us", "senator"]),
        ("z.B. am 9. März", ["z", "b", "am", "9", "märz"]),
        ("CO2, 1990er", ["co2", "1990er"]),
        ("£20m, $4.2bn", ["£", "20", "million", "$", "4", "2", "billion"]),
        ("100m, 5G", ["100m", "5g"]),
        ("das 9€-Ticket, 9 €", ["das", "9", "€", "ticket", "9", "€"]),
        ("62.4%, 5 %", ["62", "4", "%", "5", "%"]),
        ("a $ sign, 100%ig", ["a", "sign", "100", "%", "ig"]),
        ("6:30 p.m., 6.30pm, 6 PM", ["18", "30", "pm", "18", "30", "pm", "18", "pm"]),
        ("12 p.m. 12:15 a.m.", ["12", "pm", "0", "15", "am"]),
        ("at 9 a.m. I am", ["at", "9", "am", "i", "am"]),
        ("co-operative, Co-Pilot", ["cooperative", "copilot"]),
        ("Marlin Co. - operating", ["marlin", "co", "operating"]),
        ("Plan B 2024", ["plan", "b", "2024"]),
    ],
)
def test_what_is_one_name_is_one_word_however_it_is_written(text: str, forms: list[str]) -> None:
    assert [word.form for word in words_of(text)] == forms


def test_a_word_stands_where_it_is_written() -> None:
    text = "Auf der A 9 fällt die Höchst\u00adno\u00adte auf."
    assert [text[word.start : word.end] for word in words_of(text)] == [
        "Auf", "der", "A 9", "fällt", "die", "Höchst\u00adno\u00adte", "auf",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "A." * 100_000,
        "ab\u00ad" * 70_000,
        "A 9 " * 50_000,
        "aaa1" * 50_000,
        "£1." * 50_000,
        "9" * 200_000,
    ],
)
def test_a_long_text_without_end_is_read(text: str) -> None:
    assert words_of(text)
