"""While what it answers from is being read: the port is open, says how far that is, and refuses for a while."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
import threading
from pathlib import Path

import httpx
import pytest

from bot.articles.library import Library
from bot.articles.reading_progress import ReadingProgress
from bot.config.settings import InterfaceLanguage
from bot.config.version import version
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.running import Site, SiteLoader, in_daemon_thread, run
from bot.simulator import BotAccount, Telegram, TelegramServer
from content import Article, InvalidArticles
from tests.support.bot.articles import BRIDGE
from tests.support.bot.bot_process import environment, process
from tests.support.bot.running_bot import SECRET, webhook_settings
from tests.support.processes import free_port


@pytest.fixture
def account(telegram: Telegram) -> BotAccount:
    return telegram.new_bot("SlowReaderBot")


def test_the_port_is_open_while_articles_are_read(world: TelegramServer, account: BotAccount) -> None:
    settings = webhook_settings(world, account, watchdog_seconds=1)
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    half_way, go_on = threading.Event(), threading.Event()
    progress = ReadingProgress()

    def read() -> Site:
        articles: list[Article] = []
        for article in progress([BRIDGE, BRIDGE]):
            articles.append(article)
            if len(articles) == 2:
                half_way.set()
                go_on.wait()
        return Site(Conversation(Library([BRIDGE]), Catalogue(), InterfaceLanguage.GERMAN))

    async def scene() -> None:
        stop, ready = asyncio.Event(), asyncio.Event()
        loader = SiteLoader(lambda: in_daemon_thread(read), lambda: progress.text)
        work = asyncio.create_task(run(settings, loader, stop, ready.set))
        await asyncio.to_thread(half_way.wait)
        url = f"http://127.0.0.1:{settings.port}"
        async with httpx.AsyncClient(base_url=url, trust_env=False, headers=headers) as client:
            await asyncio.sleep(1.5)  # for longer than Telegram may be silent, who was not asked yet
            said = [await client.get("/readyz"), await client.get("/healthz"), await client.post("/telegram", json={})]
            assert [answer.status_code for answer in said] == [503, 200, 503]
            assert said[0].text == "not ready: starting: 1 of 2 articles are read\n"
            assert "belegbot_ready 0.0\n" in (await client.get("/metrics")).text
            go_on.set()
            await ready.wait()
            assert (await client.get("/readyz")).text == "ready\n"
        stop.set()
        await work

    asyncio.run(scene())


def test_told_to_stop_meanwhile_it_just_ends(world: TelegramServer, account: BotAccount) -> None:
    begun, never = threading.Event(), threading.Event()

    def read() -> Site:
        begun.set()
        never.wait()
        raise AssertionError

    async def scene() -> None:
        stop = asyncio.Event()
        work = asyncio.create_task(
            run(webhook_settings(world, account), SiteLoader(lambda: in_daemon_thread(read)), stop)
        )
        await asyncio.to_thread(begun.wait)
        stop.set()
        ended, _ = await asyncio.wait({work}, timeout=20)
        assert ended == {work}
        assert work.exception() is None

    asyncio.run(scene())


def test_what_cannot_be_read_ends_it(world: TelegramServer, account: BotAccount) -> None:
    def read() -> Site:
        raise InvalidArticles([])

    with pytest.raises(InvalidArticles):
        asyncio.run(run(webhook_settings(world, account), SiteLoader(lambda: in_daemon_thread(read)), asyncio.Event()))


@pytest.mark.slow
def test_the_first_line_says_what_runs_and_a_hangup_ends_nothing(
    world: TelegramServer, account: BotAccount, tmp_path: Path
) -> None:
    env = environment(world, account, PORT=str(free_port()))
    with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
        assert bot.stderr is not None
        first = bot.stderr.readline()
        lines = [next(line for line in bot.stderr if "is at work" in line)]
        bot.send_signal(signal.SIGHUP)
        lines.append(bot.stderr.readline())
        bot.send_signal(signal.SIGTERM)
        bot.communicate(timeout=20)
    assert bot.returncode == 0
    told = r"store sqlite:///belegbot\.sqlite3; \d+ article file\(s\) in .*; encoder none \(words"
    assert re.search(rf"Belegbot {re.escape(version())}: {told}", first)
    assert any("SIGHUP: there is nothing to reopen." in line for line in lines)
    assert any(f"@{account.username} is at work by polling" in line for line in lines)
