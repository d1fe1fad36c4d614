import pytest

from bot.ingest.extract.headline import headline, page_title

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


@pytest.mark.parametrize(
    ("found", "stated", "expected"),
    [
        ("Hauptmenü", ["Die Brücke bleibt zu | Bote"], "Die Brücke bleibt zu | Bote"),
        ("Stadtbote", ["Die Brücke bleibt zu"], "Die Brücke bleibt zu"),
        ("Die Brücke bleibt zu", ["Stadtbote Online"], "Die Brücke bleibt zu"),
        ("Die Brücke bleibt zu", ["Stadtbote", "Die Brücke | Stadtbote"], "Die Brücke bleibt zu"),
        ("Brückensanierung", ["Brücken"], "Brückensanierung"),
        ("Hauptmenü", ["Ganz anderes"], "Ganz anderes"),
        ("Hauptmenü", [], "Hauptmenü"),
        ("2024", ["Die Brücke"], "Die Brücke"),
        (None, ["Die Brücke"], "Die Brücke"),
        (None, [], None),
    ],
)
def test_a_title_that_is_none_is_replaced(found: str | None, stated: list[str], expected: str | None) -> None:
    assert page_title(found, stated, "Die alte Brücke über die Lahn bleibt gesperrt.") == expected
