"""A folder that follows a feed: what is new comes, and what is corrected is renewed."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import feedparser
import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.config.errors import BrokenMemory
from bot.ingest.storage.state import FeedState, read_state, write_state
from content import load_articles
from tests.support.ingest.command import Add
from tests.support.ingest.folder import BRIDGE_FILE, FOLDER, files, last_line, publish, texts
from tests.support.ingest.site import Answer, Site, item, page, rss
from tests.support.ingest.stories import BRIDGE, FERRY, POOL, SCHOOL, STORIES, Story


def test_a_new_feed_becomes_a_folder_of_articles(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    result = add(site.feed)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        f"Der Stadtbote <{site.feed}>: 4 entries\n"
        f"  new:        Die Brücke bleibt zu → {BRIDGE_FILE}\n"
        f"  new:        Das Freibad öffnet erst im Juni → articles/{FOLDER}/das-freibad-oeffnet-erst-im-juni.md\n"
        f"  new:        Ein Schulhof ohne Asphalt → articles/{FOLDER}/ein-schulhof-ohne-asphalt.md\n"
        f"  new:        Die Fähre fährt wieder → articles/{FOLDER}/die-faehre-faehrt-wieder.md\n"
        "4 new.\n"
        f"Written: 4 files in articles/{FOLDER}. A running bot takes them up by itself.\n"
    )
    assert texts(folder) == {story.text for story in STORIES}
    bridge = next(each for each in load_articles(folder) if each.title == BRIDGE.title)
    assert (bridge.publisher, bridge.authors, bridge.language) == ("Der Stadtbote", ("Ida Fechner",), "de")
    assert bridge.published is not None
    assert bridge.published.isoformat() == "2024-10-25T09:30:00+02:00"
    assert bridge.url == f"{site.base}/bruecke"
    assert site.paths == ["/feed"]


def test_the_second_run_changes_nothing(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    before = files(folder)
    result = add(site.feed)
    assert result.stdout == f"Der Stadtbote <{site.feed}>: 4 entries\n4 as before.\n"
    assert files(folder) == before


def test_an_unchanged_feed_is_not_sent_again(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES, validators=True)
    site.answers["/feed"].headers["Last-Modified"] = "Fri, 25 Oct 2024 09:30:00 GMT"
    add(site.feed)
    before = files(folder)
    assert add(site.feed).stdout == "Der Stadtbote: nothing new.\n"
    assert files(folder) == before
    _, headers = site.requests[-1]
    assert headers["if-none-match"] == site.answers["/feed"].headers["ETag"]
    assert headers["if-modified-since"] == "Fri, 25 Oct 2024 09:30:00 GMT"


def test_what_is_new_comes_to_the_others(site: Site, add: Add, folder: Path) -> None:
    publish(site, BRIDGE, POOL)
    add(site.feed)
    publish(site, SCHOOL, BRIDGE)
    assert "1 new, 1 as before." in add(site.feed).stdout
    assert texts(folder) == {BRIDGE.text, POOL.text, SCHOOL.text}


def test_a_corrected_article_keeps_its_file_and_its_date(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    later = {"title": "Die Brücke bleibt bis Mai zu", "pubDate": "Sun, 27 Oct 2024 10:00:00 +0100"}
    corrected = BRIDGE.changed("800.000", "900.000")
    items = [item(corrected, site.base, later), *(item(each, site.base) for each in STORIES[1:])]
    site.publishes(rss(items, site.base))
    assert add(site.feed).stdout.splitlines()[1:-1] == [
        f"  corrected:  Die Brücke bleibt bis Mai zu → {BRIDGE_FILE}: "
        "title “Die Brücke bleibt zu” → “Die Brücke bleibt bis Mai zu”, “800.000” → “900.000”",
        "1 corrected, 3 as before.",
    ]
    (bridge,) = [each for each in load_articles(folder) if each.slug == "die-bruecke-bleibt-zu"]
    assert (bridge.title, bridge.text) == ("Die Brücke bleibt bis Mai zu", corrected.text)
    assert bridge.published is not None
    assert bridge.published.isoformat() == "2024-10-25T09:30:00+02:00"


def test_more_than_one_changed_place_is_counted(site: Site, add: Add) -> None:
    publish(site, *STORIES)
    add(site.feed)
    changed = Story(
        BRIDGE.slug,
        BRIDGE.title,
        ("Ein neuer Anfang der Geschichte.", BRIDGE.paragraphs[0], "Ein Ende ist das noch lange nicht."),
    )
    publish(site, changed, POOL)
    assert f"{BRIDGE_FILE}: 1 paragraph changed, 1 paragraph new, 1 paragraph gone\n" in add(site.feed).stdout


def test_a_dry_run_tells_the_same_and_writes_nothing(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    wanted = add(site.feed, "--dry-run")
    assert (wanted.exit_code, files(folder)) == (0, {})
    done = add(site.feed)
    assert done.stdout.startswith(wanted.stdout)
    before = files(folder)
    publish(site, BRIDGE.changed("800.000", "900.000"), *STORIES[1:])
    wanted = add(site.feed, "--dry-run")
    assert files(folder) == before
    assert add(site.feed).stdout.startswith(wanted.stdout)


def test_so_many_at_most(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES, validators=True)
    assert "2 new.\nNot looked at yet: 2 entries (--limit).\n" in add(site.feed, "--limit", "2").stdout
    assert texts(folder) == {BRIDGE.text, POOL.text}
    assert "1 new, 2 as before.\nNot looked at yet: 1 entry (--limit).\n" in add(site.feed, "--limit", "1").stdout
    assert "1 new, 3 as before." in add(site.feed).stdout


@pytest.mark.parametrize(
    "more",
    [
        "<ttl>60</ttl>",
        "<sy:updatePeriod>hourly</sy:updatePeriod>",
        "<ttl>5</ttl><sy:updatePeriod>daily</sy:updatePeriod>",
    ],
)
def test_a_feed_that_wants_its_peace_has_it(site: Site, add: Add, more: str) -> None:
    publish(site, BRIDGE, more=more, validators=True)
    add(site.feed)
    assert add(site.feed).stdout.startswith("Der Stadtbote: its server wants to be asked again at 20")
    assert len(site.requests) == 1
    assert add(site.feed, "--now").stdout == "Der Stadtbote: nothing new.\n"
    assert "its server wants to be asked again at" in add(site.feed).stdout  # counted from when it was asked
    assert len(site.requests) == 2


def test_a_server_that_asks_for_a_pause_has_it(site: Site, add: Add) -> None:
    publish(site, BRIDGE)
    add(site.feed)
    site.answers["/feed"].status = 503
    site.answers["/feed"].headers["Retry-After"] = "7200"
    refused = add(site.feed)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"error: {site.feed}: the server answers 503 Service Unavailable; try again later\n"
    assert "its server wants to be asked again at" in add(site.feed).stdout
    assert len(site.requests) == 2


def test_all_feeds_of_the_folder(site: Site, add: Add, folder: Path) -> None:
    publish(site, BRIDGE)
    site.answers["/sport"] = site.answers["/feed"]
    publish(site, POOL)
    site.answers["/lokales"] = site.answers["/feed"]
    assert add("--feeds").stderr == "error: This folder follows no feed; to begin with one: python -m bot add ADDRESS\n"
    for name in ("sport", "lokales"):
        add(f"{site.base}/{name}")
    assert {path.name for path in folder.glob("[!.]*")} == {FOLDER, f"{FOLDER}-2"}
    del site.answers["/sport"]
    result = add("--feeds")
    assert result.exit_code == 1  # one is gone, the other is looked at all the same
    assert result.stdout == f"Der Stadtbote <{site.base}/lokales>: 1 entry\n1 as before.\n"
    assert result.stderr == f"error: {site.base}/sport: the server answers 404 Not Found; check the address\n"


def test_what_is_said_of_all_articles_is_remembered(site: Site, add: Add, folder: Path) -> None:
    publish(site, BRIDGE)
    add(site.feed, "--publisher", "Bote am Sonntag", "--language", "en")
    publish(site, BRIDGE, POOL)
    add(site.feed)
    assert {(each.publisher, each.language) for each in load_articles(folder)} == {("Bote am Sonntag", "en")}


def test_a_feed_in_a_file(add: Add) -> None:
    Path("bote.xml").write_text(rss([item(each, "https://example.org") for each in STORIES]), "utf-8")
    assert "4 new." in add("bote.xml").stdout
    assert last_line(add("bote.xml").stdout) == "4 as before."
    assert add("--feeds").exit_code == 1  # a file has no server to ask


def test_a_run_that_was_ended_goes_on_where_it_was(
    site: Site, add: Add, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between an article and what is remembered of it: the worst moment."""
    publish(site, *STORIES)
    written = 0

    def end(folder: Path, state: FeedState) -> None:
        nonlocal written
        written += 1
        if written == 2:  # the first is written before all articles
            raise KeyboardInterrupt
        write_state(folder, state)

    with monkeypatch.context() as ended:
        ended.setattr("bot.ingest.sync.apply.write_state", end)
        add(site.feed)
    assert texts(folder) == {BRIDGE.text}
    assert "3 new, 1 as before." in add(site.feed).stdout
    publish(site, BRIDGE.changed("800.000", "900.000"), *STORIES[1:])
    assert "1 corrected, 3 as before." in add(site.feed).stdout  # it is known as the feed's own


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Give a file or an address, or --feeds."),
        (["x", "--feeds"], "Give a file or an address, or --feeds."),
        (["bote.xml", "--title", "T"], "--title: only for one article, and this is a feed."),
        (["bote.xml", "--question", "Q", "--url", "u"], "--url, --question: only for one article, and this is a feed."),
        (["text.txt", "--limit", "1"], "--limit: only for feeds, and text.txt is none."),
        (
            ["bote.xml", "--every", "5", "--dry-run"],
            "--every writes without asking, so it needs --yes and no --dry-run.",
        ),
    ],
)
def test_wrong_usage_ends_with_2(add: Add, arguments: list[str], told: str) -> None:
    Path("bote.xml").write_text(rss([item(BRIDGE, "https://example.org")]), "utf-8")
    Path("text.txt").write_text("Titel\n\nText.", "utf-8")
    result = add(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_where_nobody_can_be_asked_nothing_is_written_unasked(site: Site, folder: Path) -> None:
    publish(site, BRIDGE)
    result = CliRunner().invoke(main, ["add", site.feed])
    assert result.exit_code == 2
    assert files(folder) == {}


def test_it_goes_on_looking(site: Site, add: Add, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a time in which the server fails, and until it is interrupted."""
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        match len(slept):
            case 1:
                site.answers["/feed"].status = 500
            case 2:
                publish(site, BRIDGE, POOL)
            case 3:
                raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.add_feed.time", SimpleNamespace(sleep=sleep))
    publish(site, BRIDGE)
    result = add(site.feed, "--every", "30")
    assert result.exit_code == 0
    assert slept == [1800, 1800, 1800]
    assert result.stderr == f"error: {site.feed}: the server answers 500 Internal Server Error; try again later\n"
    assert texts(folder) == {BRIDGE.text, POOL.text}


def test_a_feed_that_breaks_its_parser_does_not_end_the_run(
    site: Site, add: Add, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parse(file: BytesIO, **options: Any) -> Any:
        if b"Kurier" in file.getvalue():
            raise OverflowError("too\nlarge")
        return original(file, **options)

    publish(site, BRIDGE)
    site.answers["/kurier"] = Answer(rss([item(POOL, site.base)], site.base, title="Kurier").encode())
    assert add(site.feed).exit_code == add(f"{site.base}/kurier").exit_code == 0
    original = feedparser.parse
    monkeypatch.setattr(feedparser, "parse", parse)
    publish(site, BRIDGE, FERRY)
    site.answers["/kurier"].body += b" "
    result = add("--feeds")
    assert result.exit_code == 1
    told = f"{site.base}/kurier: it cannot be read (OverflowError: too large); look at it in a browser"
    assert result.stderr == f"error: {told}\n"
    assert texts(folder) == {BRIDGE.text, POOL.text, FERRY.text}


def test_an_article_that_is_too_large_is_left_out(
    site: Site, add: Add, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LARGEST_ARTICLE", "1")
    publish(site, BRIDGE, replace(POOL, paragraphs=POOL.paragraphs * 5_000))
    result = add(site.feed)
    assert "MB, more than 1 MB; divide it into several articles, or set LARGEST_ARTICLE" in result.stdout
    assert texts(folder) == {BRIDGE.text}


def test_broken_characters_are_told(site: Site, add: Add) -> None:
    publish(site, BRIDGE.changed("800.000", "800\ufffd000"))
    assert "die-bruecke-bleibt-zu.md; 1 broken character (\ufffd): correct the file\n" in add(site.feed).stdout


def test_an_empty_feed_is_no_fault(site: Site, add: Add) -> None:
    publish(site)
    result = add(site.feed)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "The feed has no entries.")


def test_what_is_no_feed_any_more_is_told(site: Site, add: Add) -> None:
    publish(site, BRIDGE)
    add(site.feed)
    site.answers["/feed"] = Answer(b"<html>Umgezogen</html>", headers={"Content-Type": "text/html"})
    assert add(site.feed).stderr == f"error: {site.feed}: there is no feed any more; look at it in a browser\n"


def test_a_page_that_links_to_a_feed_is_a_page(site: Site, add: Add, folder: Path) -> None:
    linked = page(BRIDGE).replace("<head>", "<head><link rel=alternate type='application/rss+xml' href=/feed>")
    site.answers["/"] = Answer(linked.encode(), headers={"Content-Type": "text/html"})
    assert add(f"{site.base}/").exit_code == 0
    assert [path.name for path in folder.glob("[!.]*")] == ["die-bruecke-bleibt-zu.md"]


def test_a_feed_whose_state_is_broken_keeps_no_other_from_being_taken_up(site: Site, add: Add, folder: Path) -> None:
    site.publishes(rss([item(BRIDGE, site.base)]))
    add(site.feed)
    (folder / "anderer").mkdir()
    (folder / "anderer" / "feed.json").write_text('{"address": 3}', "utf-8")
    site.publishes(rss([item(BRIDGE, site.base), item(POOL, site.base)]))
    result = add("--feeds", "--now")
    assert "anderer/feed.json: it cannot be read (address: Input should be a valid string)" in result.stderr
    assert (result.exit_code, len(list(folder.rglob("*.md")))) == (1, 2)


@pytest.mark.parametrize("file", ["../../x.md", "/etc/passwd", "feed.json", "a/b.md", "..", ""])
def test_a_state_that_names_a_file_elsewhere_is_broken(tmp_path: Path, file: str) -> None:
    entry = {"id": "1", "seen": "x", "file": file, "written": "x"}
    (tmp_path / "feed.json").write_text(json.dumps({"address": "https://example.org/feed", "entries": [entry]}))
    with pytest.raises(BrokenMemory, match=r"entries\.0\.file"):
        read_state(tmp_path / "feed.json")
