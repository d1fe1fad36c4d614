"""Pages that are written otherwise than one would think."""

from __future__ import annotations

import pytest

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.draft import extract_draft
from bot.ingest.http.material import Material
from content import Draft

LEAD = (
    "Der Radweg am Kanal wird im Frühjahr verbreitert, weil sich dort zu viele in die Quere kommen. Das hat der Rat am "
    "Dienstag mit großer Mehrheit beschlossen. Gezählt wurden im Sommer an einem Sonntag mehr als viertausend Räder."
)
SECOND = (
    "Die Kosten von 300.000 Euro trägt das Land, sagte die Baudezernentin. Gesperrt wird der Weg nur in den Ferien."
)


def drafted(body: str, head: str = "<title>Der Radweg wird breiter</title>") -> Draft:
    page = f'<!doctype html><html lang="de"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return extract_draft(Material(page.encode(), "page.html"))


def authors(head: str = "", byline: str = "") -> tuple[str, ...]:
    title = "<title>Der Radweg wird breiter</title>"
    return drafted(
        f"<article><h1>Der Radweg wird breiter</h1>{byline}<p>{LEAD}<p>{SECOND}</article>", title + head
    ).authors


@pytest.mark.parametrize("tag", ["span", "div", "p", "b", "font"])
def test_empty_lines_part_paragraphs_and_lose_none(tag: str) -> None:
    body = (
        f"<main><div><h1>Der Radweg wird breiter</h1><div><{tag}><span>{LEAD}<br> <br />{SECOND}</span></{tag}></div>"
    )
    assert drafted(f"{body}</div></main>").text == f"{LEAD}\n\n{SECOND}"


def test_what_is_shown_without_scripts_is_no_article() -> None:
    notice = f"<noscript>{LEAD}</noscript>"
    with pytest.raises(UnusableMaterial, match="no article is found in this page"):
        drafted(f"{notice}<div id=root></div>")
    article = f"<article><p>{LEAD}<p>{SECOND}</article>"
    assert drafted(f"{notice}{article}").text == f"{LEAD}\n\n{SECOND}"
    assert drafted(f"<noscript><img src=x>{article}{notice}").text == f"{LEAD}\n\n{SECOND}"


def test_an_article_in_an_aside_is_one() -> None:
    consent = "<p>Wir verwenden Cookies, um unsere Seite zu verbessern. Ihre Einwilligung können Sie widerrufen."
    article = f"<aside><h1>Der Radweg wird breiter</h1><p>{LEAD}<p>{SECOND}</aside>"
    assert drafted(f"<div class=layer>{consent}</div><div>{article}</div>").text == f"{LEAD}\n\n{SECOND}"
    beside = f"<article><p>{LEAD}<p>{SECOND}</article><aside><p>Mehr zum Thema: Der Fußweg wird schmaler.</aside>"
    assert drafted(beside).text == f"{LEAD}\n\n{SECOND}"


@pytest.mark.parametrize("label", ["Anzeige", "– Anzeige –", "Advertisement"])
def test_what_stands_above_advertisements_is_left_out(label: str) -> None:
    assert drafted(f"<article><p>{LEAD}</p><div>{label}</div><p>{SECOND}</article>").text == f"{LEAD}\n\n{SECOND}"


def test_a_notice_is_no_article() -> None:
    with pytest.raises(UnusableMaterial) as caught:
        drafted("<main><p>Bitte aktivieren Sie JavaScript, um diese Seite zu lesen. Danach laden Sie sie neu.</main>")
    assert str(caught.value) == (
        "page.html: this is a notice (“aktivieren Sie JavaScript”), no article; copy its text into a .txt file"
    )


@pytest.mark.parametrize("key", ["headline", "name", "author", "datePublished", "publisher", "url", "articleSection"])
@pytest.mark.parametrize("value", ["2024", "[1, [2]]", "null", '{"name": 7}', "true", '[{"name": [8]}]'])
def test_metadata_of_any_type(key: str, value: str) -> None:
    data = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "{key}": {value}}}'
    head = f'<title>Der Radweg wird breiter</title><script type="application/ld+json">{data}</script>'
    draft = drafted(f"<article><h1>Der Radweg wird breiter</h1><p>{LEAD}<p>{SECOND}</article>", head)
    assert (draft.title, draft.text, draft.authors) == ("Der Radweg wird breiter", f"{LEAD}\n\n{SECOND}", ())


@pytest.mark.parametrize(
    ("head", "byline", "expected"),
    [
        ('<meta name="author" content="Ida M. Fechner">', "", ("Ida M. Fechner",)),
        ('<meta name="author" content="Jo McAmari">', "", ("Jo McAmari",)),
        ('<meta name="author" content="www.kanalbote.example">', "", ()),
        ("", '<a rel="author" href="/i">Alle Beiträge von Ida Fechner anzeigen</a>', ()),
        ("", '<div class="byline">By Ida Fechner May 3, 2024</div>', ("Ida Fechner",)),
        ("", '<span class="author">Follow</span>', ()),
        ("", '<span class="author">Posted</span>', ()),
    ],
)
def test_authors_are_people(head: str, byline: str, expected: tuple[str, ...]) -> None:
    assert authors(head, byline) == expected


@pytest.mark.parametrize("date", ["0001-01-01", "1970-01-01", "1980-01-01T00:00:00Z", "2999-01-01", "99999999999"])
def test_a_date_that_cannot_be_is_none(date: str) -> None:
    head = f'<title>Der Radweg wird breiter</title><meta property="article:published_time" content="{date}">'
    assert drafted(f"<article><p>{LEAD}<p>{SECOND}</article>", head).published is None


@pytest.mark.parametrize("menu", ["Hauptmenü", "Kanalbote", "Navigation öffnen"])
def test_a_heading_that_is_no_headline_is_not_the_title(menu: str) -> None:
    assert drafted(f"<h1>{menu}</h1><div><p>{LEAD}<p>{SECOND}</div>").title == "Der Radweg wird breiter"
    shared = '<title>Kanalbote</title><meta property="og:title" content="Der Radweg wird breiter">'
    assert drafted(f"<h1>{menu}</h1><div><p>{LEAD}<p>{SECOND}</div>", shared).title == "Der Radweg wird breiter"


def test_a_site_s_name_in_the_title_is_not_taken_for_the_headline() -> None:
    page = f"<h1>Der Radweg wird breiter</h1><div><p>{LEAD}<p>{SECOND}</div>"
    assert drafted(page, "<title>Kanalbote Online</title>").title == "Der Radweg wird breiter"


def test_of_two_articles_in_a_page_the_one_that_it_names_is_taken() -> None:
    further = f"<p>{LEAD.replace('Radweg', 'Parkplatz')}</p>" * 6
    body = (
        f"<main><article><h1>Der Radweg wird breiter</h1><p>{LEAD}</p><p>{SECOND}</p></article>"
        f"<article><h1>Der Parkplatz auch</h1>{further}</article></main>"
    )
    text = drafted(body).text
    assert "Radweg am Kanal" in text
    assert "Parkplatz" not in text
