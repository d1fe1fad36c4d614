"""Web pages as drafts: their main text, and what their metadata say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.headline import headline, page_title
from bot.ingest.extract.index_page import lists_articles
from bot.ingest.extract.language import detect_language
from bot.ingest.extract.main_text import blocks, find_main_text, load_page, visible_text, without_other_articles
from bot.ingest.extract.names import as_written, clean_name, is_same_name
from bot.ingest.extract.notices import notice_in, without_notices
from bot.ingest.http.material import Material
from content import Draft

# With fewer words it is a notice or the name of a link.
_FEWEST_WORDS = 10

_LONGEST_PUBLISHER = 60

# Code points of a title or of all authors that are looked at, and how many authors: longer ones are none.
_LONGEST_LINE = 2_000
_MOST_AUTHORS = 20
_LANGUAGE = re.compile(r"\s*(?P<code>[a-z]{2,3})(?:[-_]|\s*$)", re.IGNORECASE)

# Before it there was no web; a page that says so has a broken clock.
_FIRST_YEAR = 1991

Element = Any  # of lxml, which ships no types


def extract_page(html: str, material: Material) -> Draft:
    """The main text of the page with its headings, and what its metadata say; tables and comments are left out.

    Raises:
        UnusableMaterial: no text is found in it, or a notice in the place of one.
    """
    tree = load_page(html)
    if tree is not None:
        without_other_articles(tree, next(iter(_stated_titles(tree)), None))
    found = find_main_text(tree, material.url) if tree is not None else None
    if found is None:
        raise _no_article(material)
    site = (_line(found.sitename), _line(found.hostname))
    stated = page_title(_line(found.title), _stated_titles(tree), " ".join(found.body.itertext()))
    title = headline(stated, _headings(tree), site)
    found_blocks = list(filter(None, blocks(found.body, title)))
    text = "\n\n".join(without_notices(found_blocks))
    is_text = len(text.split()) >= _FEWEST_WORDS
    if notice := notice_in(text if is_text else "\n\n".join(found_blocks)):
        what = f"this is a notice (“{notice}”), no article; copy its text into a .txt file"
        raise UnusableMaterial(f"{material.name}: {what}")
    if not is_text:
        raise _no_article(material)
    if lists_articles(tree, found_blocks):
        raise UnusableMaterial(f"{material.name}: this page lists other articles; add one of them by its own address")
    publisher = _publisher(*site)
    return Draft(
        text,
        title=title,
        # Many a page in German calls itself English, as its template does.
        language=detect_language(text) or _declared_language(tree),
        publisher=publisher,
        authors=tuple(_authors(_line(found.author) or "", tree, publisher)),
        published=_date(found.date),
        url=_line(found.url) or material.url,
        licence=_line(found.license),
    )


def _no_article(material: Material) -> UnusableMaterial:
    return UnusableMaterial(f"{material.name}: no article is found in this page; copy its text into a .txt file")


def _line(value: object) -> str | None:
    """What is stated, if that is words: JSON-LD can have numbers and lists everywhere."""
    return value[:_LONGEST_LINE] or None if isinstance(value, str) else None


def _headings(tree: Element) -> list[str]:
    return [visible_text(each) for each in tree.iter("h1")]


def _stated_titles(tree: Element) -> list[str]:
    """What the page calls itself: for those who share it, and in a browser's tab."""
    shared = [each.get("content") or "" for each in tree.iter("meta") if each.get("property") == "og:title"]
    tabs = [visible_text(each) for each in tree.xpath("//head//title")][:1]
    return [" ".join(each[:_LONGEST_LINE].split()) for each in (*shared, *tabs) if each.strip()]


def _authors(stated: str, tree: Element, publisher: str | None) -> Iterator[str]:
    """The names as they stand in the page, without the publisher's."""
    sources = list(_sources(tree))
    for name in filter(None, map(str.strip, stated.split(";")[:_MOST_AUTHORS])):
        cleaned = clean_name(as_written(name, sources))
        if cleaned and not is_same_name(cleaned, publisher):
            yield cleaned


def _sources(tree: Element) -> Iterator[str]:
    """Where authors stand: metadata, what is visible, JSON-LD."""
    yield "\n".join(each.get("content") or "" for each in tree.iter("meta"))
    yield " ".join(tree.xpath("//body//text()[not(parent::script or parent::style)]"))
    yield "\n".join(tree.xpath('//script[contains(@type, "ld+json")]/text()'))


def _date(stated: object) -> date | None:
    found = date.fromisoformat(stated) if isinstance(stated, str) and stated else None
    return found if found and found.year >= _FIRST_YEAR else None


def _publisher(name: str | None, host: str | None) -> str | None:
    """The site's name; not where it is only its host's, or so long that it is the page's title."""
    is_name = name is not None and name.removeprefix("www.") != host and len(name) <= _LONGEST_PUBLISHER
    return name if is_name else None


def _declared_language(tree: Element) -> str | None:
    found = _LANGUAGE.match(tree.get("lang") or "")
    return found["code"].lower() if found else None
