"""The process as a whole, around the bot that it runs."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Iterator

import pytest

from bot.articles.retrievers import RetrieverSource
from bot.cli.run import run_until_signal
from bot.config.settings import Settings
from bot.running import SiteLoader
from tests.support.paths import ROOT


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """As they were, afterwards."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    gc.unfreeze()


def test_what_is_replaced_goes_until_the_process_is_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen: list[int] = []

    async def run(settings: Settings, loader: SiteLoader, stop: asyncio.Event) -> None:
        del settings, loader
        frozen.append(gc.get_freeze_count())
        signal.raise_signal(signal.SIGTERM)
        await stop.wait()
        frozen.append(gc.get_freeze_count())

    monkeypatch.setattr("bot.running.run", run)
    asyncio.run(run_until_signal(Settings(), RetrieverSource(ROOT / "content" / "articles")))
    assert frozen[0] == 0
    assert frozen[1] > 0
