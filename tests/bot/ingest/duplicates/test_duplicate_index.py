"""The same article, wherever and however it comes again, is there once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from content import load_articles
from tests.support.ingest.command import Add
from tests.support.ingest.site import Site, item, rss
from tests.support.ingest.stories import BRIDGE, POOL, SCHOOL, STORIES, Story


def listed(add: Add, site: Site, *items: str, title: str = "Der Stadtbote", path: str = "/feed") -> list[str]:
    """The lines of a run over a feed of these items."""
    site.publishes(rss(items, site.base, title=title))
    site.answers[path] = site.answers["/feed"]
    return [" ".join(line.split()) for line in add(f"{site.base}{path}").stdout.splitlines()[1:]]


def agency_copy(story: Story, published: str = BRIDGE.published) -> Story:
    """The story as another paper prints it: its own first sentence, and one word changed."""
    first = f"Das berichten die Agenturen. {story.paragraphs[0].replace('Die ', 'Die große ', 1)}"
    paragraphs = (first, *story.paragraphs[1:])
    return replace(story, slug=f"agentur-{story.slug}", paragraphs=paragraphs, published=published)


def test_the_same_id_twice_in_a_feed_is_one_entry(add: Add, site: Site) -> None:
    assert listed(add, site, item(BRIDGE, site.base), item(BRIDGE, site.base))[1] == "1 new."


def test_the_same_address_with_another_id_and_title(add: Add, site: Site, folder: Path) -> None:
    tracked = f"{site.base}/bruecke/?utm_source=rss&amp;utm_medium=feed#text"
    lines = listed(add, site, item(BRIDGE, site.base), item(BRIDGE, site.base, {"guid": "other", "link": tracked}))
    assert lines[1].startswith(
        "duplicate: Die Brücke bleibt zu is in articles/der-stadtbote/die-bruecke-bleibt-zu.md, with"
    )
    assert len(load_articles(folder)) == 1


def test_an_entry_whose_id_changed_is_known_by_its_address(add: Add, site: Site, folder: Path) -> None:
    listed(add, site, item(BRIDGE, site.base))
    changed = BRIDGE.changed("800.000", "900.000")
    lines = listed(add, site, item(changed, site.base, {"guid": "https://example.org/new-id"}))
    assert lines[1] == "1 corrected."
    assert listed(add, site, item(changed, site.base, {"guid": "https://example.org/new-id"})) == ["1 as before."]
    assert (folder / "der-stadtbote" / "feed.json").read_text("utf-8").count('"seen"') == 1


def test_the_same_text_under_another_address(add: Add, site: Site) -> None:
    spaced = replace(BRIDGE, slug="anders", title="Anders", paragraphs=tuple(p.upper() for p in BRIDGE.paragraphs))
    lines = listed(add, site, item(BRIDGE, site.base), item(spaced, site.base))
    assert lines[1] == "duplicate: Anders is in articles/der-stadtbote/die-bruecke-bleibt-zu.md, with the same text"


def test_almost_the_same_text_in_another_feed(add: Add, site: Site, folder: Path) -> None:
    listed(add, site, *(item(each, site.base) for each in STORIES))
    lines = listed(add, site, item(agency_copy(BRIDGE), site.base), title="Kurier", path="/kurier")
    assert lines[0].startswith(
        "duplicate: Die Brücke bleibt zu is in articles/der-stadtbote/die-bruecke-bleibt-zu.md, almost the same ("
    )
    assert len(load_articles(folder)) == 4
    assert listed(add, site, item(agency_copy(BRIDGE), site.base), title="Kurier", path="/kurier") == ["1 as before."]


def test_a_series_is_no_copy_of_itself(add: Add, site: Site) -> None:
    """The market of next week, told in the words of this week's."""
    later = agency_copy(BRIDGE, published="Fri, 01 Nov 2024 09:30:00 +0100")
    assert listed(add, site, item(BRIDGE, site.base), item(later, site.base))[-2] == "2 new."


def test_an_article_of_the_editor_s_own_is_known(add: Add, site: Site, folder: Path) -> None:
    own = f"---\ntitle: Eigener\nurl: {site.base}/bruecke/\n---\nEin eigener Text.\n"
    (folder / "eigener.md").write_text(own, "utf-8")
    assert listed(add, site, item(BRIDGE, site.base))[0] == (
        "duplicate: Die Brücke bleibt zu is in articles/eigener.md, with the same address"
    )


def test_entries_that_all_lead_to_the_home_page_are_different(add: Add, site: Site) -> None:
    items = [item(each, site.base, {"link": f"{site.base}/"}) for each in STORIES]
    assert listed(add, site, *items)[-2] == "4 new."


def test_entries_of_different_titles_on_one_page_are_different(add: Add, site: Site) -> None:
    items = [item(each, site.base, {"link": f"{site.base}/ticker"}) for each in (BRIDGE, POOL)]
    assert "2 new." in listed(add, site, *items)[-3:]


def test_where_all_ids_are_the_same_they_are_none(add: Add, site: Site) -> None:
    items = [item(each, site.base, {"guid": "0"}) for each in STORIES]
    assert listed(add, site, *items)[-2] == "4 new."
    assert listed(add, site, *items) == ["4 as before."]


def test_entries_without_ids_and_addresses_are_known_by_their_titles(add: Add, site: Site) -> None:
    items = [item(each, site.base, {"guid": "", "link": ""}) for each in STORIES]
    assert listed(add, site, *items)[-2] == "4 new."
    assert listed(add, site, *items) == ["4 as before."]


def test_articles_of_one_title_have_names_that_stay(add: Add, site: Site, folder: Path) -> None:
    same = [replace(each, title="Polizeibericht") for each in (BRIDGE, POOL, SCHOOL)]
    listed(add, site, *(item(each, site.base) for each in same))
    names = {article.slug: article.text for article in load_articles(folder)}
    assert set(names) == {"polizeibericht", "polizeibericht-2", "polizeibericht-3"}
    listed(add, site, *(item(each.changed("Euro", "Franken"), site.base) for each in reversed(same)))
    after = {article.slug: article.text for article in load_articles(folder)}
    assert {slug: text.replace("Franken", "Euro") for slug, text in after.items()} == names
