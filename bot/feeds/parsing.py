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

import feedparser

from bot.adding import Material
from bot.config.errors import UnusableMaterial
from bot.feeds.addresses import without_tracking
from bot.feeds.authors import authors
from bot.feeds.dates import published
from bot.feeds.feed import Entry, Feed
from bot.feeds.fragment import article_text, markup_of, plain
from bot.feeds.licences import licence
from bot.feeds.wholeness import is_whole

# The newest of more are read; feeds of the press have 10 to 100.
_MOST_ENTRIES = 500

_LONGEST_PUBLISHER = 60

_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}

# A feed that asks for less than this is looked at all the same.
_LONGEST_BETWEEN = 604_800.0

_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?:[-_]|\s*$)", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s/]", re.IGNORECASE)

Told = Mapping[str, Any]  # of feedparser, which ships no types


def feed_of(material: Material, now: datetime) -> Feed:
    """The feed that these bytes are. `now` is to tell which dates cannot be.

    Raises:
        UnusableMaterial: they are no feed, or cannot be read as one.
    """
    headers = {"content-location": material.url or ""}
    if material.charset:
        headers["content-type"] = f"application/xml; charset={material.charset}"
    # Only their words are taken of what is in it, so links and scripts need no care.
    read = feedparser.parse(
        io.BytesIO(material.data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )
    if not read.get("version") and not read["entries"]:
        problem = read.get("bozo_exception", "it has no entries")
        raise UnusableMaterial(f"{material.name}: this feed cannot be read ({problem}); look at it in a browser")
    told: Told = read["feed"]
    publisher = _publisher(told)
    found = read["entries"][:_MOST_ENTRIES]
    version = str(read.get("version", ""))
    return Feed(
        entries=_told_apart([_entry(each, told, version, publisher, now) for each in found]),
        title=_line(told.get("title")),
        home=_address(told.get("link")),
        publisher=publisher,
        seconds_between=_seconds_between(told),
        left_out=len(read["entries"]) - len(found),
    )


def _publisher(told: Told) -> str | None:
    """Whose feed it is: mostly its title. A long one is a slogan."""
    names = (_line(told.get(key)) for key in ("publisher", "title"))
    return next((name for name in names if name and len(name) <= _LONGEST_PUBLISHER), None)


def _entry(told: Told, feed: Told, version: str, publisher: str | None, now: datetime) -> Entry:
    title = _title(told)
    url = _address(dict(told).get("feedburner_origlink") or dict(told).get("link"))
    text, stated = _text(told)
    source = _line(told.get("source", {}).get("title"))
    return Entry(
        id=str(dict(told).get("id") or "").strip() or url or _made_up(title, text),
        text=text,
        is_whole=is_whole(text, stated=stated or not url),
        title=title,
        url=url,
        authors=authors(_names(told) or _names(feed), source or publisher),
        published=_published(told, version, now),
        updated=str(dict(told).get("updated") or ""),
        language=_language(told.get("title_detail", {}).get("language") or feed.get("language")),
        publisher=source or publisher,
        licence=licence([*_rights(told), *_rights(feed)]),
    )


def _told_apart(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, each once. Where different ones have the same id, it is none."""
    addresses: dict[str, set[str | None]] = defaultdict(set)
    for entry in entries:
        addresses[entry.id].add(entry.address)
    known = (e if len(addresses[e.id]) == 1 else replace(e, id=e.url or _made_up(e.title, e.text)) for e in entries)
    return tuple({entry.id: entry for entry in reversed(list(known))}.values())[::-1]


def _made_up(title: str | None, text: str) -> str:
    return "made-up:" + hashlib.blake2b(f"{title}\0{text if not title else ''}".encode(), digest_size=8).hexdigest()


def _title(told: Told) -> str | None:
    detail = told.get("title_detail", {})
    return _line(markup_of(str(detail.get("value") or ""), str(detail.get("type"))))


def _line(value: object) -> str | None:
    return plain(str(value)) or None if value else None


def _text(told: Told) -> tuple[str, bool]:
    """The longest text that it has, and whether it stands where whole ones do."""
    whole = [(each, True) for each in told.get("content", [])]
    teaser = [(told["summary_detail"], False)] if "summary_detail" in told else []
    texts = [(article_text(markup_of(each["value"], each["type"])), stated) for each, stated in whole + teaser]
    return max(texts, key=lambda each: (len(each[0]), each[1]), default=("", False))


def _names(told: Told) -> list[str]:
    return [_line(each.get("name")) or "" for each in told.get("authors", [])]


def _published(told: Told, version: str, now: datetime) -> datetime | None:
    # In RSS, dc:date is when it was published, and feedparser has no place for it but `updated`. In Atom that is when
    # it was changed.
    known = dict(told)
    key = "published" if version.startswith("atom") or "published" in known else "updated"
    return published(str(known.get(key) or ""), known.get(f"{key}_parsed"), now)


def _rights(told: Told) -> Iterator[str]:
    yield from (str(each.get("href")) for each in told.get("links", []) if each.get("rel") == "license")
    yield str(dict(told).get("rights") or "")


def _address(value: object) -> str | None:
    return without_tracking(str(value)) if value and _HTTP.match(str(value).strip()) else None


def _language(value: object) -> str | None:
    found = _LANGUAGE.match(str(value or ""))
    return found[1].lower() if found else None


def _seconds_between(told: Told) -> float:
    stated = [0.0]
    if str(told.get("ttl", "")).strip().isdecimal():
        stated.append(float(told["ttl"]) * 60)
    if period := _PERIODS.get(str(told.get("sy_updateperiod", "")).strip().lower()):
        times = str(told.get("sy_updatefrequency", "1")).strip()
        stated.append(period / max(1, int(times) if times.isdecimal() else 1))
    return min(max(stated), _LONGEST_BETWEEN)
