"""Flood control: how much a bot may send, and what it is told when that is too much."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import pytest
import telegram as ptb
from telegram.error import RetryAfter

from bot.simulator import BotAccount, FloodLimits, Group, Limit, ManualClock, Person, Telegram, TelegramServer
from tests.support.simulator.client import Api
from tests.support.simulator.results import KEYBOARD, article


@pytest.fixture(scope="module")
def telegram(clock: ManualClock) -> Telegram:
    return Telegram(clock, flood_control=True)


@pytest.fixture(scope="module")
def server(telegram: Telegram) -> Iterator[TelegramServer]:
    with TelegramServer(telegram) as server:
        yield server


def wait_of(api: Api, chat_id: int, method: str = "sendMessage", **parameters: object) -> int:
    """For how many seconds the bot is told to wait; 0 when the message went through."""
    answer = api.answer(method, chat_id=chat_id, **{"text": "Hallo", **parameters})
    if answer["ok"]:
        return 0
    seconds: int = answer["parameters"]["retry_after"]
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }
    return seconds


def test_one_a_second_in_a_chat(api: Api, telegram: Telegram, account: BotAccount, clock: ManualClock) -> None:
    chat = telegram.new_person("Anna").opens(account)

    assert [wait_of(api, chat.id) for _ in range(4)] == [0, 0, 0, 3]
    clock.advance(2.5)
    assert wait_of(api, chat.id) == 1
    for _ in range(5):
        clock.advance(1)
        assert wait_of(api, chat.id) == 0
    assert len(chat.messages) == 9


def test_edits_count(api: Api, telegram: Telegram, account: BotAccount) -> None:
    chat = telegram.new_person("Anna").opens(account)
    sent = api("sendMessage", chat_id=chat.id, text="Hallo")

    assert wait_of(api, chat.id, "editMessageText", message_id=sent["message_id"], text="Welt") == 0
    assert wait_of(api, chat.id) == 0
    assert wait_of(api, chat.id, "editMessageText", message_id=sent["message_id"], text="Hallo") == 3
    assert api("sendChatAction", chat_id=chat.id, action="typing")
    assert api("deleteMessage", chat_id=chat.id, message_id=sent["message_id"])


def test_twenty_a_minute_in_a_group(api: Api, group: Group, clock: ManualClock) -> None:
    for _ in range(20):
        assert wait_of(api, group.id) == 0
        clock.advance(1)

    assert wait_of(api, group.id) == 40
    clock.advance(40)
    assert wait_of(api, group.id) == 0


def test_thirty_a_second_in_all(api: Api, telegram: Telegram, account: BotAccount, clock: ManualClock) -> None:
    chats = [telegram.new_person("Anna").opens(account) for _ in range(31)]
    other = telegram.new_bot("other")
    clock.advance(1)

    assert [wait_of(api, chat.id) for chat in chats] == [0] * 30 + [1]
    chat = telegram.new_person("Ben").opens(other)
    assert wait_of(Api(api.url, other.token, api.client), chat.id) == 0
    clock.advance(1)
    assert wait_of(api, chats[-1].id) == 0


def test_what_is_sent_without_a_chat_counts_in_all(
    api: Api, telegram: Telegram, account: BotAccount, anna: Person
) -> None:
    account.supports_guest_queries = True
    group = telegram.new_group("Runde", [anna])
    anna.says(group, "@belegbot wer zahlt?")
    result = article(reply_markup=KEYBOARD)
    query = api.updates()[0]["guest_message"]["guest_query_id"]
    sent = api("answerGuestQuery", guest_query_id=query, result=result)
    for number in range(29):
        api("editMessageText", inline_message_id=sent["inline_message_id"], text=f"Zitat {number}")

    refusal = api.refused("editMessageText", inline_message_id=sent["inline_message_id"], text="Zitat")
    assert refusal == "Too Many Requests: retry after 1"


def test_what_is_refused_does_not_count(api: Api, telegram: Telegram, account: BotAccount) -> None:
    chat = telegram.new_person("Anna").opens(account)
    for _ in range(5):
        api.refused("sendMessage", chat_id=chat.id, text="")

    assert wait_of(api, chat.id) == 0


def test_other_limits(http: httpx.Client, clock: ManualClock) -> None:
    telegram = Telegram(clock, flood_control=FloodLimits(chat=Limit(1, 1.0)))
    account = telegram.new_bot("strict")
    chat = telegram.new_person("Anna").opens(account)
    with TelegramServer(telegram) as server:
        api = Api(server.url, account.token, http)
        assert [wait_of(api, chat.id), wait_of(api, chat.id)] == [0, 1]


def test_python_telegram_bot_is_told(
    server: TelegramServer, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns, and warnings are errors
    account = telegram.new_bot("hasty")
    chat = telegram.new_person("Anna").opens(account)

    async def hurry() -> None:
        async with ptb.Bot(account.token, base_url=f"{server.url}/bot") as bot:
            for _ in range(4):
                await bot.send_message(chat.id, "Hallo")

    with pytest.raises(RetryAfter, match="Retry in 0:00:03"):
        asyncio.run(hurry())
