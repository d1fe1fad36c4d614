"""The bytes of a feed as a `Feed`: feedparser reads all kinds of them, also broken ones."""

from __future__ import annotations

import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser

from bot.config.errors import UnusableMaterial
from bot.ingest.extract.encoding import is_utf8
from bot.ingest.feed.authors import parse_authors
from bot.ingest.feed.dates import parse_date
from bot.ingest.feed.licences import find_licence
from bot.ingest.feed.markup import html_to_line, html_to_text, to_html
from bot.ingest.feed.model import Entry, Feed
from bot.ingest.feed.repair import repair_feed, without_extensions
from bot.ingest.feed.teaser import is_full_text
from bot.ingest.http.material import Material
from bot.ingest.http.urls import strip_tracking
from bot.ingest.parser_errors import cause_of, refuse_unreadable

# The newest of more are read; feeds of the press have 10 to 100.
MAX_ENTRIES = 500

# So many are looked for at all: half a million, which five megabytes can hold, take 23 seconds.
_MOST_PARSED = 5_000
_ENTRY = re.compile(rb"<(?:[\w.-]{1,20}:)?(?:item|entry)[\s/>]", re.IGNORECASE)

_LONGEST_PUBLISHER = 60

_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}

# A feed that asks for less than this is looked at all the same.
_LONGEST_BETWEEN = 604_800.0

_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?:[-_]|\s*$)", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s/]", re.IGNORECASE)

Node = Mapping[str, Any]  # of feedparser, which ships no types


def parse_feed(material: Material, now: datetime) -> Feed:
    """The feed that these bytes are. `now` is to tell which dates cannot be.

    Raises:
        UnusableMaterial: they are no feed, or cannot be read as one.
    """
    with refuse_unreadable(material.name):
        return _parse_feed(material, now)


def _parse_feed(material: Material, now: datetime) -> Feed:
    material, beyond = _first_entries(material)
    parsed = _run_feedparser(material)
    if not material.url and (own := _own_address(parsed["feed"])):
        parsed = _run_feedparser(replace(material, url=own))  # to which its links are relative
    if not parsed.get("version") and not parsed["entries"]:
        problem = parsed.get("bozo_exception", "it has no entries")
        raise UnusableMaterial(f"{material.name}: this feed cannot be read ({problem}); look at it in a browser")
    node: Node = parsed["feed"]
    publisher = _publisher(node)
    found = parsed["entries"][:MAX_ENTRIES]
    version = str(parsed.get("version", ""))
    return Feed(
        entries=_deduplicate([_readable_entry(each, node, version, publisher, now) for each in found]),
        title=_line(node.get("title")),
        publisher=publisher,
        seconds_between=_seconds_between(node),
        left_out=len(parsed["entries"]) - len(found) + beyond,
    )


def _first_entries(material: Material) -> tuple[Material, int]:
    """The feed up to its first 5,000 entries, and how many are beyond them."""
    starts = [found.start() for found in _ENTRY.finditer(material.data)]
    if len(starts) <= _MOST_PARSED:
        return material, 0
    return replace(material, data=material.data[: starts[_MOST_PARSED]]), len(starts) - _MOST_PARSED


def _run_feedparser(material: Material) -> Node:
    """What feedparser finds. Where it breaks, it is asked again without what is not read."""
    data = repair_feed(material.data)
    headers = {"content-location": material.url or ""}
    if charset := "utf-8" if is_utf8(data) else material.charset:
        headers["content-type"] = f"application/xml; charset={charset}"
    # Only their words are taken of what is in it, so links and scripts need no care.
    options = {"response_headers": headers, "resolve_relative_uris": False, "sanitize_html": False}
    try:
        return feedparser.parse(io.BytesIO(data), **options)  # type: ignore[no-any-return]
    except Exception:
        reduced = without_extensions(data)
        if reduced is None:
            raise
    return feedparser.parse(io.BytesIO(reduced), **options)  # type: ignore[no-any-return]


def _own_address(node: Node) -> str | None:
    """Where the feed stands, as it says itself."""
    stated = (str(each.get("href")) for each in node.get("links", []) if each.get("rel") == "self")
    return next(filter(_HTTP.match, stated), None)


def _publisher(node: Node) -> str | None:
    """Whose feed it is: mostly its title. A long one is a slogan."""
    names = (_line(node.get(key)) for key in ("publisher", "title"))
    return next((name for name in names if name and len(name) <= _LONGEST_PUBLISHER), None)


