import pytest

from bot.ingest.extract.headline import headline

SITE = ("Der Stadtbote", "stadtbote.example")


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        ("Die Brücke bleibt zu | Der Stadtbote", ["Die Brücke bleibt zu"], "Die Brücke bleibt zu"),
        ("Kultur: Die Brücke bleibt zu - Hessen", ["Die Brücke bleibt zu", "Kultur"], "Die Brücke bleibt zu"),
        ("Die Brücke - Der Stadtbote", ["Ganz anderes"], "Die Brücke"),
        ("Der Stadtbote | Die Brücke", [], "Die Brücke"),
        ("Die Brücke – stadtbote.example", [], "Die Brücke"),
        ("Die Brücke über Der Stadtbote", [], "Die Brücke über Der Stadtbote"),
        ("Kultur und Brücken", ["Kultur"], "Kultur und Brücken"),
        ("Die Brücke", ["", "Die Brücke"], "Die Brücke"),
        (None, ["Die Brücke"], "Die Brücke"),
        (None, ["Die Brücke", "Der Bus"], None),
        (None, [""], None),
        ("", [], None),
    ],
)
def test_the_headline_is_found_in_the_title(title: str | None, headings: list[str], expected: str | None) -> None:
    assert headline(title, headings, (*SITE, None)) == expected
