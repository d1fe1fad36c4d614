"""Starting, failing to start, and stopping."""

import asyncio
import logging
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import pytest

from bot.calls.caller import DRAIN_TIMEOUT
from bot.config.errors import InvalidSettings, StoreUnavailable, TokenRejected
from bot.running import dispatcher
from bot.simulator import BotAccount, Fault, FaultKind, Person, Telegram, TelegramServer
from bot.store import Store
from bot.store.database import connect
from tests.support.bot.articles import BRIDGE
from tests.support.bot.bot_process import environment, process
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import SECRET, running, settings_for, webhook_settings
from tests.support.paths import ROOT
from tests.support.processes import free_port


@pytest.fixture
def account(telegram: Telegram) -> BotAccount:
    return telegram.new_bot("ServiceBot")


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    return telegram.new_person("Anna", language_code="de")


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_and_answers_the_rest_at_the_next_start(
    world: TelegramServer, account: BotAccount, anna: Person, tmp_path: Path, number: signal.Signals
) -> None:
    telegram = world.telegram
    command = [sys.executable, "-m", "bot"]
    with process(command, environment(world, account, LOG_FORMAT="json"), tmp_path) as bot:
        chat = anna.opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
        with telegram.lock:
            asked = [anna.says(chat, "Was hat Trump versprochen?") for _ in range(4)]
        telegram.wait_for(lambda: account.pending_updates == 0)  # the bot has them; most are not answered yet
        bot.send_signal(number)
        time.sleep(0.2)
        bot.send_signal(number)  # impatience changes nothing
        _, log = bot.communicate(timeout=20)
        assert bot.returncode == 0, log
    assert len(by_the_bot(chat, account)) < 1 + len(asked)
    assert account.token not in log
    assert '"message": "Stopping: finishing the answers in hand."' in log
    with process(command, environment(world, account), tmp_path) as bot:
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 1 + len(asked), timeout=20)
        bot.terminate()
        bot.communicate(timeout=20)
        assert bot.returncode == 0
    assert len(by_the_bot(chat, account)) == 1 + len(asked)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["worker", "web"])
def test_the_procfile_runs_as_on_a_host(
    world: TelegramServer, account: BotAccount, anna: Person, tmp_path: Path, kind: str
) -> None:
    port = str(free_port())
    web = {"WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_SECRET": SECRET} if kind == "web" else {}
    env = environment(world, account, PORT=port, **web)
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"
    command = [sys.executable, "-m", "honcho", "-f", str(ROOT / "Procfile"), "-d", str(tmp_path), "start", kind]
    del env["PYTHONWARNINGS"]  # honcho's own are none of ours
    with process(command, env, tmp_path) as host:
        chat = anna.opens(account)
        world.telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
        assert (account.webhook is not None) is (kind == "web")
        host.send_signal(signal.SIGTERM)
        host.wait(timeout=20)


def test_a_wrong_token_ends_it_with_one_line() -> None:
    # A Telegram of its own: there the refusal is no fault of the bot's.
    with TelegramServer(Telegram()) as elsewhere:
        settings = settings_for(elsewhere, Telegram().new_bot("StrangerBot"))
        told = r"^TELEGRAM_TOKEN: Telegram does not know this token; copy it again from @BotFather"
        with pytest.raises(TokenRejected, match=told), running(settings, [BRIDGE]):
            pass


