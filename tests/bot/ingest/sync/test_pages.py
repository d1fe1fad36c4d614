"""Entries with a teaser: their pages are fetched, politely, and from nowhere that a feed has no business to lead to."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import trafilatura

from bot.config.errors import Unfetchable
from bot.ingest.http.polite_client import PoliteClient
from bot.ingest.sync.feed_drafts import page_fetcher
from content import load_articles
from tests.support.ingest.command import Add
from tests.support.ingest.site import Answer, Site, item, rss
from tests.support.ingest.stories import BRIDGE, FERRY, POOL, SCHOOL, STORIES, Story


@pytest.fixture(autouse=True)
def _quiet() -> None:
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def teasers(site: Site, *stories: Story) -> None:
    site.publishes(rss([item(each, site.base, whole=False) for each in stories], site.base))


def test_teasers_are_read_from_their_pages(site: Site, add: Add, folder: Path) -> None:
    teasers(site, *STORIES)
    site.prints(*STORIES)
    assert "4 new." in add(site.feed).stdout
    assert {article.text for article in load_articles(folder)} == {story.text for story in STORIES}
    (bridge,) = [each for each in load_articles(folder) if each.title == BRIDGE.title]
    assert (bridge.authors, bridge.publisher) == (("Ida Fechner",), "Der Stadtbote")


def test_pages_are_fetched_once(site: Site, add: Add) -> None:
    teasers(site, *STORIES)
    site.prints(*STORIES)
    add(site.feed)
    assert add(site.feed).stdout.endswith("4 as before.\n")
    assert site.paths == ["/feed", "/bruecke", "/freibad", "/schulhof", "/faehre", "/feed"]


def test_a_page_is_fetched_again_when_the_feed_says_that_it_changed(site: Site, add: Add) -> None:
    teasers(site, BRIDGE, POOL)
    site.prints(BRIDGE, POOL)
    add(site.feed)
    site.prints(BRIDGE.changed("800.000", "900.000"))
    updated = {"dc:date": "2024-10-28T10:00:00Z", "description": "Ein neuer Anriss […]"}
    site.publishes(rss([item(BRIDGE, site.base, updated, whole=False), item(POOL, site.base, whole=False)], site.base))
    assert "“800.000” → “900.000”\n1 corrected, 1 as before.\n" in add(site.feed).stdout
    assert site.paths[3:] == ["/feed", "/bruecke"]


def test_one_page_that_cannot_be_had_does_not_spoil_the_rest(site: Site, add: Add, folder: Path) -> None:
    teasers(site, BRIDGE, POOL, SCHOOL)
    site.prints(BRIDGE)
    site.answers["/freibad"] = Answer(b"\x89PNG", headers={"Content-Type": "image/png"})
    result = add(site.feed)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    freibad, schulhof = f"{site.base}/freibad", f"{site.base}/schulhof"
    assert f"  refused:    {POOL.title}: {freibad}: it is image/png, no text; copy its text into a .txt file" in lines
    assert f"  refused:    {SCHOOL.title}: {schulhof}: the server answers 404 Not Found; check the address" in lines
    assert "1 new, 2 refused." in lines
    assert len(load_articles(folder)) == 1
    assert add(site.feed).stdout.endswith("3 as before.\n")  # they are told once, and not asked for again
    assert len(site.requests) == 5


def test_a_server_in_need_of_a_pause_is_asked_no_more_in_this_run(site: Site, add: Add, folder: Path) -> None:
    teasers(site, BRIDGE, POOL, SCHOOL)
    site.prints(*STORIES)
    site.answers["/freibad"] = Answer(b"", 429, {"Retry-After": "120"})
    lines = add(site.feed).stdout.splitlines()
    assert "1 new, 2 later." in lines
    assert any(line.startswith(f"  later:      {SCHOOL.title}: {site.base}/schulhof: not asked for") for line in lines)
    assert site.paths == ["/feed", "/bruecke", "/freibad"]
    site.prints(POOL)
    assert "2 new, 1 as before." in add(site.feed).stdout
    assert len(load_articles(folder)) == 3


def test_a_page_without_an_article_is_told(site: Site, add: Add) -> None:
    teasers(site, BRIDGE)
    site.answers["/bruecke"] = Answer(
        b"<html><body><p>Bald mehr.</p></body></html>", headers={"Content-Type": "text/html"}
    )
    assert "no article is found in this page" in add(site.feed).stdout


def test_an_entry_that_leads_to_a_feed_is_told(site: Site, add: Add) -> None:
    site.publishes(rss([item(BRIDGE, site.base, {"link": site.feed}, whole=False)], site.base))
    assert "this is a feed, no article" in add(site.feed).stdout


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "de",  # as the feed's other articles are
            "Le pont sur la Lahn reste fermé jusqu'en mai, a annoncé la ville. Un expert a trouvé des fissures dans le "
            "pilier du milieu, et les travaux coûtent cher.",
            "its language cannot be told, or is none that the bot reads (de, en); give it with --language",
        ),
        (
            "fr",
            "Le pont reste fermé, a annoncé la ville. Un expert a trouvé des fissures dans le pilier du milieu, et les "
            "travaux vont durer plusieurs mois pour les habitants.",
            'its language is "fr", which the bot does not read (it reads de, en)',
        ),
        (
            "",
            "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
            "its language cannot be told, or is none that the bot reads (de, en); give it with --language",
        ),
    ],
)
def test_a_language_that_is_not_read_is_refused(site: Site, add: Add, language: str, text: str, told: str) -> None:
    feed = rss([item(Story("pont", "Pont", (text,)), site.base)], site.base)
    site.publishes(feed.replace("<language>de-DE</language>", f"<language>{language}</language>" if language else ""))
    assert f"  refused:    Pont: {told}" in add(site.feed).stdout


def test_where_the_feed_errs_about_the_language_the_text_tells(site: Site, add: Add, folder: Path) -> None:
    feed = rss([item(BRIDGE, site.base)], site.base).replace("de-DE", "en")
    site.publishes(feed)
    add(site.feed)
    assert load_articles(folder)[0].language == "de"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/secret",
        "http://localhost:1/x",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://0/",
    ],
)
def test_a_feed_from_the_net_leads_to_nothing_private(site: Site, address: str) -> None:
    """Even to a port of this machine that would answer."""
    site.prints(Story("secret", "T", ("Text.",)))
    page = page_fetcher("http://93.184.216.34/feed", PoliteClient(pause=0), is_private=False)
    with pytest.raises(Unfetchable, match="it is in a private network"):
        page(address.format(port=site.base.rpartition(":")[2]))
    assert site.requests == []


def test_a_feed_in_a_file_leads_to_nothing_private(site: Site, add: Add) -> None:
    Path("bote.xml").write_text(rss([item(BRIDGE, site.base, whole=False)]), "utf-8")
    site.prints(BRIDGE)
    assert "it is in a private network, of which nothing is fetched here" in add("bote.xml").stdout
    assert site.requests == []


def test_a_feed_of_a_private_server_leads_to_this_server_only(site: Site, add: Add) -> None:
    other = site.base.replace("127.0.0.1", "127.0.0.2")
    elsewhere = f"http://127.0.0.1:1/{POOL.slug}"
    items = [
        item(BRIDGE, site.base, whole=False),
        item(POOL, site.base, {"link": elsewhere}, whole=False),
        item(SCHOOL, other, whole=False),
        item(FERRY, site.base, {"link": f"{site.base}/away"}, whole=False),
    ]
    site.publishes(rss(items, site.base))
    site.prints(*STORIES)
    site.answers["/away"] = Answer(b"", 302, {"Location": f"{other}/faehre"})
    told = add(site.feed).stdout
    assert told.count("it is in a private network, of which nothing is fetched here") == 3
    assert "1 new, 3 refused." in told


def relative_teasers(*stories: Story) -> str:
    return rss([item(each, "", {"link": f"/{each.slug}"}, whole=False) for each in stories])


def test_relative_links_of_a_feed_in_a_file_need_its_address(site: Site, add: Add, folder: Path) -> None:
    Path("bote.xml").write_text(relative_teasers(BRIDGE, POOL), "utf-8")
    site.prints(BRIDGE, POOL)
    refused = add("bote.xml")
    assert "its link lacks the address of the site; give that of the feed with --site" in refused.stdout
    assert list(load_articles(folder)) == []
    assert "2 new." in add("bote.xml", "--site", site.feed).stdout
    assert {(article.text, article.url) for article in load_articles(folder)} == {
        (BRIDGE.text, f"{site.base}/bruecke"),
        (POOL.text, f"{site.base}/freibad"),
    }
    assert "2 as before." in add("bote.xml").stdout  # the address is remembered


def test_relative_links_of_whole_articles_are_left_out(add: Add, folder: Path) -> None:
    Path("bote.xml").write_text(rss([item(BRIDGE, "", {"link": "/bruecke"})]), "utf-8")
    assert "1 new." in add("bote.xml").stdout
    (article,) = load_articles(folder)
    assert (article.text, article.url) == (BRIDGE.text, None)


def test_a_page_that_breaks_its_parser_does_not_spoil_the_rest(
    site: Site, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(page: str) -> object:
        if POOL.title in page:
            raise RecursionError("too deep")
        return original(page)

    original = trafilatura.load_html
    monkeypatch.setattr(trafilatura, "load_html", load)
    teasers(site, BRIDGE, POOL)
    site.prints(BRIDGE, POOL)
    shown = add(site.feed).stdout
    assert f"{POOL.title}: {site.base}/freibad: it cannot be read (RecursionError: too deep)" in shown
    assert "1 new, 1 refused." in shown
