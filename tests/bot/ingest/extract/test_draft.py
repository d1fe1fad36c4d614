"""What becomes of a text, a Markdown file or a web page."""

from __future__ import annotations

import codecs
from datetime import date
from typing import Any

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.config.errors import BotError, UnusableMaterial
from bot.ingest.extract.draft import extract_draft
from bot.ingest.extract.language import is_plausible
from bot.ingest.http.material import Material
from content import Article, ContentError, Draft, InvalidArticles
from content.article_file import decode
from tests.support.ingest.pages import ARTICLE, PARAGRAPHS

TEXT = "Die Brücke bleibt zu\n\nDie Brücke über die Lahn ist gesperrt.\n\nDer Bus fährt über die Neustadt."

FRENCH = "Le pont reste fermé, a annoncé la ville. Un expert a trouvé des fissures dans le pilier du milieu hier soir."


def drafted(text: str | bytes, name: str = "a.txt") -> Draft:
    return extract_draft(Material(text.encode() if isinstance(text, str) else text, name))


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


def told(text: str | bytes, name: str = "a.txt") -> str:
    with pytest.raises(UnusableMaterial) as caught:
        drafted(text, name)
    return str(caught.value)


def tried(data: bytes, name: str) -> Draft | BotError | ContentError:
    try:
        return extract_draft(Material(data, name))
    except (BotError, ContentError) as error:
        return error


def test_a_page_gives_its_text_and_what_its_metadata_say() -> None:
    draft = drafted(ARTICLE, "page.html")
    assert paragraphs(draft.article()) == PARAGRAPHS
    assert draft.article().outline == (("Umleitung", 2),)
    assert (draft.title, draft.language, draft.publisher) == ("Die Brücke bleibt zu", "de", "Der Stadtbote")
    assert (draft.authors, draft.published) == (("Ida Fechner",), date(2024, 10, 25))
    assert (draft.url, draft.licence) == ("https://example.org/bruecke", None)


def test_what_a_page_does_not_say_is_left_out() -> None:
    page = "<html><head><title>Die Brücke</title></head><body><article><h1>Die Brücke</h1><p>" + "Sie ist zu. " * 30
    draft = drafted(f"{page}</p></article><footer>© 2019</footer></body></html>", "page.html")
    assert draft.title == "Die Brücke"
    assert (draft.publisher, draft.authors, draft.published, draft.url) == (None, (), None, None)


def test_a_page_s_address_is_where_it_came_from_unless_it_names_another() -> None:
    own = "<link rel=canonical href=https://example.org/bruecke>"
    at = "https://example.net/amp/bruecke"
    named = extract_draft(Material(ARTICLE.encode(), at, at, "text/html"))
    unnamed = extract_draft(
        Material(ARTICLE.replace('<link rel="canonical" href="https://example.org/bruecke">', "").encode(), at, at)
    )
    assert (named.url, unnamed.url) == ("https://example.org/bruecke", at)
    assert own not in ARTICLE
    assert unnamed.publisher == "Der Stadtbote"


def test_the_host_s_name_is_no_publisher() -> None:
    page = ARTICLE.replace('<meta property="og:site_name" content="Der Stadtbote">', "").replace(" | Der Stadtbote", "")
    assert drafted(page, "page.html").publisher is None


@pytest.mark.parametrize("stated", ['lang="en"', "", 'lang="zxx"'])
def test_the_text_tells_the_language_better_than_a_template(stated: str) -> None:
    assert drafted(ARTICLE.replace('lang="de-AT"', stated), "page.html").language == "de"


def test_a_language_that_we_cannot_read_is_told() -> None:
    page = "<html lang=fr-CH><head><title>Le pont</title></head><body><article><h1>Le pont</h1><p>"
    page += "Le pont sur la rivière reste fermé jusqu'en mai, a annoncé la ville hier soir. " * 8
    draft = drafted(f"{page}</p></article></body></html>", "page.html")
    assert draft.language == "fr"
    with pytest.raises(
        InvalidArticles, match=r"\"language\" cannot be 'fr'; write it like language: de \(known: de, en\)"
    ):
        draft.article()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge stays closed until May, as the town announced.", "en"),
        ("Die Brücke bleibt bis Mai gesperrt, wie die Stadt mitteilte.", "de"),
        ("Le pont sur la rivière reste fermé jusqu'en mai, a annoncé la ville.", None),
        ("De brug over de rivier blijft tot mei gesloten, zoals de stad meedeelde.", None),
        ("123", None),
    ],
)
def test_the_language_is_told_by_function_words(text: str, language: str | None) -> None:
    assert drafted(text).language == language


