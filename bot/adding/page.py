"""Web pages as drafts: trafilatura finds the text, the title and the rest in their HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura

from bot.adding.language import language_of
from bot.adding.material import Material
from bot.errors import UnusableMaterial
from content import Draft
from content.draft import heading, paragraph

_BLOCKS = frozenset({"head", "p", "item", "quote", "code", "list", "div"})
_BLANK_LINES = re.compile(r"\n\s*\n")
_LANGUAGE = re.compile(r"\s*(?P<code>[a-z]{2,3})(?:[-_]|\s*$)", re.IGNORECASE)
_LINE_BREAK = "\0"  # no character of a page

Element = Any  # of lxml, which ships no types


def draft_of_page(html: str, material: Material) -> Draft:
    """The main text of the page with its headings, and what its metadata say; tables and comments are left out.

    Raises:
        UnusableMaterial: no text is found in it.
    """
    tree = trafilatura.load_html(html)
    found = _extracted(tree, material.url) if tree is not None else None
    text = "\n\n".join(filter(None, _blocks(found.body, found.title or ""))) if found else ""
    if tree is None or found is None or not text:
        raise UnusableMaterial(f"{material.name}: no article is found in this page; copy its text into a .txt file")
    return Draft(
        text,
        title=found.title or None,
        # Many a page in German calls itself English, as its template does.
        language=language_of(text) or _stated_language(tree),
        publisher=found.sitename if found.sitename != found.hostname else None,
        authors=tuple(filter(None, re.split(r"\s*;\s*", found.author or ""))),
        published=date.fromisoformat(found.date) if found.date else None,
        url=found.url or material.url,
        licence=found.license or None,
    )


def _extracted(tree: Element, url: str | None) -> Element:
    return trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # When it was published, not when it was changed; and not guessed from any date in the text.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _stated_language(tree: Element) -> str | None:
    found = _LANGUAGE.match(tree.get("lang") or "")
    return found["code"].lower() if found else None


def _blocks(body: Element, title: str) -> Iterator[str]:
    """The headings and paragraphs within the element; a heading that repeats the title is none."""
    yield paragraph(body.text or "")
    for child in body:
        words = _written(child)
        if child.tag == "head":
            if words != title:
                yield heading(words, int((child.get("rend") or "h2")[1:]))
        elif any(each.tag in _BLOCKS for each in child.iterdescendants()):
            yield from _blocks(child, title)
        else:
            yield from map(paragraph, _BLANK_LINES.split(words))
        yield paragraph(child.tail or "")


def _written(element: Element) -> str:
    """The words of the element as a reader sees them: white space of the source is one blank, <br> a line feed."""
    return "\n".join(" ".join(line.split()) for line in _text(element).split(_LINE_BREAK)).strip()


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_LINE_BREAK if child.tag == "lb" else _text(child), child.tail or ""]
    return "".join(parts)