@pytest.mark.parametrize(
    ("method", "told"),
    [("getMe", "Telegram cannot be reached"), ("deleteWebhook", "A webhook cannot be ended")],
)
def test_at_the_first_contact_it_waits_as_long_as_telegram_asks_for(
    method: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram()
    with TelegramServer(telegram) as server:
        account = telegram.new_bot("PatientBot")
        telegram.faults.add(Fault(kind=FaultKind.STATUS, status=429, retry_after=1, method=method))
        begun = time.monotonic()
        with caplog.at_level(logging.WARNING, "bot"), running(settings_for(server, account), [BRIDGE], first_wait=0.01):
            assert time.monotonic() - begun >= 1.0
    assert f"{told} (RetryAfter); trying again in 1 s." in [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize("fault", [Fault(kind=FaultKind.GARBAGE), Fault(kind=FaultKind.HTML, status=404)], ids=str)
def test_an_address_where_no_bot_api_answers_ends_it_with_one_line(fault: Fault) -> None:
    telegram = Telegram()
    telegram.faults.add(fault)
    with TelegramServer(telegram) as server:
        settings = settings_for(server, telegram.new_bot("LostBot"))
        told = rf"^TELEGRAM_API_URL: no Bot API answers at {server.url} \(an answer .*\); write the address of one"
        with pytest.raises(InvalidSettings, match=told), running(settings, [BRIDGE]):
            pass


def test_a_store_of_a_newer_release_ends_the_process_with_one_line_and_exit_code_1(
    world: TelegramServer, account: BotAccount, tmp_path: Path
) -> None:
    settings = settings_for(world, account, database_url=f"sqlite:///{tmp_path}/store.sqlite3", migrate=False)
    with pytest.raises(StoreUnavailable, match="run: python -m bot migrate"), running(settings, [BRIDGE]):
        pass
    connect(settings.database_url.get_secret_value()).dispose()
    with running(settings, [BRIDGE]):
        pass
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as store, store:
        store.execute("UPDATE alembic_version SET version_num = '0099'")
    env = environment(world, account, DATABASE_URL=settings.database_url.get_secret_value())
    with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
        _, log = bot.communicate(timeout=30)
    assert bot.returncode == 1
    first, told = (line for line in log.splitlines() if "Reading" not in line)
    assert "bot.cli.run: Belegbot" in first
    assert told.startswith("error: DATABASE_URL: sqlite:////")
    assert "has tables of a newer release (0099; this one knows" in told


def test_a_taken_port_ends_it_with_one_line(world: TelegramServer, account: BotAccount) -> None:
    settings = webhook_settings(world, account)
    told = r"^HOST, PORT: cannot listen on 127.0.0.1:\d+ \(Address already in use\); choose another"
    with (
        socket.create_server(("127.0.0.1", settings.port)),
        pytest.raises(InvalidSettings, match=told),
        running(settings, [BRIDGE]),
    ):
        pass


@pytest.mark.slow
def test_it_waits_for_a_telegram_that_is_not_there_yet(tmp_path: Path) -> None:
    telegram = Telegram()
    account = telegram.new_bot("PatientBot")
    server = TelegramServer(telegram)
    with server:
        env = environment(server, account)  # its address, before it goes away for a while
    with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
        assert bot.stderr is not None
        while "Telegram cannot be reached (ConnectError); trying again in 1 s." not in (line := bot.stderr.readline()):
            assert line, "the bot ended"
        with server:
            chat = telegram.new_person("Anna").opens(account)
            telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
            bot.terminate()
            bot.communicate(timeout=20)
    assert bot.returncode == 0


@pytest.mark.slow
def test_it_stops_within_ten_seconds_though_telegram_hangs(
    world: TelegramServer, account: BotAccount, anna: Person, tmp_path: Path
) -> None:
    telegram = world.telegram
    with process([sys.executable, "-m", "bot"], environment(world, account), tmp_path) as bot:
        chat = anna.opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
        telegram.faults.add(Fault(kind=FaultKind.TIMEOUT, bot=account, method="sendMessage", after_effect=True))
        anna.says(chat, "Was hat Trump versprochen?")
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 2)
        bot.terminate()
        bot.communicate(timeout=10)
        assert bot.returncode == 0
    with process([sys.executable, "-m", "bot"], environment(world, account), tmp_path) as bot:
        anna.says(chat, "Wer ist der reichste Mensch der Welt?")
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 3, timeout=20)  # and the one before not again
        bot.terminate()
        bot.communicate(timeout=10)
    assert len(by_the_bot(chat, account)) == 3


def test_its_end_takes_less_than_ten_seconds() -> None:
    assert dispatcher.GRACE_PERIOD + DRAIN_TIMEOUT + 0.5 + dispatcher.NOTE_TIMEOUT + dispatcher.RELEASE_TIMEOUT < 10


def test_a_store_that_takes_nothing_back_does_not_hold_up_the_end(
    world: TelegramServer, account: BotAccount, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[Collection[int]] = []

    async def release(_: Store, numbers: Collection[int]) -> None:
        given_back.append(numbers)
        await asyncio.Event().wait()

    monkeypatch.setattr(Store, "release", release)
    monkeypatch.setattr(dispatcher, "GRACE_PERIOD", 0.1)
    world.telegram.faults.add(Fault(kind=FaultKind.STATUS, status=429, retry_after=60, method="sendMessage"))
    with running(settings_for(world, account), [BRIDGE]):
        anna.opens(account)
        world.telegram.wait_for(lambda: any(call.method == "sendMessage" for call in world.telegram.requests))
        time.sleep(0.2)  # in which it hears that it has to wait
        began = time.monotonic()
    assert [len(numbers) for numbers in given_back] == [1]
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_an_article_that_is_dropped_is_quoted_without_a_restart(
    world: TelegramServer, account: BotAccount, anna: Person, tmp_path: Path
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "bus.md").write_text("---\ntitle: Der Bus\n---\nDer Bus fährt nach Lindau.", "utf-8")
    env = environment(world, account, CONTENT_DIR=str(articles))
    with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
        chat = anna.opens(account)
        world.telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
        assert bot.stderr is not None
        (articles / "faehre.md").write_text("---\ntitle: Die Fähre\n---\nDie Fähre legt in Bregenz an.", "utf-8")
        while "Articles taken up" not in (line := bot.stderr.readline()):
            assert line, "the bot ended"
        anna.says(chat, "Wo legt die Fähre an?")
        world.telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 2, timeout=20)
        assert "Die Fähre legt in Bregenz an." in by_the_bot(chat, account)[-1].text
        bot.terminate()
        bot.communicate(timeout=20)
    assert bot.returncode == 0