def test_a_text_s_first_line_is_its_title_when_it_stands_alone() -> None:
    draft = drafted(TEXT)
    assert draft.title == "Die Brücke bleibt zu"
    assert paragraphs(draft.article()) == ["Die Brücke über die Lahn ist gesperrt.", "Der Bus fährt über die Neustadt."]


@pytest.mark.parametrize(
    "text", ["Ein Satz.\n\nNoch einer.", "Nur eine Zeile", "Zwei\nZeilen\n\nText.", "x" * 151 + "\n\nText."]
)
def test_what_is_no_headline_is_none(text: str) -> None:
    draft = drafted(text)
    assert draft.title is None
    assert draft.text.startswith(text[:3])


def test_a_line_a_paragraph_is_how_word_processors_save() -> None:
    text = "Der erste Absatz ist kurz.\nDer zweite auch.\n„Der dritte?“\nUnd der letzte!"
    assert drafted(text).text.split("\n\n") == text.split("\n")
    wrapped = "Ein Absatz, der über\ndrei Zeilen läuft, ist\nein Absatz."
    assert drafted(wrapped).text == wrapped


def test_a_text_has_no_headings() -> None:
    article = Article.from_text(drafted("Titel\n\n# 1 ist gut.\n\nText.").text, title="T", language="de")
    assert paragraphs(article) == ["# 1 ist gut.", "Text."]


def test_markdown_has_a_title_and_headings() -> None:
    draft = drafted("# Die Brücke #\n\nSie ist **zu**.\n\n## Kosten\n\nVier Millionen.\n", "a.md")
    assert draft.title == "Die Brücke"
    assert draft.text == "Sie ist **zu**.\n\n## Kosten\n\nVier Millionen."
    assert draft.article().outline == (("Kosten", 2),)


def test_markdown_without_a_heading_is_like_a_text() -> None:
    draft = drafted("Die Brücke\n\nSie ist zu.\n", "a.md")
    assert (draft.title, draft.text) == ("Die Brücke", "Sie ist zu.")


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_an_article_file_is_taken_as_it_is(name: str) -> None:
    draft = drafted("---\ntitle: Die Brücke\nlanguage: en\nquestions: Wer?\n---\n\n# Kopf\n\nSie ist zu.\n", name)
    assert (draft.title, draft.language, draft.questions) == ("Die Brücke", "en", ("Wer?",))
    assert draft.text == "# Kopf\n\nSie ist zu."


def test_front_matter_that_cannot_be_read_is_told_line_by_line() -> None:
    with pytest.raises(InvalidArticles) as caught:
        drafted("---\ntitle: A: B\n---\nText.", "a.md")
    assert str(caught.value).startswith("a.md:2: this is not YAML")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_other_encodings_are_told_apart(encoding: str) -> None:
    assert drafted(TEXT.replace("\n", "\r\n").encode(encoding)).text == drafted(TEXT).text


@pytest.mark.parametrize("stated", ["iso-8859-1", "windows-1252", "ISO-8859-15"])
def test_a_page_s_own_word_for_its_encoding_counts(stated: str) -> None:
    encoding = "cp1252" if stated != "ISO-8859-15" else stated
    page = ARTICLE.replace("utf-8", stated)
    if encoding == stated:
        page = page.replace("„", "»").replace("“", "«").replace("©", "")
    text = paragraphs(drafted(page.encode(encoding), "page.html").article())
    assert text[0] == PARAGRAPHS[0]
    assert text[-1][1:] == PARAGRAPHS[-1].replace("“", "«" if encoding == stated else "“")[1:]


def test_the_server_s_word_for_the_encoding_counts() -> None:
    data = "Мост закрыт".encode("koi8-r")
    assert extract_draft(Material(data, "x", media_type="text/plain", charset="koi8-r")).text == "Мост закрыт"
    assert extract_draft(Material(TEXT.encode("cp1252"), "x", charset="no-such-thing")).title == "Die Brücke bleibt zu"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b" \n\t", "it is empty"),
        (b"%PDF-1.7 \xe2\xe3", "this is a PDF, no text; save its text as a .txt file in UTF-8"),
        (b"PK\x03\x04\x14\0", "this is an office document or an archive, no text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is no text, or in an unknown encoding"),
        (b"a\0b", "this is no text, or in an unknown encoding"),
        (codecs.BOM_UTF16_LE + b"\xd8", "this is no text, or in an unknown encoding"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, why: str) -> None:
    assert told(data, "thing").startswith(f"thing: {why}")


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><nav><a href=/>Start</a></nav></body></html>", "<!doctype html>"]
)
def test_a_page_without_a_text_is_told(page: str) -> None:
    assert told(page, "page.html") == "page.html: no article is found in this page; copy its text into a .txt file"


