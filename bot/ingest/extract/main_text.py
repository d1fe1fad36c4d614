"""The main text of a web page, as trafilatura finds it: of two readings the one that keeps the text is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import Any

import trafilatura
from lxml import etree

from content.draft import heading, paragraph
from content.paragraphs import is_heading

Element = Any  # of lxml, which ships no types

_BLOCKS = frozenset({"head", "p", "item", "quote", "code", "list", "div"})

# Where the source has no paragraphs, empty lines part them; trafilatura would make one line break of two. So they get
# a sign that no text has. (Tags of paragraphs in their place make it lose what stands before them within a <span>.)
_EMPTY_LINE = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_PARAGRAPH_SIGN = "\u2424"
_BETWEEN_PARAGRAPHS = re.compile(rf"\n\s*\n|{_PARAGRAPH_SIGN}")

# What is shown only where scripts do not run. Not by its element: one that is not closed would have the article in it.
_WITHOUT_SCRIPTS = re.compile(r"<noscript\b[^<>]*>(?:(?!<noscript\b).)*?</noscript\s*>", re.IGNORECASE | re.DOTALL)

# A page of which half of the paragraphs have fewer words was taken with its menus.
_SHORT = 4

# What stands above advertisements, in a paragraph of its own.
_LABEL = re.compile(r"\W*(?:anzeigen?|werbung|advertisements?|advertorial|sponsored)\W*", re.IGNORECASE)

# With so many words a paragraph is no menu and no notice. The reading without menus has to keep this share of them.
_LONG = 10
_LEAST_KEPT = 0.8

_LINE_BREAK = "\0"  # no character of a page


def load_page(html: str) -> Element | None:
    """The page's elements, but for what is shown only where scripts do not run; None when it is no HTML."""
    tree = trafilatura.load_html(_EMPTY_LINE.sub(f"<br>{_PARAGRAPH_SIGN}<br>", _WITHOUT_SCRIPTS.sub("", html)))
    if tree is None:
        return None
    for aside in tree.iter("aside"):
        if _words_of_paragraphs(aside) > _words_of_paragraphs(tree) / 2:
            aside.tag = "div"  # some sites have their articles in it; trafilatura leaves it out
    return tree


def without_other_articles(tree: Element, title: str | None) -> Element:
    """The page without further articles, where one of several has this title: many sites put the next one below it."""
    articles = [each for each in tree.iter("article") if each.find(".//h1") is not None]
    own = [each for each in articles if title and visible_text(each.find(".//h1")) == title]
    if len(own) == 1:
        for other in articles:
            if other is not own[0] and own[0] not in (*other.iterancestors(), *other.iterdescendants()):
                other.drop_tree()
    return tree


def _words_of_paragraphs(element: Element) -> int:
    return sum(len("".join(each.itertext()).split()) for each in element.iter("p"))


def find_main_text(tree: Element, url: str | None) -> Element | None:
    """What trafilatura finds, text (`body`) and metadata; None when that is nothing."""
    found = _extract(tree, url, precise=False)
    if found is None or not _has_menus(found.body):
        return found
    precise = _extract(tree, url, precise=True)
    keeps_text = precise is not None and _long_words(precise.body) >= _LEAST_KEPT * _long_words(found.body)
    return precise if keeps_text else found


def _extract(tree: Element, url: str | None, *, precise: bool) -> Element | None:
    """`precise` rather loses a teaser than to take a menu."""
    options: dict[str, Any] = {
        "url": url,
        "favor_precision": precise,
        "include_comments": False,
        "include_tables": False,
        "with_metadata": True,
        # When it was published, not when it was changed; and not guessed from any date in the text.
        "date_extraction_params": {"original_date": True, "extensive_search": False},
    }
    try:
        return trafilatura.bare_extraction(copy(tree), **options)
    except (AttributeError, TypeError):  # of metadata in JSON-LD that are numbers or lists
        bare = copy(tree)
        etree.strip_elements(bare, "script", with_tail=False)
        return trafilatura.bare_extraction(bare, **options)


def _has_menus(body: Element) -> bool:
    lengths = [len(block.split()) for block in _paragraphs(body)]
    return sum(length < _SHORT for length in lengths) >= len(lengths) / 2


def _long_words(body: Element) -> int:
    """How many words its long paragraphs have."""
    lengths = (len(block.split()) for block in _paragraphs(body))
    return sum(length for length in lengths if length >= _LONG)


def _paragraphs(body: Element) -> Iterator[str]:
    return (block for block in blocks(body, None) if block and not is_heading(block))


def blocks(body: Element, title: str | None) -> Iterator[str]:
    """The headings and paragraphs within the element; a heading that repeats the title is none."""
    yield from _split(body.text or "")
    for child in body:
        words = visible_text(child)
        if child.tag == "head":
            words = words.replace(_PARAGRAPH_SIGN, " ")
            if words != title:
                yield heading(words, int((child.get("rend") or "h2")[1:]))
        elif any(each.tag in _BLOCKS for each in child.iterdescendants()):
            yield from blocks(child, title)
        else:
            yield from _split(words)
        yield from _split(child.tail or "")


def _split(words: str) -> Iterator[str]:
    return (paragraph(each) for each in _BETWEEN_PARAGRAPHS.split(words) if not _LABEL.fullmatch(each))


def visible_text(element: Element) -> str:
    """The words of the element as a reader sees them: white space of the source is one blank, <br> a line feed."""
    return "\n".join(" ".join(line.split()) for line in _text(element).split(_LINE_BREAK)).strip()


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_LINE_BREAK if child.tag in ("lb", "br") else _text(child), child.tail or ""]
    return "".join(parts)