def _readable_entry(node: Node, feed: Node, version: str, publisher: str | None, now: datetime) -> Entry:
    """The entry; one that cannot be read has nothing but what it is called, and why."""
    try:
        return _entry(node, feed, version, publisher, now)
    except Exception as error:
        title = str(node.get("title") or "")
        id_ = str(dict(node).get("id") or dict(node).get("link") or _make_id(title, repr(dict(node))))
        return Entry(id_, "", is_full_text=False, title=title or None, fault=f"it cannot be read ({cause_of(error)})")


def _entry(node: Node, feed: Node, version: str, publisher: str | None, now: datetime) -> Entry:
    title = _title(node)
    link = str(dict(node).get("feedburner_origlink") or dict(node).get("link") or "").strip()
    url = _address(link)
    is_relative = bool(link) and not urlsplit(link).scheme
    text, is_content = _text(node)
    source = _line(node.get("source", {}).get("title"))
    return Entry(
        id=str(dict(node).get("id") or "").strip() or url or _make_id(title, text),
        text=text,
        is_full_text=is_full_text(text, is_content=is_content or not (url or is_relative)),
        title=title,
        url=url,
        authors=parse_authors(_names(node) or _names(feed), source or publisher),
        published=_publication_date(node, version, now),
        updated=str(dict(node).get("updated") or ""),
        language=_language(node.get("title_detail", {}).get("language") or feed.get("language")),
        publisher=source or publisher,
        licence=find_licence([*_rights(node), *_rights(feed)]),
        has_relative_link=is_relative,
    )


def _deduplicate(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, each once. Where different ones have the same id, it is none."""
    addresses: dict[str, set[str | None]] = defaultdict(set)
    for entry in entries:
        addresses[entry.id].add(entry.address)
    known = (e if len(addresses[e.id]) == 1 else replace(e, id=e.url or _make_id(e.title, e.text)) for e in entries)
    return tuple({entry.id: entry for entry in reversed(list(known))}.values())[::-1]


def _make_id(title: str | None, text: str) -> str:
    return "made-up:" + hashlib.blake2b(f"{title}\0{text if not title else ''}".encode(), digest_size=8).hexdigest()


def _title(node: Node) -> str | None:
    detail = node.get("title_detail", {})
    return _line(to_html(str(detail.get("value") or ""), str(detail.get("type"))))


def _line(value: object) -> str | None:
    return html_to_line(str(value)) or None if value else None


def _text(node: Node) -> tuple[str, bool]:
    """The longest text that it has, and whether it stands where whole ones do."""
    whole = [(each, True) for each in node.get("content", [])]
    teaser = [(node["summary_detail"], False)] if "summary_detail" in node else []
    texts = [(html_to_text(to_html(each["value"], each["type"])), is_content) for each, is_content in whole + teaser]
    return max(texts, key=lambda each: (len(each[0]), each[1]), default=("", False))


def _names(node: Node) -> list[str]:
    return [_line(each.get("name")) or "" for each in node.get("authors", [])]


def _publication_date(node: Node, version: str, now: datetime) -> datetime | None:
    # In RSS, dc:date is when it was published, and feedparser has no place for it but `updated`. In Atom that is when
    # it was changed.
    known = dict(node)
    key = "published" if version.startswith("atom") or "published" in known else "updated"
    return parse_date(str(known.get(key) or ""), known.get(f"{key}_parsed"), now)


def _rights(node: Node) -> Iterator[str]:
    yield from (str(each.get("href")) for each in node.get("links", []) if each.get("rel") == "license")
    yield str(dict(node).get("rights") or "")


def _address(link: str) -> str | None:
    return strip_tracking(link) if _HTTP.match(link) else None


def _language(value: object) -> str | None:
    found = _LANGUAGE.match(str(value or ""))
    return found[1].lower() if found else None


def _seconds_between(node: Node) -> float:
    stated = [_count(node.get("ttl")) * 60]
    if period := _PERIODS.get(str(node.get("sy_updateperiod", "")).strip().lower()):
        stated.append(period / max(1.0, _count(node.get("sy_updatefrequency", "1"))))
    return min(max(stated), _LONGEST_BETWEEN)


def _count(stated: object) -> float:
    return float(str(stated)) if str(stated).strip().isdecimal() else 0.0
