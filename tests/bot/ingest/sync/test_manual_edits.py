"""What an editor did to articles of a feed, and to what is remembered of it, stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.ingest.sync.plan import Plan
from tests.support.ingest.command import Add
from tests.support.ingest.folder import BRIDGE_FILE, FOLDER, files, last_line, publish
from tests.support.ingest.site import Site, item, rss
from tests.support.ingest.stories import BRIDGE, FERRY, POOL, STORIES, Story


def test_an_edited_article_is_never_overwritten(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    file = folder.parent / BRIDGE_FILE
    file.write_text(file.read_text("utf-8").replace("Risse", "feine Risse"), "utf-8")
    before = file.read_bytes()
    publish(site, BRIDGE.changed("800.000", "900.000"), POOL)
    told = add(site.feed).stdout
    assert (
        f"  edited:     Die Brücke bleibt zu was corrected, but you edited {BRIDGE_FILE}; it stays "
        "(the feed's version: --again die-bruecke-bleibt-zu)\n"
    ) in told
    assert last_line(told) == "1 edited by you, 1 as before."
    assert file.read_bytes() == before
    assert last_line(add(site.feed).stdout) == "2 as before."  # it is told once


def test_the_feed_s_version_of_an_edited_article_can_be_had(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES, validators=True)
    add(site.feed)
    file = folder.parent / BRIDGE_FILE
    original = file.read_bytes()
    file.write_text(file.read_text("utf-8").replace("Risse", "feine Risse"), "utf-8")
    assert "“feine Risse” → “Risse”" in add(site.feed, "--again", "die-bruecke-bleibt-zu").stdout
    assert file.read_bytes() == original


def test_a_deleted_article_does_not_come_back(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    (folder.parent / BRIDGE_FILE).unlink()
    publish(site, BRIDGE.changed("800.000", "900.000"), *STORIES[1:])
    assert last_line(add(site.feed).stdout) == "4 as before."
    assert not (folder.parent / BRIDGE_FILE).exists()


def test_a_deleted_article_comes_back_when_the_editor_wants_it(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    file = folder.parent / BRIDGE_FILE
    original = file.read_bytes()
    file.unlink()
    assert "1 new, 3 as before." in add(site.feed, "--again", "die-bruecke-bleibt-zu.md").stdout
    assert file.read_bytes() == original


def test_a_moved_article_and_a_moved_folder_stay_where_they_are(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    (folder.parent / BRIDGE_FILE).rename(folder / "bruecke.md")
    (folder / FOLDER).rename(folder / "Bote")
    publish(site, *STORIES, FERRY.changed("x", "y"))
    assert last_line(add(site.feed).stdout) == "4 as before."
    assert {path.name for path in folder.glob("[!.]*")} == {"bruecke.md", "Bote"}


def test_a_file_that_changed_while_it_was_decided_stays(
    site: Site, add: Add, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, BRIDGE)
    add(site.feed)
    file = folder.parent / BRIDGE_FILE

    def edits(*_: object) -> bool:
        file.write_text("---\ntitle: Neu\n---\nText.\n", "utf-8")
        return False

    monkeypatch.setattr(Plan, "writes_files", property(edits))
    publish(site, BRIDGE.changed("800.000", "900.000"))
    add(site.feed)
    assert "title: Neu" in file.read_text("utf-8")


def test_an_article_that_shrinks_to_a_notice_stays(site: Site, add: Add, folder: Path) -> None:
    site.prints(BRIDGE)
    site.publishes(rss([item(BRIDGE, site.base, whole=False)], site.base))
    add(site.feed)
    before = (folder.parent / BRIDGE_FILE).read_bytes()
    site.prints(
        Story(BRIDGE.slug, BRIDGE.title, ("Bitte melden Sie sich an, um diesen Artikel zu lesen, danke sehr.",))
    )
    site.publishes(rss([item(BRIDGE, site.base, {"description": "Ein anderer Anfang […]"}, whole=False)], site.base))
    assert "12 words would be left of 52; die-bruecke-bleibt-zu.md stays" in add(site.feed).stdout
    assert (folder.parent / BRIDGE_FILE).read_bytes() == before


def test_what_is_remembered_can_be_read_by_a_person(site: Site, add: Add, folder: Path) -> None:
    publish(site, BRIDGE, POOL)
    add(site.feed)
    lines = (folder / FOLDER / "feed.json").read_text("utf-8").splitlines()
    assert lines[1] == f' "address": "{site.feed}",'
    assert sum('"file": "die-bruecke-bleibt-zu.md"' in line for line in lines) == 1
    assert len([line for line in lines if '"seen"' in line]) == 2


def test_a_memory_that_was_broken_is_told_with_its_mend(site: Site, add: Add, folder: Path) -> None:
    publish(site, *STORIES)
    add(site.feed)
    memory = folder / FOLDER / "feed.json"
    memory.write_text("{", "utf-8")
    result = add(site.feed)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: articles/{FOLDER}/feed.json: it cannot be read (JSON: ")
    assert result.stderr.endswith("mend it, or delete it to have the feed read as a new one\n")
    memory.unlink()
    before = files(folder)
    assert last_line(add(site.feed, "--dry-run").stdout) == "4 as before."  # they are in their folder
    assert files(folder) == before


def test_names_in_the_memory_lead_nowhere_else(site: Site, add: Add, folder: Path) -> None:
    publish(site, BRIDGE)
    add(site.feed)
    memory = folder / FOLDER / "feed.json"
    known = json.loads(memory.read_text("utf-8"))
    known["entries"][0]["file"] = "../../victim.md"
    memory.write_text(json.dumps(known), "utf-8")
    publish(site, BRIDGE.changed("800.000", "900.000"))
    add(site.feed)
    assert not (folder.parent / "victim.md").exists()


def test_a_missing_content_folder_is_told(site: Site, add: Add, folder: Path) -> None:
    publish(site, BRIDGE)
    folder.rmdir()
    told = "error: articles: there is no such folder; create it or set CONTENT_DIR\n"
    assert add(site.feed).stderr == told
