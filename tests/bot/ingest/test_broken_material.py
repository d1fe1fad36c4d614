"""Mutated feeds and pages: each is read, or told in one line; nothing else is ever raised.

`FUZZ_SECONDS=600 pytest -s tests/bot/ingest/test_broken_material.py` tries more of them.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from bot.config.errors import NotNow, UnusableMaterial
from bot.ingest.extract.draft import extract_draft
from bot.ingest.feed.model import Entry
from bot.ingest.feed.parser import parse_feed
from bot.ingest.http.material import Material
from bot.ingest.storage.state import EntryState
from bot.ingest.sync.entry_draft import Overrides, Rejection, draft_entry
from content import Article, ContentError
from tests.support.fuzzing import seeded
from tests.support.ingest.mutations import mutate
from tests.support.ingest.samples import FEEDS, PAGES

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True, scope="module")
def _quiet() -> None:
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def no_page(address: str) -> Material:
    raise NotNow(f"{address}: not asked for")


def told(error: Exception) -> bool:
    return str(error).startswith("feed.xml: ") and "\n" not in str(error)


def parsed(material: Material) -> tuple[Entry, ...]:
    try:
        return parse_feed(material, NOW).entries
    except UnusableMaterial as error:
        return () if told(error) else pytest.fail(str(error))


@pytest.mark.slow
def test_a_broken_feed_is_read_or_told() -> None:
    for random in seeded(60):
        feed = mutate(random.choice(FEEDS), random)
        for entry in parsed(Material(feed, "feed.xml", "https://example.org/feed")):
            outcome = draft_entry(entry, no_page, Overrides("de"))
            if isinstance(outcome, Rejection):
                assert "\n" not in outcome.reason
            else:
                assert outcome.article().text.strip()
                assert outcome.file_text().encode()
            assert EntryState(id=entry.id, seen=entry.digest, address=entry.address)


@pytest.mark.slow
def test_a_broken_page_is_read_or_told() -> None:
    for random in seeded(60):
        page = mutate(random.choice(PAGES), random)
        with suppress(UnusableMaterial, ContentError):
            draft = extract_draft(Material(page, random.choice(["page.html", "page", "page.md"])))
            assert isinstance(draft.article(), Article)
