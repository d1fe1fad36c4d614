"""The HTML within a feed as the text of an article: its paragraphs and headings, without what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from content.draft import heading, paragraph

Element = Any  # of lxml, which ships no types

# Elements that are not read, and those that part paragraphs.
_LEFT_OUT = """
    script style template noscript iframe object embed svg img picture figure figcaption video audio canvas form button
    input select textarea nav aside footer table title head
"""
_BLOCKS = """
    p div section article main header ul ol li dl dt dd blockquote pre h1 h2 h3 h4 h5 h6 hr address details summary
"""
_HEADING = re.compile(r"h([1-6])")

# How content systems name what they put around a text.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharedaddy|social|newsletter|subscribe|related\w*|relatedposts|yarpp|feedflare|ads?|"
    r"advert\w*|sponsor\w*|promo|cookie\w*|consent|author-?(?:box|bio|info)|caption|wp-caption-text|more-link|"
    r"screen-reader-text|sr-only)(?:$|[\s_-])",
    re.IGNORECASE,
)

# More than this share of the words is the article, whatever its element is called.
_SMALL = 0.3

_LINE_BREAK = "\0"
_EMPTY_LINE = re.compile(rf"{_LINE_BREAK}\s*{_LINE_BREAK}[\s{_LINE_BREAK}]*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def html_to_text(markup: str) -> str:
    """The text of an article (`content.text_of`) that the HTML holds.

    Tables, captions, forms and what is around the article are left out; white space of the source is one blank, as a
    reader sees it; all else stands as it is written.
    """
    tree = _tree(markup)
    return "" if tree is None else "\n\n".join(filter(None, _blocks(tree)))


def html_to_line(markup: str) -> str:
    """The words of a title or a name, which may hold HTML, in one line."""
    tree = _tree(markup)
    return "" if tree is None else " ".join("".join(tree.itertext()).split())


def _tree(markup: str) -> Element | None:
    cleaned = _UNSEEN.sub("", markup)
    if not cleaned.strip():
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    return html.fromstring(f"<div>{cleaned}</div>".encode("utf-8", "replace"), parser=parser)


def _blocks(tree: Element) -> Iterator[str]:
    block_names = frozenset(_BLOCKS.split())
    words: list[str] = []
    all_words = len(" ".join(tree.itertext()).split())
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in block_names:
                yield from _flush(words)
            if _is_around(element, all_words):
                walk.skip_subtree()
            else:
                words.append(_LINE_BREAK if element.tag == "br" else element.text or "")
            continue
        if found := _HEADING.fullmatch(element.tag):
            yield heading("".join(words).replace(_LINE_BREAK, " "), int(found[1]))
            words.clear()
        elif element.tag in block_names:
            yield from _flush(words)
        if element is not tree:
            words.append(element.tail or "")
    yield from _flush(words)


def _flush(words: list[str]) -> Iterator[str]:
    """The paragraphs that were gathered, which are then gathered no more. Two line breaks part paragraphs."""
    for each in _EMPTY_LINE.split("".join(words)):
        yield paragraph("\n".join(" ".join(line.split()) for line in each.split(_LINE_BREAK)))
    words.clear()


def _is_around(element: Element, all_words: int) -> bool:
    if element.tag in _LEFT_OUT.split():
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_AROUND.search(named)) and len("".join(element.itertext()).split()) <= _SMALL * all_words


def to_html(text: str, media_type: str) -> str:
    """What a feed calls plain text, as HTML: in fact it mostly is some already, and then stays as it is."""
    if media_type == "text/plain" and not re.search(r"</?[a-z][^<>]*>|&#?\w+;", text, re.IGNORECASE):
        return "<br><br>".join(_escape(each) for each in re.split(r"\n\s*\n", text))
    return text


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
