"""Web pages as drafts: trafilatura finds the text, the title and the rest in their HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.headline import headline
from bot.ingest.extract.language import detect_language
from bot.ingest.http.material import Material
from content import Draft
from content.draft import heading, paragraph
from content.paragraphs import is_heading

_BLOCKS = frozenset({"head", "p", "item", "quote", "code", "list", "div"})
_BLANK_LINES = re.compile(r"\n\s*\n")

# Where the source has no paragraphs, empty lines part them; trafilatura would make one line break of two.
_EMPTY_LINE = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)

# With fewer words it is a notice or the name of a link.
_FEWEST_WORDS = 10

# A page of which half of the paragraphs have fewer words was taken with its menus.
_SHORT = 4

_LONGEST_PUBLISHER = 60
_LANGUAGE = re.compile(r"\s*(?P<code>[a-z]{2,3})(?:[-_]|\s*$)", re.IGNORECASE)
_LINE_BREAK = "\0"  # no character of a page

Element = Any  # of lxml, which ships no types


def extract_page(html: str, material: Material) -> Draft:
    """The main text of the page with its headings, and what its metadata say; tables and comments are left out.

    Raises:
        UnusableMaterial: no text is found in it.
    """
    html = _EMPTY_LINE.sub("<p>", html)
    found = _extract(html, material.url, precise=False)
    if found is not None and _has_menus(found.body):
        found = _extract(html, material.url, precise=True) or found
    tree = trafilatura.load_html(html)
    headings = [_visible_text(each) for each in tree.iter("h1")] if tree is not None else []
    title = headline(found.title, headings, (found.sitename, found.hostname)) if found else None
    text = "\n\n".join(filter(None, _blocks(found.body, title))) if found else ""
    if tree is None or len(text.split()) < _FEWEST_WORDS:
        raise UnusableMaterial(f"{material.name}: no article is found in this page; copy its text into a .txt file")
    publisher = _publisher(found)
    return Draft(
        text,
        title=title,
        # Many a page in German calls itself English, as its template does.
        language=detect_language(text) or _declared_language(tree),
        publisher=publisher,
        authors=tuple(name for name in re.split(r"\s*;\s*", found.author or "") if name and name != publisher),
        published=date.fromisoformat(found.date) if found.date else None,
        url=found.url or material.url,
        licence=found.license or None,
    )


def _extract(html: str, url: str | None, *, precise: bool) -> Element:
    """What trafilatura finds; None when that is nothing. `precise` rather loses a teaser than to take a menu."""
    return trafilatura.bare_extraction(
        html,
        url=url,
        favor_precision=precise,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # When it was published, not when it was changed; and not guessed from any date in the text.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _has_menus(body: Element) -> bool:
    lengths = [len(block.split()) for block in _blocks(body, None) if block and not is_heading(block)]
    return sum(length < _SHORT for length in lengths) >= len(lengths) / 2


def _publisher(found: Element) -> str | None:
    """The site's name; not where it is only its host's, or so long that it is the page's title."""
    name: str = found.sitename or ""
    is_name = name.removeprefix("www.") != found.hostname and len(name) <= _LONGEST_PUBLISHER
    return name if name and is_name else None


def _declared_language(tree: Element) -> str | None:
    found = _LANGUAGE.match(tree.get("lang") or "")
    return found["code"].lower() if found else None


def _blocks(body: Element, title: str | None) -> Iterator[str]:
    """The headings and paragraphs within the element; a heading that repeats the title is none."""
    yield paragraph(body.text or "")
    for child in body:
        words = _visible_text(child)
        if child.tag == "head":
            if words != title:
                yield heading(words, int((child.get("rend") or "h2")[1:]))
        elif any(each.tag in _BLOCKS for each in child.iterdescendants()):
            yield from _blocks(child, title)
        else:
            yield from map(paragraph, _BLANK_LINES.split(words))
        yield paragraph(child.tail or "")


def _visible_text(element: Element) -> str:
    """The words of the element as a reader sees them: white space of the source is one blank, <br> a line feed."""
    return "\n".join(" ".join(line.split()) for line in _text(element).split(_LINE_BREAK)).strip()


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_LINE_BREAK if child.tag in ("lb", "br") else _text(child), child.tail or ""]
    return "".join(parts)
