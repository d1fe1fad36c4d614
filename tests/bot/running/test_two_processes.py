"""Two processes behind one address, with one store."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.config.settings import Settings
from bot.running.webhook import PATH
from bot.simulator import BotAccount, Person, Telegram, TelegramServer
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import by_the_bot
from tests.support.bot.running_bot import SECRET, running, webhook_settings
from tests.support.databases import database

QUESTION = "Wer bezahlt die Reparatur?"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


@pytest.fixture
def account(server: TelegramServer) -> BotAccount:
    return server.telegram.new_bot("TwinBot")


@pytest.fixture
def anna(server: TelegramServer) -> Person:
    return server.telegram.new_person("Anna", language_code="de")


def told(server: TelegramServer, account: BotAccount, store: str) -> Settings:
    return webhook_settings(server, account, database_url=store)


def test_what_is_posted_to_both_is_answered_once_and_in_order(
    server: TelegramServer, account: BotAccount, anna: Person, store: str
) -> None:
    telegram = server.telegram
    one, other = told(server, account, store), told(server, account, store)
    with running(one, [BRIDGE]), running(other, [BRIDGE]):
        chat = anna.opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account))
        said = anna.says(chat, QUESTION)
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 2)
        message = {
            "message_id": said.id,
            "date": 1_700_000_000,
            "chat": {"id": chat.id, "type": "private"},
            "from": {"id": anna.user.id, "is_bot": False, "first_name": "Anna", "language_code": "de"},
            "text": "Ich hätte da noch eine Frage: Wer bezahlt die Reparatur?",
        }

        def post(settings: Settings) -> None:
            for number in range(900_000, 900_010):
                sent = httpx.post(
                    f"{settings.webhook_url}{PATH}",
                    json={"update_id": number, "message": message},
                    headers=HEADERS,
                    trust_env=False,
                )
                assert sent.status_code == 200

        threads = [threading.Thread(target=post, args=(settings,)) for settings in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 12, timeout=10)
    assert len(by_the_bot(chat, account)) == 12


def test_one_process_finishes_what_another_left(
    server: TelegramServer, account: BotAccount, anna: Person, store: str
) -> None:
    telegram = server.telegram
    first, second = told(server, account, store), told(server, account, store)
    with running(first, [BRIDGE]):
        chat = anna.opens(account)
        telegram.wait_for(lambda: by_the_bot(chat, account))
        asked = anna.says(chat, QUESTION)
        telegram.wait_for(lambda: len(by_the_bot(chat, account)) == 2)
    with running(second, [BRIDGE]):
        # The edit reaches another process than the question did; it finds the answer all the same.
        anna.edits(asked, "Welche Farbe haben Elefanten?")
        telegram.wait_for(lambda: by_the_bot(chat, account)[-1].text.startswith("Das beantwortet"))
    assert len(by_the_bot(chat, account)) == 2
