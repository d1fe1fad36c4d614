"""What stands in a content folder that follows a feed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.ingest.storage.lock import LOCK_FILE
from content import load_articles
from tests.support.ingest.site import Site, item, rss
from tests.support.ingest.stories import Story

FOLDER = "der-stadtbote"
BRIDGE_FILE = f"articles/{FOLDER}/die-bruecke-bleibt-zu.md"


def publish(site: Site, *stories: Story, more: str = "", validators: bool = False) -> None:
    site.publishes(rss([item(each, site.base) for each in stories], site.base, more=more), validators=validators)


def files(folder: Path) -> dict[str, bytes]:
    """What is in its files, but for that of the lock."""
    there = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != LOCK_FILE]
    return {str(path.relative_to(folder)): path.read_bytes() for path in there}


def texts(folder: Path) -> Iterable[str]:
    return {article.text for article in load_articles(folder)}


def last_line(output: str) -> str:
    return output.splitlines()[-1]
