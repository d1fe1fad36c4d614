"""Menus fit the library, also when it grows while the bot runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.retrievers import RetrieverSource
from bot.config.settings import InterfaceLanguage
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.running.menus import keep_menus

FIRST = "---\ntitle: Die Brücke\n---\nDie Brücke bleibt bis Mai gesperrt.\n"
SECOND = "---\ntitle: Das Freibad\n---\nDas Freibad öffnet im Juni.\n"

OF_ONE, OF_MANY = "Worum es geht und woher es stammt", "Artikel: Liste und Suche"


def published(bot: AsyncMock) -> list[str]:
    """What the German menus of private chats have said of /artikel, in order."""
    return [
        command.description
        for call in bot.set_my_commands.await_args_list
        for command in call.args[0]
        if command.command == "artikel" and "private" in call.kwargs["scope"].type
    ]


async def grow_and_shrink(folder: Path, bot: AsyncMock) -> None:
    watcher, done = FolderWatcher(RetrieverSource(folder)), asyncio.Queue[object]()
    conversation = Conversation(watcher.library, Catalogue(), InterfaceLanguage.GERMAN)
    bot.set_my_short_description.side_effect = lambda *_, language_code: done.put_nowait(language_code)
    async with asyncio.timeout(10), asyncio.TaskGroup() as tasks:
        keeping = tasks.create_task(keep_menus(bot, conversation, every=0.01))
        looking = tasks.create_task(watcher.watch(conversation.replace_library, every=0.01))
        assert [await done.get(), await done.get()] == [None, "de"]
        (folder / "freibad.md").write_text(SECOND, "utf-8")
        assert [await done.get(), await done.get()] == [None, "de"]
        (folder / "freibad.md").unlink()
        assert [await done.get(), await done.get()] == [None, "de"]
        keeping.cancel()
        looking.cancel()


def test_the_menu_changes_with_the_library(tmp_path: Path) -> None:
    (tmp_path / "bruecke.md").write_text(FIRST, "utf-8")
    bot = AsyncMock()
    asyncio.run(grow_and_shrink(tmp_path, bot))
    assert published(bot) == [OF_ONE, OF_MANY, OF_ONE]
    said = [call.args[0] for call in bot.set_my_description.await_args_list if call.args[0].startswith("Ich")]
    assert ["zu einem Artikel" in text for text in said] == [True, False, True]


@pytest.mark.parametrize(
    ("failure", "is_tried_again"),
    [
        (lambda: BadRequest("no"), False),
        (lambda: RetryAfter(timedelta(seconds=0.02)), True),
        (lambda: NetworkError("away"), True),
    ],
)
def test_what_fails_is_tried_again_and_what_telegram_refuses_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Callable[[], TelegramError], is_tried_again: bool
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    (tmp_path / "bruecke.md").write_text(FIRST, "utf-8")
    bot = AsyncMock()
    bot.set_my_commands.side_effect = failure()

    async def keep() -> None:
        library = FolderWatcher(RetrieverSource(tmp_path)).library
        conversation = Conversation(library, Catalogue(), InterfaceLanguage.GERMAN)
        task = asyncio.create_task(keep_menus(bot, conversation, every=0.01))
        await asyncio.sleep(0.2)
        assert not task.done()
        task.cancel()

    asyncio.run(keep())
    assert (bot.set_my_commands.await_count > 1) is is_tried_again
