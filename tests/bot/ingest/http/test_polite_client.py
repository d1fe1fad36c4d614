"""A pause between two requests to a host, and none to one that does not answer."""

from __future__ import annotations

import pytest

from bot.config.errors import NotNow
from bot.ingest.http.polite_client import PoliteClient
from tests.support.ingest.site import Site
from tests.support.ingest.stories import STORIES


def test_requests_to_a_host_have_a_pause_between_them(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    site.prints(*STORIES)
    slept: list[float] = []
    told: list[str] = []
    client = PoliteClient(told.append, pause=5.0, sleep=slept.append)
    for story in STORIES[:3]:
        client.fetch(f"{site.base}/{story.slug}", public_only=False)
    assert len(slept) == 2
    assert all(4.0 < each <= 5.0 for each in slept)
    assert told == [f"{site.base}/{story.slug}" for story in STORIES[:3]]


def test_a_host_that_does_not_answer_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    client = PoliteClient(pause=0)
    with pytest.raises(NotNow, match="Connection refused"):
        client.fetch("http://127.0.0.1:1/a", public_only=False)
    with pytest.raises(NotNow, match="not asked for, because the server did not answer before"):
        client.fetch("http://127.0.0.1:1/b", public_only=False)
