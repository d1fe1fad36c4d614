"""What it costs that nothing is lost: the store beside bare SQLite, the bot beside python-telegram-bot as it comes."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.simulator import BotAccount, Telegram, TelegramServer
from bot.store import Arrival, Store
from bot.store.database import connect
from retrieval import Retriever
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import running, settings_for

UPDATES = 50
CHATS = 20
PAYLOAD = '{"update_id": 1, "message": {"text": "' + "Wer bezahlt die Reparatur? " * 20 + '"}}'


@pytest.mark.benchmark(group="write down, take up and finish 50 updates")
@pytest.mark.parametrize("way", ["store", "bare SQLite, as durable"])
def test_store(benchmark: BenchmarkFixture, tmp_path: Path, way: str) -> None:
    numbers = itertools.count()
    if way == "store":
        with asyncio.Runner() as runner:
            store = Store(connect(f"sqlite:///{tmp_path}/store.sqlite3"), "1")
            benchmark(lambda: runner.run(through(store, [next(numbers) for _ in range(UPDATES)])))
            runner.run(store.close())
    else:
        database = sqlite3.connect(tmp_path / "bare.sqlite3", isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE updates (id INTEGER PRIMARY KEY, payload TEXT)")
        benchmark(lambda: bare(database, [next(numbers) for _ in range(UPDATES)]))
        database.close()


async def through(store: Store, numbers: list[int]) -> None:
    await store.add([Arrival(number, f"chat {number}", True, PAYLOAD) for number in numbers])
    while held := await store.claim(private=32, groups=32):
        for waiting in held:
            await store.finish(waiting.number)


def bare(database: sqlite3.Connection, numbers: list[int]) -> None:
    database.execute("PRAGMA synchronous = FULL")
    database.execute("BEGIN")
    database.executemany("INSERT INTO updates VALUES (?, ?)", [(number, PAYLOAD) for number in numbers])
    database.execute("COMMIT")
    database.execute("PRAGMA synchronous = NORMAL")
    for number in numbers:
        database.execute("UPDATE updates SET payload = NULL WHERE id = ?", (number,))


class Crowd:
    """Twenty people in their private chats, who all ask at once."""

    def __init__(self, server: TelegramServer, account: BotAccount) -> None:
        self._telegram, self._account = server.telegram, account
        people = [self._telegram.new_person(f"Person {number}", language_code="de") for number in range(CHATS)]
        self._chats = {person: person.opens(account) for person in people}
        self._expected = len(people)

    def wait(self) -> None:
        """Until everything is answered."""

        def answered() -> bool:
            return sum(len(by_the_bot(chat, self._account)) for chat in self._chats.values()) >= self._expected

        self._telegram.wait_for(answered, timeout=60)

    def ask(self) -> None:
        """Everybody asks; returns when everybody has an answer."""
        with self._telegram.lock:
            for person, chat in self._chats.items():
                person.says(chat, "Wer bezahlt die Reparatur?")
        self._expected += len(self._chats)
        self.wait()


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


@pytest.mark.benchmark(group="20 chats ask at once, over HTTP", min_rounds=5)
def test_the_bot(benchmark: BenchmarkFixture, server: TelegramServer) -> None:
    account = server.telegram.new_bot("QueueBot")
    with running(settings_for(server, account), [BRIDGE]):
        crowd = Crowd(server, account)
        crowd.wait()
        benchmark(crowd.ask)


@pytest.mark.benchmark(group="20 chats ask at once, over HTTP", min_rounds=5)
def test_python_telegram_bot_as_it_comes(benchmark: BenchmarkFixture, server: TelegramServer) -> None:
    account = server.telegram.new_bot("PlainBot")
    with plain_bot(server, account):
        crowd = Crowd(server, account)
        crowd.wait()
        benchmark(crowd.ask)


@contextmanager
def plain_bot(server: TelegramServer, account: BotAccount) -> Iterator[None]:
    """A bot that answers from the same article, one update after the other, and remembers nothing."""
    retriever = Retriever([BRIDGE])

    async def answer(update: Update, _: object) -> None:
        assert update.message
        found = retriever.answer(update.message.text or "")
        await update.message.reply_text(found.quotes[0].text if found.quotes else "Dazu steht hier nichts.")

    async def work(ready: threading.Event, stop: asyncio.Event) -> None:
        application = ApplicationBuilder().token(account.token).base_url(f"{server.url}/bot").build()
        application.add_handler(MessageHandler(filters.TEXT, answer))
        async with application:
            assert application.updater
            await application.start()
            await application.updater.start_polling()
            ready.set()
            await stop.wait()
            await application.updater.stop()
            await application.stop()

    ready, loop, stop = threading.Event(), asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(work(ready, stop)))
    thread.start()
    ready.wait()
    yield
    loop.call_soon_threadsafe(stop.set)
    thread.join()
    loop.close()
