"""The bot as seen from outside: signs of life, figures, a line an answer, an end when Telegram is silent."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import platform
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.library import Library
from bot.articles.retrievers import RetrieverSource
from bot.calls import LastContact
from bot.config.errors import TelegramSilent
from bot.config.logs import JsonFormatter, TextFormatter
from bot.config.version import version
from bot.running.monitoring import Health, Metrics, health_routes
from bot.simulator import BotAccount, Fault, FaultKind, Person, Telegram, TelegramServer
from content import Article
from retrieval import Retriever
from tests.support.bot.articles import BRIDGE
from tests.support.bot.bot_process import environment, figures, process
from tests.support.bot.dialogues import Dialogue, by_the_bot
from tests.support.bot.running_bot import running, settings_for, webhook_settings
from tests.support.clock import Clock
from tests.support.processes import free_port
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.waiting import PATIENCE, wait_until

QUESTION = "Wer bezahlt die Reparatur?"
NEAREST = "Warum ist die Brücke gesperrt?"
UNANSWERED = "Welche Farbe haben Elefanten?"


@pytest.fixture
def account(telegram: Telegram) -> BotAccount:
    return telegram.new_bot("SeenBot")


@pytest.fixture
def web(world: TelegramServer, account: BotAccount) -> Iterator[httpx.Client]:
    with watched(world, account, Library([BRIDGE])) as client:
        yield client


@contextmanager
def watched(world: TelegramServer, account: BotAccount, library: Library | FolderWatcher) -> Iterator[httpx.Client]:
    """A bot that polls, and shows signs of life since a port is set."""
    port = free_port()
    settings = settings_for(world, account, host="127.0.0.1", port=port, watchdog_seconds=2)
    with running(settings, library), httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        yield client


def test_it_is_alive_and_ready(web: httpx.Client) -> None:
    assert [(web.get(path).status_code, web.get(path).text) for path in ("/healthz", "/readyz")] == [
        (200, "ok\n"),
        (200, "ready\n"),
    ]
    assert web.post("/telegram", json={}).status_code == 404  # it polls: nobody is to post


def test_figures_count_what_happens(web: httpx.Client, telegram: Telegram, account: BotAccount, anna: Person) -> None:
    private = anna.opens(account)
    group = telegram.new_group("Runde", [anna, account])
    telegram.wait_for(lambda: by_the_bot(group, account) and by_the_bot(private, account))
    telegram.faults.add(Fault(kind=FaultKind.STATUS, status=500, method="sendMessage"))
    in_group = f"/frage@{account.username} "
    asked = [(private, QUESTION), (private, UNANSWERED), (private, NEAREST)]
    for chat, words in (*asked, (group, in_group + QUESTION), (group, in_group + NEAREST)):
        dialogue = Dialogue(telegram, account, chat)
        anna.says(chat, words)
        dialogue.reply()
        dialogue.assert_silent(anna)
    wait_until(lambda: figures(web)["belegbot_queue_depth"] == 0)  # all is written down, which is after it was answered
    now = figures(web)
    assert now['belegbot_questions_total{chat="private"}'] == 3
    assert now['belegbot_questions_total{chat="group"}'] == 2
    assert [now[f"belegbot_{name}_total"] for name in ("found", "nearest", "refused")] == [2, 2, 1]
    assert now["belegbot_words_alone"] == 0
    assert now['belegbot_errors_total{kind="NetworkError"}'] == 1
    assert now["belegbot_answer_seconds_count"] >= 3
    assert now["belegbot_last_contact_timestamp_seconds"] > 1_600_000_000
    assert "anna" not in web.get("/metrics").text.lower()


def test_figures_tell_what_runs_and_what_it_answers_from(
    world: TelegramServer, account: BotAccount, tmp_path: Path
) -> None:
    article = "---\ntitle: Brücke\npublished: 2026-01-02\n---\nDie Brücke ist gesperrt.\n"
    (tmp_path / "bruecke.md").write_text(article, "utf-8")
    watcher = FolderWatcher(RetrieverSource(tmp_path))
    begun = time.time()
    with watched(world, account, watcher) as web:
        now = figures(web)
        assert now[f'belegbot_build_info{{python="{platform.python_version()}",version="{version()}"}}'] == 1
        assert now['belegbot_encoder_info{encoder="none"}'] == now["belegbot_articles"] == now["belegbot_ready"] == 1
        assert now["belegbot_newest_article_timestamp_seconds"] == datetime(2026, 1, 2, tzinfo=UTC).timestamp()
        assert abs(now["belegbot_articles_taken_up_timestamp_seconds"] - begun) < 60
        assert now["belegbot_content_faults"] == now["belegbot_articles_without_vectors"] == 0
        assert now['belegbot_errors_total{kind="StoreUnavailable"}'] == 0
        assert "\nprocess_resident_memory_bytes " in web.get("/metrics").text
        (tmp_path / "bruecke.md").write_text("no front matter", "utf-8")
        wait_until(lambda: figures(web)["belegbot_content_faults"] == 1)
        assert figures(web)["belegbot_articles"] == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(kind=FaultKind.STATUS, status=400, description="Bad Request: QUERY_ID_INVALID"), "BadRequest"),
        (Fault(kind=FaultKind.STATUS, status=429, retry_after=30), "AnswerLost"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_an_alert_that_is_lost_is_counted(
    world: TelegramServer, account: BotAccount, anna: Person, fault: Fault, kind: str
) -> None:
    """Nothing else tells whoever has tapped that the article has changed since."""
    with watched(world, account, Library([BRIDGE])):
        dialogue = Dialogue.opened_by(anna, world.telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, QUESTION)
        answer = dialogue.reply()
    edited = Article.from_text("Die Lahn führt Hochwasser.", title=BRIDGE.title, language="de")
    world.telegram.faults.add(replace(fault, method="answerCallbackQuery"))
    with watched(world, account, Library([edited])) as web:
        anna.taps(answer, "Kontext")
        wait_until(lambda: figures(web).get(f'belegbot_errors_total{{kind="{kind}"}}') == 1)


def test_refused_posts_are_counted(world: TelegramServer, account: BotAccount) -> None:
    settings = webhook_settings(world, account)
    with (
        running(settings, [BRIDGE]),
        httpx.Client(base_url=f"http://127.0.0.1:{settings.port}", trust_env=False) as web,
    ):
        for _ in range(2):
            assert web.post("/telegram", json={}).status_code == 401
        now = figures(web)
    counted = [now[f'belegbot_webhook_refusals_total{{status="{status}"}}'] for status in (401, 408, 413, 503)]
    assert counted == [2, 0, 0, 0]


def test_questions_that_the_encoder_gave_no_vector_for_are_counted(
    world: TelegramServer, telegram: Telegram, account: BotAccount, anna: Person
) -> None:
    encoder = FakeEncoder()
    library = Library(Retriever([BRIDGE], encoder))
    with watched(world, account, library) as web:
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        for encoder.down, counted in ((False, 0), (True, 1)):
            anna.says(dialogue.chat, f"{QUESTION} {counted}")
            assert "zur Hälfte das Land" in dialogue.reply().text
            assert figures(web)["belegbot_words_alone"] == counted
        dialogue.assert_silent(anna)
        assert figures(web)["belegbot_found_total"] == 2


@pytest.mark.usefixtures("web")
def test_one_line_an_answer_without_words_or_people(
    telegram: Telegram,
    account: BotAccount,
    anna: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    chat = anna.opens(account)
    dialogue = Dialogue(telegram, account, chat)
    dialogue.reply()
    with caplog.at_level(logging.INFO, "bot"):
        for words in (QUESTION, NEAREST, UNANSWERED):
            anna.says(chat, words)
            dialogue.reply()
        dialogue.assert_silent(anna)
    answered = [record for record in caplog.records if record.getMessage() == "answered"]
    lines = [json.loads(JsonFormatter().format(record)) for record in answered]
    assert [(line["chat"], line["language"], line["verdict"], line["reason"]) for line in lines] == [
        ("private", "de", "answer", "likelihood,words-alone"),
        ("private", "de", "nearest", "no-reason,words-alone"),
        ("private", "de", "none", "nothing-found"),
    ]
    assert all(line["ms"] >= 0 and 0 <= line["likelihood"] <= 1 for line in lines)
    numbers = [line["update"] for line in lines]
    assert numbers == list(range(numbers[0], numbers[0] + 3))  # Telegram's own
    told = r"answered update=\d+ chat=private language=de verdict=answer reason=likelihood,words-alone likelihood=0"
    assert re.search(told, TextFormatter().format(answered[0]))
    everything = "\n".join(JsonFormatter().format(record) for record in caplog.records if record.name.startswith("bot"))
    for private in (QUESTION, NEAREST, UNANSWERED, "Anna", "anna", str(anna.user.id)):
        assert private not in everything


def test_it_ends_when_telegram_is_silent_for_too_long() -> None:
    def left_alone(own: TelegramServer, account: BotAccount) -> None:
        with running(settings_for(own, account, watchdog_seconds=1), [BRIDGE]) as bot:
            own.stop()
            bot.join(PATIENCE)

    told = r"^Telegram has not been reached for 1 s \(WATCHDOG_SECONDS\); ending"
    with TelegramServer(Telegram()) as own, pytest.raises(TelegramSilent, match=told):
        left_alone(own, own.telegram.new_bot("LonelyBot"))


@pytest.mark.slow
def test_a_silent_telegram_ends_the_process_with_exit_code_1(tmp_path: Path) -> None:
    with TelegramServer(Telegram()) as own:
        account = own.telegram.new_bot("LonelyBot")
        env = environment(own, account, WATCHDOG_SECONDS="2")
        with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
            assert bot.stderr is not None
            while "is at work" not in (line := bot.stderr.readline()):
                assert line, "the bot ended"
            own.stop()
            _, log = bot.communicate(timeout=20)
        own.start()
    assert bot.returncode == 1
    assert log.strip().splitlines()[-1].endswith("so that the host starts the bot anew")
    assert account.token not in log


@pytest.mark.slow
def test_it_needs_to_write_nothing_but_its_store(world: TelegramServer, account: BotAccount, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    env = environment(world, account, DATABASE_URL="sqlite:///store/b.sqlite3", PYTHONDONTWRITEBYTECODE="1")
    with process([sys.executable, "-m", "bot"], env, tmp_path) as bot:
        chat = world.telegram.new_person("Ben").opens(account)
        world.telegram.wait_for(lambda: by_the_bot(chat, account), timeout=20)
        files = set(open_for_writing(bot.pid))
        bot.terminate()
        bot.communicate(timeout=20)
    assert files
    assert {file.parent for file in files} == {tmp_path / "store"}
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def open_for_writing(process_id: int) -> Iterator[Path]:
    """The files, not pipes or sockets, that a process has opened to write (proc(5)), its standard streams left out."""
    for link in Path(f"/proc/{process_id}/fd").iterdir():
        told = Path(f"/proc/{process_id}/fdinfo/{link.name}").read_text("ascii")
        flags = re.search(r"flags:\s+([0-7]+)", told)
        assert flags
        target = link.readlink()
        if int(link.name) > 2 and int(flags[1], 8) & os.O_ACCMODE and target.is_absolute() and target.is_file():
            yield target


def test_before_the_first_contact_there_is_no_time_of_one() -> None:
    clock = Clock()
    contact = LastContact(clock)
    health, metrics = Health(contact, silence=5), Metrics(contact)
    clock.now += 7
    app = Starlette(routes=health_routes(health, metrics))

    async def texts() -> tuple[str, str]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return (await client.get("/metrics")).text, (await client.get("/healthz")).text

    figures_before, health_before = asyncio.run(texts())
    assert "belegbot_last_contact_timestamp_seconds NaN\n" in figures_before
    assert health_before == "Telegram was not reached in 7 s\n"
    contact.note()
    clock.now += 9
    figures_then, health_then = asyncio.run(texts())
    assert "belegbot_last_contact_timestamp_seconds NaN" not in figures_then
    assert health_then == "Telegram was last reached 9 s ago\n"


def test_a_broken_article_file_is_told_and_the_others_answer(
    world: TelegramServer, telegram: Telegram, account: BotAccount, anna: Person, tmp_path: Path
) -> None:
    (tmp_path / "bruecke.md").write_text("---\ntitle: Brücke\n---\nDie Brücke ist gesperrt.\n", "utf-8")
    (tmp_path / "faehre.md").write_text("---\ntitle: Fähre\nowner: ich\n---\nDie Fähre fährt.\n", "utf-8")
    with watched(world, account, FolderWatcher(RetrieverSource(tmp_path))) as web:
        told = "ready\nfaults in article files: 1 (python -m bot check tells which)\n"
        assert (web.get("/readyz").status_code, web.get("/readyz").text) == (200, told)
        assert figures(web)["belegbot_content_faults"] == 1
        dialogue = Dialogue.opened_by(anna, telegram, account)
        dialogue.reply()
        anna.says(dialogue.chat, "Was ist mit der Brücke?")
        assert "Die Brücke ist gesperrt." in dialogue.reply().text
        (tmp_path / "faehre.md").unlink()
        wait_until(lambda: web.get("/readyz").text == "ready\n")
        assert figures(web)["belegbot_content_faults"] == 0
