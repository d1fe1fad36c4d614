"""What a material is: a feed by its content alone, whatever its name; a web page or Markdown by its name, too."""

from __future__ import annotations

import re

from bot.ingest.http.material import Material

# Bytes at the beginning that are looked at.
_HEAD = 4096

# The root element after what may stand before it: a mark, declarations, comments, a document type. The groups are
# atomic: otherwise twenty comments could be taken apart in a million ways.
_ROOT = re.compile(
    rb"\s*(?>(?><\?.*?\?>)\s*|(?><!--.*?-->)\s*|<!doctype[^>\[]*(?>\[.*?\]\s*>|>)\s*)*+<(?P<name>[\w:.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_RSS_1 = b"http://purl.org/rss/1.0/"
_JSON_FEED = re.compile(rb"\s*\{.{0,200}?\"version\"\s*:\s*\"https?://(?:www\.)?jsonfeed\.org/", re.DOTALL)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?>(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown")


def is_feed(data: bytes) -> bool:
    """Whether this is RSS 0.9x, 1.0 or 2.0, or Atom."""
    head = _head(data)
    found = _ROOT.match(head)
    name = found["name"].rpartition(b":")[2].lower() if found else b""
    return name in (b"rss", b"feed") or (name == b"rdf" and _RSS_1 in head)


def is_json_feed(data: bytes) -> bool:
    """Whether this is a JSON Feed, which is not read here."""
    return _JSON_FEED.match(_head(data)) is not None


def is_web_page(material: Material, text: str) -> bool:
    """Whether this is HTML, given its text."""
    named = material.media_type in _PAGE_TYPES or material.name.lower().endswith(_PAGE_NAMES)
    return named or _HTML.match(text) is not None


def is_markdown(material: Material, text: str) -> bool:
    """Whether this is Markdown, given its text; it is where it begins with front matter."""
    return material.name.lower().endswith(_MARKDOWN_NAMES) or text.startswith("---\n")


def _head(data: bytes) -> bytes:
    # Without the zero bytes that UTF-16 and UTF-32 put between the letters of ASCII.
    return data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\0").replace(b"\0", b"").lstrip(b"\xfe\xff")
