"""The page's server without a browser and without the bot's process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.articles.retrievers import RetrieverSource
from bot.config.settings import Settings
from bot.preview.app import create_app
from bot.preview.bot_process import BotProcess
from bot.preview.events import Events
from bot.preview.explainer import Explainer
from bot.preview.preview import PageServer
from bot.preview.scene import Scene, set_up_scene
from bot.simulator import TelegramServer
from tests.support.paths import ARTICLES


@pytest.fixture
def scene() -> Scene:
    return set_up_scene()


@pytest.fixture
def content_dir(tmp_path: Path) -> Path:
    """The shipped articles, in a folder that can be written into."""
    return Path(shutil.copytree(ARTICLES, tmp_path / "articles"))


@pytest.fixture
def chosen() -> dict[int, str]:
    """The slug of the article on which each chat has settled."""
    return {}


@pytest.fixture
def client(scene: Scene, content_dir: Path, chosen: dict[int, str]) -> Iterator[httpx.Client]:
    process = BotProcess({}, scene.telegram.notify)
    events = Events(scene, process)
    source = RetrieverSource(content_dir)
    explainer = Explainer(scene.account, content_dir, lambda: source.load_whole().retriever, chosen.get)
    app = create_app(TelegramServer(scene.telegram), process, events, explainer, Settings(content_dir=content_dir))
    with PageServer(app, events, 0) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        yield client
