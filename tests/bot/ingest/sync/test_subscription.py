"""A feed that is followed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config.errors import Unfetchable
from bot.ingest.http.material import Material
from bot.ingest.http.polite_client import PoliteClient
from bot.ingest.storage.state import FeedState
from bot.ingest.sync.feed_drafts import page_fetcher
from bot.ingest.sync.subscription import Subscription


def test_a_followed_feed_does_not_come_to_lead_into_the_private_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect of a public server to a private one, met by a run that nobody watches."""
    monkeypatch.setattr("bot.ingest.sync.subscription.getproxies", dict)
    asked: list[bool] = []

    class Watched(PoliteClient):
        def fetch(self, address: str, *, public_only: bool, **_: object) -> Material:
            asked.append(public_only)
            return Material(b"", address, unchanged=True)

    for address in ("http://93.184.216.34/feed", "http://10.0.0.1/feed"):
        Subscription(Path("x"), FeedState(address=address)).fetch(Watched(), datetime.now(UTC))
    assert asked == [True, False]


def test_a_public_feed_whose_name_leads_into_the_private_network_later_gets_nothing_from_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What it was found to be when it was first followed stays, for the feed itself as for its pages."""
    monkeypatch.setattr("bot.ingest.sync.subscription.getproxies", dict)
    feed = Subscription(Path("x"), FeedState(address="http://127.0.0.1:9/feed", is_private=False))
    with pytest.raises(Unfetchable, match="it is in a private network"):
        feed.fetch(PoliteClient(pause=0), datetime.now(UTC))
    page = page_fetcher(feed.state.address, PoliteClient(pause=0), is_private=False)
    with pytest.raises(Unfetchable, match="it is in a private network"):
        page("http://127.0.0.1:9/neighbour")
