"""Feeds that feedparser would break at or misread, as ones that it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from bot.ingest.extract.encoding import repair_utf8

_REFERENCES = re.compile(rb"(?:&#(?:x[0-9a-f]+|\d+);)+", re.IGNORECASE)
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_REPLACEMENT = 0xFFFD

# Longer numbers are no characters, and Python refuses to read those of thousands of digits.
_LONGEST_NUMBER = 9

# Vocabularies of which something is read, beside that of RSS 2.0, which has no name.
_READ = frozenset(
    {
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/rss/1.0/modules/syndication/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/1999/xhtml",
        "http://rssnamespace.org/feedburner/ext/1.0",
    }
)

# How they are called where a feed does not say which vocabularies it uses.
_PREFIXES = ("content:", "dc:", "dcterms:", "atom:", "sy:", "rdf:")


def repair_feed(data: bytes) -> bytes:
    """The feed with what is no UTF-8 in a UTF-8 feed, and references to no character ("&#1114112;"), as U+FFFD.

    Two references to the halves of a surrogate pair, as JavaScript writes "😀", become one.
    """
    return _REFERENCES.sub(lambda run: b"".join(_repair_references(run[0])), repair_utf8(data))


def _repair_references(references: bytes) -> Iterator[bytes]:
    numbers = [_number(each) for each in references.decode("ascii").removeprefix("&#").removesuffix(";").split(";&#")]
    after = [*numbers[1:], 0]
    for before, number, following in zip([0, *numbers], numbers, after, strict=False):
        if number in _HIGH and following in _LOW:
            number = 0x10000 + (number - _HIGH.start) * 0x400 + (following - _LOW.start)  # noqa: PLW2901
        elif number in _LOW and before in _HIGH:
            continue
        yield f"&#{number if _is_character(number) else _REPLACEMENT};".encode()


def _number(written: str) -> int:
    if len(written) > _LONGEST_NUMBER:
        return _REPLACEMENT
    return int(written[1:], 16) if written[0] in "xX" else int(written)


def _is_character(number: int) -> bool:
    """Whether XML 1.0 (2.2) has this character."""
    return (
        number in (9, 10, 13)
        or 0x20 <= number < _HIGH.start
        or _LOW.stop <= number < 0xFFFE
        or 0xFFFF < number < 0x110000
    )


def without_extensions(data: bytes) -> bytes | None:
    """The feed without what is not read (chapters of podcasts, places); None when no elements are found in it.

    feedparser breaks at some of what stands there, which would take the articles with it.
    """
    tree = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    if tree is None:
        return None
    for element in [each for each in tree.iter(etree.Element) if not _is_read(each.tag)]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bytes(etree.tostring(tree, encoding="utf-8", xml_declaration=True))


def _is_read(tag: str) -> bool:
    if tag.startswith("{"):
        return tag[1:].partition("}")[0] in _READ
    return ":" not in tag or tag.startswith(_PREFIXES)
