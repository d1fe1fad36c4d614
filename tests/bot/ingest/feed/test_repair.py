"""Feeds at which feedparser breaks: they are read all the same, or told in a line."""

from __future__ import annotations

from datetime import UTC, datetime

import feedparser
import pytest

from bot.config.errors import UnusableMaterial
from bot.ingest.feed import parser
from bot.ingest.feed.model import Feed
from bot.ingest.feed.parser import parse_feed
from bot.ingest.feed.repair import repair_feed
from bot.ingest.http.material import Material
from tests.support.ingest.site import item, rss
from tests.support.ingest.stories import BRIDGE, POOL

NOW = datetime(2026, 1, 1, tzinfo=UTC)
BASE = "https://example.org"

EXTENSIONS = (
    'xmlns:psc="http://podlove.org/simple-chapters" xmlns:georss="http://www.georss.org/georss" '
    'xmlns:gml="http://www.opengis.net/gml" xmlns:content'
)


def read(source: str | bytes, charset: str | None = None) -> Feed:
    data = source if isinstance(source, bytes) else source.encode()
    return parse_feed(Material(data, "feed.xml", charset=charset), NOW)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xDE00;", "😀"),
        ("&#55357;", "\ufffd"),
        ("&#56832;&#55357;", "\ufffd\ufffd"),
        ("&#1114112;", "\ufffd"),
        ("&#x110000;", "\ufffd"),
        ("&#0;", "\ufffd"),
        (f"&#{'9' * 5000};", "\ufffd"),
        ("&#8211;", "–"),
        ("&#128512;", "😀"),
    ],
)
def test_references_to_no_character(written: str, read_as: str) -> None:
    feed = read(rss([item(BRIDGE, BASE, {"title": f"Die Brücke {written} zu"}), item(POOL, BASE)]))
    assert [entry.title for entry in feed.entries] == [f"Die Brücke {read_as} zu", POOL.title]


@pytest.mark.parametrize(
    "extension",
    [
        '<psc:chapters><psc:chapter title="Anfang"/></psc:chapters>',
        '<psc:chapters><psc:chapter start="vorn" title="Anfang"/></psc:chapters>',
        '<georss:where><gml:Point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><gml:pos>50 8</gml:pos>'
        "</gml:Point></georss:where>",
        "<georss:point>hier</georss:point>",
        "<georss:polygon>1 2 3</georss:polygon>",
    ],
)
def test_what_is_not_read_takes_no_article_with_it(extension: str) -> None:
    items = item(BRIDGE, BASE).replace("</item>", f"{extension}</item>"), item(POOL, BASE)
    feed = read(rss(items).replace("xmlns:content", EXTENSIONS))
    assert [entry.title for entry in feed.entries] == [BRIDGE.title, POOL.title]
    assert [entry.text for entry in feed.entries] == [BRIDGE.text, POOL.text]
    assert (feed.publisher, feed.entries[0].authors) == ("Der Stadtbote", ("Ida Fechner",))


def test_an_extension_whose_name_is_not_declared_takes_no_article_with_it() -> None:
    place = '<gml:Point srsName="http://x/y"><gml:pos>50 8</gml:pos></gml:Point>'
    broken = item(BRIDGE, BASE).replace("</item>", f"<georss:where>{place}</georss:where></item>")
    data = rss([broken, item(POOL, BASE)])
    assert [entry.text for entry in read(data).entries] == [BRIDGE.text, POOL.text]


@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1"])
def test_one_broken_byte_does_not_make_the_whole_feed_unreadable(charset: str | None) -> None:
    data = rss([item(BRIDGE, BASE), item(POOL, BASE, {"title": "Die F?hre"})]).encode().replace(b"?hre", b"\xc3hre")
    first, second = read(data, charset).entries
    assert (first.title, first.text, second.title) == (BRIDGE.title, BRIDGE.text, "Die F\ufffdhre")


@pytest.mark.parametrize("stated", ["utf-16", "us-ascii", "iso-8859-1", "no-such-thing"])
def test_utf_8_is_utf_8_whatever_it_calls_itself(stated: str) -> None:
    feed = rss([item(BRIDGE, BASE), item(POOL, BASE)]).replace('encoding="UTF-8"', f'encoding="{stated}"')
    assert [entry.text for entry in read(feed, None if stated == "utf-16" else stated).entries] == [
        BRIDGE.text,
        POOL.text,
    ]


def test_a_feed_in_a_file_may_say_where_it_stands() -> None:
    own = (
        '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://stadtbote.example/lokales/feed"/>'
    )
    (entry,) = read(rss([item(BRIDGE, "", {"link": "/bruecke"}, whole=False)], "", more=own)).entries
    assert (entry.url, entry.has_relative_link) == ("https://stadtbote.example/bruecke", False)


def test_a_good_feed_is_not_touched() -> None:
    data = rss([item(BRIDGE, BASE, {"title": "1 &#60; 2 &#x201e;"})]).encode()
    assert repair_feed(data.replace(b"&#x201e;", b"")) == data.replace(b"&#x201e;", b"")
    assert read(data).entries[0].title == "1 < 2 „"


def test_whatever_feedparser_raises_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too\ndeep \ud83d")

    monkeypatch.setattr(feedparser, "parse", broken)
    with pytest.raises(UnusableMaterial) as caught:
        read(rss([item(BRIDGE, BASE)]))
    assert str(caught.value) == "feed.xml: it cannot be read (RecursionError: too deep ?); look at it in a browser"


def test_an_entry_that_cannot_be_read_is_told_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_date(written: str, *_: object) -> datetime:
        if written == POOL.published:
            raise OverflowError("date value out of range")
        return NOW

    monkeypatch.setattr(parser, "parse_date", parse_date)
    first, second = read(rss([item(BRIDGE, BASE), item(POOL, BASE)])).entries
    assert (first.text, first.fault) == (BRIDGE.text, "")
    assert (second.title, second.text) == (POOL.title, "")
    assert second.fault == "it cannot be read (OverflowError: date value out of range)"
