"""An engine elsewhere that is away: the bot says that it cannot look, and never that the article does not answer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.retrievers import RetrieverSource
from bot.simulator import BotAccount, Person, Telegram, TelegramServer
from tests.support.bot.bot_process import figures
from tests.support.bot.dialogues import Dialogue, answered, by_the_bot, label_above, shown
from tests.support.bot.engines import AWAY, SwitchedEngines
from tests.support.bot.running_bot import running, settings_for
from tests.support.processes import free_port
from tests.support.waiting import wait_until

ARTICLE = """\
---
title: "Die Brücke"
questions: ["Wer bezahlt die Reparatur?"]
---

Die Brücke über die Lahn bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler.

Die Reparatur bezahlt zur Hälfte das Land. Sie kostet rund vier Millionen Euro.
"""
QUESTION = "Wer bezahlt die Reparatur?"
PAYING = "Die Reparatur bezahlt zur Hälfte das Land."
CANNOT = "Ich kann gerade nicht nachsehen. Bitte frag mich in ein paar Minuten noch einmal."
CANNOT_EN = "I cannot look it up just now. Please ask me again in a few minutes."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bruecke.md").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.fixture
def engines() -> SwitchedEngines:
    return SwitchedEngines(away=True)


@pytest.fixture
def bot(telegram: Telegram) -> BotAccount:
    account = telegram.new_bot("FarBot", name="Beleg")
    account.supports_inline_queries = account.supports_guest_queries = True
    return account


@pytest.fixture
def web(world: TelegramServer, bot: BotAccount, folder: Path, engines: SwitchedEngines) -> Iterator[httpx.Client]:
    """The bot, started while its engine is away."""
    port = free_port()
    settings = settings_for(world, bot, host="127.0.0.1", port=port)
    watcher = FolderWatcher(RetrieverSource(folder, engines=engines))
    with running(settings, watcher), httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        yield client
        engines.go.set()


@pytest.fixture
def dialogue(web: httpx.Client, telegram: Telegram, bot: BotAccount, anna: Person) -> Dialogue:  # noqa: ARG001 - runs
    dialogue = Dialogue.opened_by(anna, telegram, bot)
    assert "Die Brücke" in shown(dialogue.reply())  # its greeting needs no search
    return dialogue


def test_it_starts_says_so_and_goes_on_trying(
    dialogue: Dialogue, anna: Person, web: httpx.Client, engines: SwitchedEngines
) -> None:
    anna.says(dialogue.chat, QUESTION)
    assert shown(dialogue.reply()) == CANNOT
    wait_until(lambda: figures(web)["belegbot_queue_depth"] == 0)
    assert (web.get("/healthz").status_code, web.get("/readyz").status_code) == (200, 503)
    assert web.get("/readyz").text == f"not ready: {AWAY}\n"
    failed = 'belegbot_errors_total{kind="CandidatesUnavailable"}'
    wait_until(lambda: failed in figures(web))  # counted when all is written down, which is after it was answered
    now = figures(web)
    assert now[failed] == 1
    assert (now["belegbot_found_total"], now["belegbot_refused_total"]) == (0, 0)
    engines.away = False
    wait_until(lambda: web.get("/readyz").status_code == 200)
    anna.says(dialogue.chat, QUESTION)
    assert PAYING in dialogue.reply().text


def test_what_needs_no_search_goes_on(dialogue: Dialogue, anna: Person) -> None:
    anna.says(dialogue.chat, "/artikel")
    assert "Die Brücke" in shown(dialogue.reply())


def test_in_a_group_it_is_said_in_the_askers_language(
    dialogue: Dialogue, telegram: Telegram, bot: BotAccount, anna: Person, ben: Person
) -> None:
    assert dialogue
    group = telegram.new_group("Runde", [anna, ben, bot])
    talk = Dialogue(telegram, bot, group)
    telegram.wait_for(lambda: by_the_bot(group, bot))
    talk.forget()
    ben.says(group, f"/ask@{bot.username} Who pays for the repair of the bridge?")
    assert shown(talk.reply()) == CANNOT_EN
    anna.says(group, f"/frage@{bot.username} {QUESTION}")
    assert shown(talk.reply()) == CANNOT


def test_inline_it_is_said_on_the_button_and_not_remembered(
    dialogue: Dialogue, telegram: Telegram, bot: BotAccount, anna: Person
) -> None:
    assert dialogue
    for typed in ("reparatur bezahlt", ""):
        query = anna.queries(bot, typed)
        answered(telegram, query)
        assert (query.results, label_above(query)) == ((), "Ich kann gerade nicht nachsehen")
        assert query.answer is not None
        assert query.answer.cache_time == 0


def test_a_guest_says_it_too(
    dialogue: Dialogue, telegram: Telegram, bot: BotAccount, anna: Person, ben: Person
) -> None:
    assert dialogue
    elsewhere = telegram.new_group("Anderswo", [anna, ben])
    before = len(elsewhere.messages)
    anna.says(elsewhere, f"@{bot.username} {QUESTION}")
    answer = telegram.wait_for(lambda: elsewhere.messages[before + 1 :])[0]
    assert shown(answer) == CANNOT


def test_a_tapped_sample_and_an_edited_question(
    dialogue: Dialogue, anna: Person, telegram: Telegram, bot: BotAccount, engines: SwitchedEngines
) -> None:
    anna.taps(by_the_bot(dialogue.chat, bot)[-1], QUESTION)
    assert shown(dialogue.reply()) == CANNOT
    question = anna.says(dialogue.chat, "Wer bezahlt es?")
    answer = dialogue.reply()
    assert shown(answer) == CANNOT
    engines.away = False
    anna.edits(question, QUESTION)
    telegram.wait_for(lambda: PAYING in by_the_bot(dialogue.chat, bot)[-1].text)


def test_while_one_waits_for_it_another_is_answered(
    dialogue: Dialogue, anna: Person, ben: Person, telegram: Telegram, engines: SwitchedEngines
) -> None:
    bot = dialogue.account
    engines.away = False
    engines.go.clear()
    anna.says(dialogue.chat, QUESTION)
    assert engines.asked.wait(20)
    other = Dialogue.opened_by(ben, telegram, bot)
    assert "Die Brücke" in shown(other.reply())
    assert len(by_the_bot(dialogue.chat, bot)) == 1
    engines.go.set()
    assert PAYING in dialogue.reply().text


def test_what_changes_meanwhile_is_taken_up_later_and_each_is_told_once(
    dialogue: Dialogue,
    anna: Person,
    folder: Path,
    engines: SwitchedEngines,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "bot.articles")
    (folder / "faehre.md").write_text("---\ntitle: Die Fähre\n---\n\nDie Fähre fährt in Lindau.\n", "utf-8")
    dialogue.assert_answers(anna, [("Wo fährt die Fähre?", CANNOT)])
    engines.away = False
    wait_until(lambda: "faehre added" in caplog.text)
    assert "faehre" in engines.loaded
    anna.says(dialogue.chat, "Wo fährt die Fähre?")
    assert "Die Fähre fährt in Lindau." in dialogue.reply().text
    # That a question was answered is told when it is written down: before the reply is read, or after.
    told = [record.getMessage() for record in caplog.records if record.name.startswith("bot.articles")]
    assert told[-2:] == ["Questions can be looked up again.", f"Articles taken up from {folder}: 1 (faehre added)."]
    assert sum(AWAY in line for line in told) <= 1


def test_at_the_end_nothing_more_is_loaded(
    world: TelegramServer, bot: BotAccount, folder: Path, engines: SwitchedEngines
) -> None:
    with running(settings_for(world, bot), FolderWatcher(RetrieverSource(folder, engines=engines))):
        assert not engines.stopped
    assert engines.stopped


def test_nothing_ends_the_trying(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    engines = SwitchedEngines()
    engines.broken = True
    watcher = FolderWatcher(RetrieverSource(folder, engines=engines))

    def told() -> list[str]:
        own = [record for record in caplog.records if record.name == "bot.articles.finder_readiness"]
        return [record.getMessage() for record in own if record.levelno >= logging.WARNING]

    async def scene() -> None:
        watching = asyncio.create_task(watcher.watch(every=0.01))
        async with asyncio.timeout(20):
            while not told():  # noqa: ASYNC110 - the library tells nobody
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            engines.broken = False
            while watcher.out_of_reach:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.01)
        assert not watching.done()
        watching.cancel()

    asyncio.run(scene())
    assert told() == ["The engines could not be made ready; this is tried again."]
    assert watcher.library.retriever.answer(QUESTION).found
