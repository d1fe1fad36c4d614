"""The bot as a process of its own, with the encoder of this machine: what is meant is found, in whatever words."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from bot.simulator import BotAccount, Telegram, TelegramServer
from retrieval.encoder import why_not
from tests.support.bot.bot_process import environment, figures, process
from tests.support.bot.dialogues import Dialogue, by_the_bot
from tests.support.processes import free_port

_REASON = why_not()

pytestmark = [pytest.mark.slow, pytest.mark.skipif(_REASON is not None, reason=f"no encoder here: {_REASON}")]

RICHEST = "Das ist er, so das US-Wirtschaftsmagazin Forbes der reichste Mensch der Welt"


class Running(NamedTuple):
    """The bot's process, in the folder that it runs in, and what it shows of itself."""

    account: BotAccount
    folder: Path
    web: httpx.Client
    number: int


@pytest.fixture(scope="module")
def bot(world: TelegramServer, telegram: Telegram, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A bot with the shipped article. When it is told to stop, it ends well, and its encoder with it."""
    account = telegram.new_bot("MeaningBot", name="Beleg")
    folder = tmp_path_factory.mktemp("bot")
    port = str(free_port())
    env = environment(world, account, ENCODER="auto", PORT=port)
    web = httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False)
    with process([sys.executable, "-m", "bot"], env, folder) as running, web:
        chat = telegram.new_person("Somebody").opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account), timeout=120)  # the vectors of the article are made before
        yield Running(account, folder, web, running.pid)
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text("ascii").split()
        running.send_signal(signal.SIGTERM)
        _, log = running.communicate(timeout=30)
    assert running.returncode == 0, log
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ist das gefährlich für die USA?", "könnte auch ein Sicherheitsrisiko für die USA"),
        ("Who is the richest person in the world?", RICHEST),
        ("Кто самый богатый человек в мире?", RICHEST),
        ("Dünyanın en zengin insanı kim?", RICHEST),
    ],
)
def test_what_is_meant_is_found(telegram: Telegram, bot: Running, question: str, said: str) -> None:
    before = figures(bot.web)
    anna = telegram.new_person("Anna", language_code="de")
    dialogue = Dialogue.opened_by(anna, telegram, bot.account)
    dialogue.reply()
    anna.says(dialogue.chat, question)
    answer = dialogue.reply()
    assert said in answer.text
    assert "Am ehesten" not in answer.text
    dialogue.assert_silent(anna)
    now = figures(bot.web)
    assert now["belegbot_found_total"] == before["belegbot_found_total"] + 1
    assert now["belegbot_words_alone"] == 0


def test_what_the_article_does_not_tell_is_refused(telegram: Telegram, bot: Running) -> None:
    anna = telegram.new_person("Anna", language_code="de")
    dialogue = Dialogue.opened_by(anna, telegram, bot.account)
    dialogue.reply()
    for question in ("Welche Farbe haben Elefanten?", "Wie backt man Brot?"):
        anna.says(dialogue.chat, question)
        assert dialogue.reply().text.startswith("Das beantwortet der Artikel nicht.")


def test_vectors_are_kept_beside_the_store(bot: Running) -> None:
    assert {path.name for path in bot.folder.iterdir()} >= {"belegbot.sqlite3", "belegbot.index"}
    assert (bot.folder / "belegbot.index" / "vectors.sqlite3").stat().st_size > 0
