"""What the page reads in the bot's store."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.preview.chat_choices import ChatChoiceReader
from bot.store import name_of_bot, open_store

API = "http://127.0.0.1:1"


def test_it_is_what_the_bot_has_noted(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"

    async def work() -> list[str | None]:
        bot = await open_store(f"sqlite:///{store}", name_of_bot(7, API))
        await bot.choose(-100, "faehre")
        while_it_runs = [
            ChatChoiceReader(store, 7, API).of(-100),
            ChatChoiceReader(store, 7, API).of(5),
            ChatChoiceReader(store, 8, API).of(-100),
        ]
        await bot.close()
        return while_it_runs

    assert asyncio.run(work()) == ["faehre", None, None]
    assert ChatChoiceReader(store, 7, API).of(-100) == "faehre"


def test_before_the_bot_has_made_its_store_nothing_is_chosen(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    assert ChatChoiceReader(store, 7, API).of(-100) is None
    assert not store.exists()
    store.touch()
    assert ChatChoiceReader(store, 7, API).of(-100) is None
