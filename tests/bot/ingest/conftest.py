"""A site with a feed, a content folder, and the command of an editor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import add_feed, main
from bot.ingest.http.polite_client import PoliteClient
from tests.support.ingest.command import Add
from tests.support.ingest.site import Site, served


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content folder, in the working directory."""
    articles = tmp_path / "articles"
    articles.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT_DIR", "articles")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr(add_feed, "PoliteClient", partial(PoliteClient, pause=0.0))
    return articles


@pytest.fixture
def add(folder: Path) -> Add:
    """`python -m bot add …` with --yes."""
    assert folder.is_dir()
    return lambda *arguments: CliRunner().invoke(main, ["add", "--yes", *arguments])