@given(st.binary() | st.text().map(str.encode), st.sampled_from(["a.txt", "a.md", "a.html", "a.htm"]))
def test_any_bytes_make_a_draft_or_are_told_in_lines(data: bytes, name: str) -> None:
    outcome = tried(data, name)
    if isinstance(outcome, Draft):
        assert decode(outcome.file_text().encode()) == outcome.file_text()
    else:
        assert all(line.startswith(f"{name}:") for line in str(outcome).split("\n"))


@pytest.mark.parametrize("author", ["Der Stadtbote", "Der-Stadtbote", "Der STADTBOTE"])
def test_an_author_who_is_the_publisher_is_none(author: str) -> None:
    assert drafted(ARTICLE.replace("Ida Fechner", author), "page.html").authors == ()


def test_a_page_that_was_taken_with_its_menus_is_read_again_more_strictly(monkeypatch: pytest.MonkeyPatch) -> None:
    extract, asked = trafilatura.bare_extraction, []

    def recorded(page: Any, *, favor_precision: bool, **options: Any) -> Any:
        asked.append(favor_precision)
        # What it takes for a menu is for the library to know; here it is what the strict reading leaves out.
        if favor_precision:
            etree.strip_elements(page, "li", with_tail=False)
        return extract(page, **options)

    monkeypatch.setattr(trafilatura, "bare_extraction", recorded)
    menu = "".join(f"<li>Rubrik {at}</li>" for at in range(30))
    text = "Die Brücke über die Lahn bleibt bis Mai gesperrt, wie die Stadt am Montag mitteilte."
    page = f"<html><head><title>Die Brücke</title></head><body><ul>{menu}</ul><p>{text}<p>Ja. {text}"
    draft = drafted(page, "page.html")
    assert asked == [False, True]
    assert draft.text == f"{text}\n\nJa. {text}"
    drafted(ARTICLE, "page.html")
    assert asked == [False, True, False]


def test_a_reading_without_menus_is_not_taken_when_it_loses_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = trafilatura.bare_extraction

    def lossy(page: Any, *, favor_precision: bool, **options: Any) -> Any:
        if favor_precision:
            etree.strip_elements(page, "li", "h2", with_tail=False)
            page.xpath("//p")[-1].drop_tree()
        return extract(page, favor_precision=favor_precision, **options)

    monkeypatch.setattr(trafilatura, "bare_extraction", lossy)
    menu = "".join(f"<li>Rubrik {at}</li>" for at in range(30))
    text = "Die Brücke über die Lahn bleibt bis Mai gesperrt, wie die Stadt am Montag mitteilte."
    page = f"<html><head><title>Die Brücke</title></head><body><ul>{menu}</ul><p>{text}<p>Ja. {text}"
    assert drafted(page, "page.html").text.endswith(f"{text}\n\nJa. {text}")


@pytest.mark.parametrize("error", [RecursionError("deep"), ValueError(""), KeyError("x"), UnicodeError("bad")])
def test_whatever_a_parser_raises_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    assert told(ARTICLE, "page.html").startswith(f"page.html: it cannot be read ({type(error).__name__}")


def test_many_comments_before_a_page_take_no_time() -> None:
    assert drafted("<!-- c -->" * 400 + ARTICLE, "page").title == "Die Brücke bleibt zu"
    assert drafted("<!-- c -->" * 400 + TEXT, "text").text.startswith("<!-- c -->")


def test_a_feed_is_told_with_the_way_to_follow_it() -> None:
    address = "https://example.org/feed"
    material = Material(b'<?xml version="1.0"?><rss version="2.0"/>', address, address, "text/html")
    with pytest.raises(UnusableMaterial) as caught:
        extract_draft(material)
    assert str(caught.value) == f"{address}: this is a feed, no article; to follow it: python -m bot add {address}"
    assert told('{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed.json").endswith(
        "JSON feeds are not read; give the address of its RSS or Atom feed"
    )


@pytest.mark.parametrize(
    ("text", "language", "can"),
    [
        (FRENCH, "de", False),
        (FRENCH, "fr", True),
        ("Le pont reste fermé.", "de", True),
        ("Die Brücke bleibt zu, wie die Stadt gestern mitteilte. Ein Gutachter fand Risse in dem Pfeiler.", "de", True),
    ],
)
def test_a_language_that_is_stated_may_be_wrong(text: str, language: str, can: bool) -> None:
    assert is_plausible(text, language) is can
