"""Home and section pages are no articles, however their teasers are built."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.draft import extract_draft
from bot.ingest.http.material import Material
from tests.support.ingest.pages import ARTICLE

PLACES = ["Orla", "Senf", "Lohr", "Tann", "Brennau", "Kalterberg", "Hohenwarte", "Ellersund", "Siegen", "Lauter"]
THINGS = ["die Brücke", "das Freibad", "die Schule", "der Markt"]
TEASERS = [
    (
        f"Warum in {place} {thing} im Frühjahr schließt",
        f"In {place} ist {thing} ab März zu. Der Rat hat das nach einer langen Sitzung beschlossen, und nun streiten "
        f"die Nachbarn über den Ersatz, den die Stadt {number + 2} Wochen lang sucht.",
    )
    for number, (place, thing) in enumerate((place, thing) for thing in THINGS for place in PLACES)
][:24]


def linked_headline(headline: str, lead: str) -> str:
    return f'<article><h2><a href="/a/{len(headline)}">{headline}</a></h2><p>{lead}</p></article>'


def linked_card(headline: str, lead: str) -> str:
    return f'<a class="card" href="/a/{len(lead)}"><h3>{headline}</h3><p>{lead}</p></a>'


def list_item(headline: str, lead: str) -> str:
    return f'<li><div><a href="/a/1"><span>{headline}</span></a></div><p>{lead} <a href="/a/1">mehr</a></p></li>'


def read_more(headline: str, lead: str) -> str:
    return f'<div class="teaser"><h3>{headline}</h3><p>{lead}</p><a href="/a/2">Weiterlesen</a></div>'


def headline_alone(headline: str, _: str) -> str:
    return f'<div><a href="/a/{len(headline)}"><h3>{headline}</h3></a></div>'


def page(teasers: str) -> bytes:
    head = "<head><title>Der Stadtbote | Nachrichten aus der Region</title></head>"
    return f"<!doctype html><html lang='de'>{head}<body><main><h1>Region</h1>{teasers}</main></body></html>".encode()


@pytest.mark.parametrize("teaser", [linked_headline, linked_card, list_item, read_more, headline_alone])
@pytest.mark.parametrize("count", [8, 20])
def test_a_page_of_teasers_is_refused(teaser: Callable[[str, str], str], count: int) -> None:
    html = page("".join(teaser(*each) for each in TEASERS[:count]))
    with pytest.raises(UnusableMaterial, match=r"page\.html: this page lists other articles"):
        extract_draft(Material(html, "page.html", "https://example.org/region"))


@pytest.mark.parametrize("teaser", [linked_headline, linked_card, list_item, read_more])
def test_an_article_with_teasers_below_it_is_one(teaser: Callable[[str, str], str]) -> None:
    paragraphs = "".join(
        f"<p>{lead} So geht es dort schon seit Jahren zu, sagt der Wirt.</p>" for _, lead in TEASERS[12:]
    )
    article = ARTICLE.replace("</article>", f"{paragraphs}</article>")
    html = article.replace("</main>", "".join(teaser(*each) for each in TEASERS[:6]) + "</main>").encode()
    assert "Ein Gutachter fand Risse" in extract_draft(Material(html, "page.html", "https://example.org/a")).text


def test_an_article_of_short_parts_with_links_is_one() -> None:
    parts = "".join(
        f'<h2>{headline}</h2><p>{lead}</p><p>{lead[::-1]} Mehr dazu steht <a href="/b">im Bericht der Stadt</a>.</p>'
        for headline, lead in TEASERS[:10]
    )
    html = page(f"<article>{parts}</article>")
    assert extract_draft(Material(html, "page.html", "https://example.org/a")).text
