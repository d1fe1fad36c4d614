"""Names of authors, and what content systems put into their place."""

from __future__ import annotations

import pytest

from bot.ingest.extract.names import as_written, clean_name


@pytest.mark.parametrize(
    "name",
    [
        "Ida Fechner",
        "Ida M. Fechner",
        "Prof. Dr. Änne von der Öztürk-Lang",
        "J. K. Amari",
        "Jo O'Hara",
        "Ludwig van Amari",
        "María de los Ángeles y Voss",
        "Redaktion",
        "dpa",
        "May Britt",
        "Theresa May",
        "Fechner, Ida",
        "Min Jin Lee",
        "Emily Post",
        "Die Redaktion",
        "IDA FECHNER",
        "ida fechner",
    ],
)
def test_names_stay_as_they_are(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("Von Ida Fechner", "Ida Fechner"),
        ("by  Ida Fechner", "Ida Fechner"),
        ("Text: Ida Fechner", "Ida Fechner"),
        ("Ein Beitrag von Ida Fechner", "Ida Fechner"),
        ("Posted by Ida Fechner", "Ida Fechner"),
        ("Zeige alle Beiträge von Ida Fechner", "Ida Fechner"),
        ("View all posts by Ida Fechner", "Ida Fechner"),
        ("More from Ida Fechner", None),
        ("By Ida Fechner May 3, 2024", "Ida Fechner"),
        ("Ida Fechner, 3. Mai 2024", "Ida Fechner"),
        ("Ida Fechner | 03.05.2024", "Ida Fechner"),
        ("Ida Fechner on June 5", "Ida Fechner"),
        ("Ida Fechner am 14. Oktober", "Ida Fechner"),
    ],
)
def test_what_stands_around_a_name_goes(stated: str, name: str | None) -> None:
    assert clean_name(stated) == name


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "by",
        "Posted",
        "Follow",
        "Folgen",
        "Alle Artikel",
        "Alle Beiträge anzeigen",
        "Foto: Ida Fechner",
        "Follow us on Twitter",
        "www.seeblatt.example",
        "seeblatt.example",
        "https://seeblatt.example/ida",
        "ida@seeblatt.example",
        "ida2000",
        "3. Mai 2024",
        "admin",
        "Ida Fechner berichtet aus Kiel",
        "Ida Fechner is our correspondent",
        "Der Steg am See wird im nächsten Jahr erneuert und kostet viel",
    ],
)
def test_what_is_no_name_is_none(stated: str) -> None:
    assert clean_name(stated) is None


@pytest.mark.parametrize(
    ("name", "source", "written"),
    [
        ("Ida M Fechner", 'content="Ida M. Fechner"', "Ida M. Fechner"),
        ("Ida Fechner Jr", "Ida Fechner Jr. schreibt", "Ida Fechner Jr."),
        ("Ida Fechner", "Von Ida Fechner.", "Ida Fechner"),
        ("Jo Mcamari", "Jo McAmari", "Jo McAmari"),
        ("Anna Von Der Lang", "Anna von der Lang", "Anna von der Lang"),
        ("Ida Fechner", "/autoren/ida-fechner Ida Fechner", "Ida Fechner"),
        ("Ida Fechner", "IDA FECHNER", "Ida Fechner"),
        ("Www Seeblatt Example", "www.seeblatt.example", "www.seeblatt.example"),
        ("Dpa", "(dpa)", "dpa"),
        ("Lynn", "/lynn Lynn", "Lynn"),
        ("Jo Amari", "Jo-Amari-Preis an Jo Amari", "Jo Amari"),
        ("Jo Amari", "JoAmari", "Jo Amari"),
        ("Ida Fechner Seeblatt", "Ida Fechner. Seeblatt", "Ida Fechner Seeblatt"),
        ("T V Amari", "von T. V. Amari.", "T. V. Amari"),
        ("Ida Fechner", "Jo Amari", "Ida Fechner"),
        ("…", "…", "…"),
    ],
)
def test_a_name_is_written_as_in_the_page(name: str, source: str, written: str) -> None:
    assert as_written(name, ["", source]) == written
