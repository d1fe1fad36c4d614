"""A Telegram at a standing clock, served over HTTP, and for every test its own bot, people and chats in it.

One server serves all tests, since stopping one takes 0.2 s; what a test sees of it are its own accounts and chats.
"""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from bot.simulator import BotAccount, Group, ManualClock, Person, PrivateChat, Telegram, TelegramServer
from tests.support.simulator.client import Api


@pytest.fixture(scope="session")
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture(scope="session")
def telegram(clock: ManualClock) -> Telegram:
    return Telegram(clock)


@pytest.fixture
def account(telegram: Telegram) -> BotAccount:
    return telegram.new_bot("belegbot", name="Belegbot")


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    return telegram.new_person("Anna", username="anna", language_code="de")


@pytest.fixture
def ben(telegram: Telegram) -> Person:
    return telegram.new_person("Ben")


@pytest.fixture
def chat(anna: Person, account: BotAccount) -> PrivateChat:
    return anna.opens(account)


@pytest.fixture
def group(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    return telegram.new_group("Runde", [anna, ben, account])


@pytest.fixture
def forum(telegram: Telegram, anna: Person, ben: Person, account: BotAccount) -> Group:
    return telegram.new_group("Forum", [anna, ben, account], topics=("Politik", "Sport"))


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def server(telegram: Telegram) -> Iterator[TelegramServer]:
    with TelegramServer(telegram) as server:
        yield server


@pytest.fixture
def api(server: TelegramServer, account: BotAccount, http: httpx.Client) -> Api:
    return Api(server.url, account.token, http)
