"""The bot as it runs, in a thread of the test's process: it and Telegram meet over HTTP only."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.library import Library
from bot.calls import UNLIMITED, SendLimits
from bot.calls.backoff import backoff_waits
from bot.config.settings import InterfaceLanguage, Settings
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from bot.running import Site, SiteLoader, run
from bot.simulator import BotAccount, TelegramServer
from content import Article
from tests.support.processes import free_port

SECRET = "a-secret-of-these-tests"

# The bots' stores: settings have one of their own, which a bot that is started again with them finds again.
_FOLDER = tempfile.TemporaryDirectory(prefix="belegbot-")
_NUMBERS = itertools.count()


def settings_for(server: TelegramServer, account: BotAccount, **more: Any) -> Settings:
    """Settings that lead the bot to this Telegram, whatever the environment says."""
    values = {
        "telegram_token": account.token,
        "telegram_api_url": server.url,
        "language": "de",
        "questions_per_minute": 0,
        "database_url": f"sqlite:///{_FOLDER.name}/{next(_NUMBERS)}.sqlite3",
        **more,
    }
    return Settings.model_validate(Settings.model_construct().model_dump() | values)


def webhook_settings(server: TelegramServer, account: BotAccount, **more: Any) -> Settings:
    """The same, to be posted to at a free port of this machine."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    address = {"webhook_url": url, "webhook_secret": SECRET, "host": "127.0.0.1", "port": port}
    return settings_for(server, account, **address, **more)


@contextmanager
def running(
    settings: Settings,
    articles: Sequence[Article] | Library | FolderWatcher,
    limits: SendLimits | None = UNLIMITED,
    first_wait: float = 1.0,
) -> Iterator[threading.Thread]:
    """The bot at work, in this thread; afterwards it has been stopped as by SIGTERM.

    What kept it from running is raised here.

    It may send as much as it likes, unless told otherwise: this Telegram keeps no limits unless told to. After a
    failure of Telegram's it waits for `first_wait` seconds before it tries again for the first time.
    """
    watcher = articles if isinstance(articles, FolderWatcher) else None
    library = articles.library if isinstance(articles, FolderWatcher) else articles
    library = library if isinstance(library, Library) else Library(library)
    site = Site(Conversation(library, Catalogue(), InterfaceLanguage.GERMAN), watcher)
    waits = partial(backoff_waits, first_wait)
    ready, failed = threading.Event(), []
    loop, stop = asyncio.new_event_loop(), asyncio.Event()

    async def load() -> Site:
        return site

    def work() -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                runner.run(run(settings, SiteLoader(load), stop, ready.set, limits=limits, waits=waits))
        except BaseException as error:
            failed.append(error)
        finally:
            ready.set()

    thread = threading.Thread(target=work, name="bot")
    thread.start()
    ready.wait()
    try:
        yield thread
    finally:
        with contextlib.suppress(RuntimeError):  # its loop is closed: it has ended by itself
            loop.call_soon_threadsafe(stop.set)
        thread.join()
        if failed:
            raise failed[0]
