"""Whatever goes wrong with Telegram: the bot hears on, and each question gets one answer."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.calls import OFFICIAL
from bot.simulator import (
    BotAccount,
    Fault,
    FaultKind,
    FloodLimits,
    Limit,
    Person,
    PrivateChat,
    Telegram,
    TelegramServer,
)
from tests.support.bot.articles import BRIDGE
from tests.support.bot.dialogues import Dialogue, by_the_bot, changed, shown
from tests.support.bot.running_bot import running, settings_for, webhook_settings

QUESTION = "Wer bezahlt die Reparatur?"


@pytest.fixture(scope="module")
def server() -> Iterator[TelegramServer]:
    with TelegramServer(Telegram()) as server:
        yield server


@pytest.fixture
def telegram(server: TelegramServer) -> Iterator[Telegram]:
    yield server.telegram
    server.telegram.faults.clear()


@pytest.fixture(scope="module")
def steady_polling_bot(server: TelegramServer) -> Iterator[BotAccount]:
    account = server.telegram.new_bot("SteadyBot")
    with running(settings_for(server, account), [BRIDGE], first_wait=0.05):
        yield account


@pytest.fixture(scope="module")
def steady_webhook_bot(server: TelegramServer) -> Iterator[BotAccount]:
    account = server.telegram.new_bot("SteadyHookBot")
    with running(webhook_settings(server, account), [BRIDGE], first_wait=0.05):
        yield account


@pytest.fixture(params=["polling", "webhook"])
def account(request: pytest.FixtureRequest) -> BotAccount:
    """A running bot, which has to bear the faults of all these tests."""
    bot: BotAccount = request.getfixturevalue(f"steady_{request.param}_bot")
    return bot


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    return telegram.new_person("Anna", language_code="de")


@pytest.fixture
def private(telegram: Telegram, anna: Person, account: BotAccount) -> PrivateChat:
    chat = anna.opens(account)
    telegram.wait_for(lambda: by_the_bot(chat, account))
    return chat


RECOVERED = [
    Fault(kind=FaultKind.STATUS, status=500, method="sendMessage"),
    Fault(kind=FaultKind.HTML, method="sendMessage"),
    Fault(kind=FaultKind.RESET, method="sendMessage"),
    Fault(kind=FaultKind.STATUS, status=429, retry_after=1, method="sendMessage"),
    Fault(kind=FaultKind.LATE, seconds=0.3, method="sendMessage"),
]
DELIVERED = [
    Fault(kind=FaultKind.TORN, method="sendMessage", after_effect=True),
    Fault(kind=FaultKind.GARBAGE, method="sendMessage", after_effect=True),
    Fault(kind=FaultKind.LATE, seconds=0.3, method="sendMessage", after_effect=True),
]


@pytest.mark.parametrize("fault", RECOVERED + DELIVERED, ids=lambda fault: f"{fault.kind}-{fault.after_effect}")
def test_each_question_is_answered_once_when_sending_fails(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, fault: Fault
) -> None:
    dialogue = Dialogue(telegram, account, private)
    telegram.faults.add(fault)
    asked = anna.says(private, QUESTION)
    reply = dialogue.reply()
    assert reply.text.startswith("Die Reparatur bezahlt zur Hälfte das Land.")
    assert reply.reply_to_id in (None, asked.id)
    dialogue.assert_silent(anna)


@pytest.mark.parametrize(
    "fault",
    [
        *(Fault(kind=FaultKind.STATUS, status=status, method="getUpdates", times=2) for status in (401, 404, 409, 500)),
        *(Fault(kind=kind, method="getUpdates") for kind in (FaultKind.HTML, FaultKind.RESET)),
        *(Fault(kind=kind, method="getUpdates", after_effect=True) for kind in (FaultKind.TORN, FaultKind.GARBAGE)),
        Fault(kind=FaultKind.STATUS, status=429, retry_after=1, method="getUpdates"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.status}",
)
@pytest.mark.parametrize("account", ["polling"], indirect=True)
def test_it_hears_on_when_fetching_updates_fails(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, fault: Fault
) -> None:
    dialogue = Dialogue(telegram, account, private)
    telegram.faults.add(fault)
    for _ in range(2):
        anna.says(private, QUESTION)
        dialogue.reply()
    dialogue.assert_silent(anna)
    assert telegram.faults.planned == ()


@pytest.mark.parametrize("account", ["polling"], indirect=True)
def test_the_log_names_a_second_poller(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.add(Fault(kind=FaultKind.STATUS, status=409, method="getUpdates"))
    dialogue = Dialogue(telegram, account, private)
    with caplog.at_level(logging.WARNING, "bot"):
        for _ in range(2):
            anna.says(private, QUESTION)
            dialogue.reply()
    told = [record.getMessage() for record in caplog.records]
    assert any("Another process takes this bot's updates (409 Conflict)" in line for line in told)


MALFORMED: list[dict[str, Any]] = [
    {"message": {"message_id": 1}},
    {"message": "nonsense"},
    {"message": {"message_id": "x", "date": -1, "chat": {"id": None, "type": 3}, "text": ["Hallo"]}},
    {"callback_query": {"id": 3}},
    {"inline_query": {"id": "1", "from": {"id": 5, "is_bot": False, "first_name": "Ida"}, "query": {}, "offset": ""}},
    {"something_new": {"a": 1}},
    {},
]


@pytest.mark.parametrize("raw", MALFORMED, ids=str)
def test_a_malformed_update_holds_nothing_back(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, raw: dict[str, Any]
) -> None:
    dialogue = Dialogue(telegram, account, private)
    with telegram.lock:
        telegram.faults.malform(account, raw, private)
        anna.says(private, QUESTION)
        telegram.faults.malform(account, raw, private)
    dialogue.reply()
    telegram.wait_for(lambda: account.pending_updates == 0)
    dialogue.assert_silent(anna)


def test_the_answer_follows_a_group_that_migrates(telegram: Telegram, account: BotAccount, anna: Person) -> None:
    group = telegram.new_group("Klein", [anna, account], is_supergroup=False)
    telegram.wait_for(lambda: by_the_bot(group, account))
    # The first attempt fails, so that the group has become another one when the second is made.
    late = Fault(kind=FaultKind.LATE, seconds=0.3, method="sendMessage", bot=account)
    telegram.faults.add(late)
    anna.says(group, f"/frage@{account.username} {QUESTION}")
    telegram.wait_for(lambda: late not in telegram.faults.planned)
    supergroup = anna.upgrades(group)
    telegram.wait_for(lambda: by_the_bot(supergroup, account))
    Dialogue(telegram, account, supergroup).assert_silent(anna)
    assert len(by_the_bot(group, account)) == 1


def test_who_turns_it_away_does_not_stop_it(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person
) -> None:
    group = telegram.new_group("Runde", [anna, account])
    telegram.wait_for(lambda: by_the_bot(group, account))
    telegram.faults.add(Fault(kind=FaultKind.STATUS, status=500, method="sendMessage"))
    with telegram.lock:
        anna.says(group, f"/frage@{account.username} {QUESTION}")
        anna.removes(account, group)
    dialogue = Dialogue(telegram, account, private)
    anna.says(private, QUESTION)
    dialogue.reply()
    dialogue.assert_silent(anna)
    assert len(by_the_bot(group, account)) == 1


TAP_FAULTS = [
    Fault(kind=FaultKind.STATUS, status=429, retry_after=30, method="answerCallbackQuery"),
    Fault(kind=FaultKind.STATUS, status=403, description="Forbidden: x", method="answerCallbackQuery"),
    Fault(kind=FaultKind.STATUS, status=400, description="Bad Request: QUERY_ID_INVALID", method="answerCallbackQuery"),
]


@pytest.mark.parametrize("fault", TAP_FAULTS, ids=lambda fault: str(fault.status))
@pytest.mark.parametrize("account", ["polling"], indirect=True)
def test_a_tap_that_cannot_be_confirmed_does_what_it_promises(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, fault: Fault
) -> None:
    """As after many taps, when Telegram wants pauses (python-telegram-bot/python-telegram-bot#939)."""
    dialogue = Dialogue(telegram, account, private)
    anna.says(private, QUESTION)
    answer = dialogue.reply()
    telegram.faults.add(fault)
    anna.taps(answer, "Kontext")
    assert len(shown(changed(telegram, answer))) > len(shown(answer)), "more of the article stands there now"


MAY_NOT_WRITE = (
    "not enough rights to send text messages to the chat",
    "have no rights to send a message",
    "need administrator rights in the channel chat",
    "chat not found",
    "CHAT_WRITE_FORBIDDEN",
    "CHAT_RESTRICTED",
    "CHAT_SEND_PLAIN_FORBIDDEN",
    "PEER_ID_INVALID",
    "TOPIC_CLOSED",
)


@pytest.mark.parametrize("account", ["polling"], indirect=True)
def test_a_chat_that_does_not_let_it_write_is_no_fault_of_its_own(
    telegram: Telegram, account: BotAccount, private: PrivateChat, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """In whichever of its words Telegram says so (TediCross/TediCross#200, tdlib/telegram-bot-api#863)."""
    dialogue = Dialogue(telegram, account, private)
    with caplog.at_level(logging.INFO, "bot"):
        for words in MAY_NOT_WRITE:
            refusal = Fault(
                kind=FaultKind.STATUS, status=400, description=f"Bad Request: {words}", method="sendMessage"
            )
            telegram.faults.add(refusal)
            anna.says(private, QUESTION)
        dialogue.assert_silent(anna)
    told = [record for record in caplog.records if "does not let the bot write" in record.getMessage()]
    assert len(told) == len(MAY_NOT_WRITE)
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == []


@pytest.mark.parametrize("refusal", ["message thread not found", "message to be replied not found"])
@pytest.mark.parametrize("account", ["polling"], indirect=True)
def test_a_topic_or_question_that_telegram_does_not_find_costs_no_answer(
    telegram: Telegram, account: BotAccount, anna: Person, refusal: str
) -> None:
    """Old topics of a large group have their number, and are not found by it (tdlib/telegram-bot-api#693)."""
    forum = telegram.new_group("Forum", [anna, account], topics=["Politik"])
    telegram.wait_for(lambda: by_the_bot(forum, account))
    dialogue = Dialogue(telegram, account, forum)
    fault = Fault(kind=FaultKind.STATUS, status=400, description=f"Bad Request: {refusal}", method="sendMessage")
    telegram.faults.add(fault)
    asked = anna.says(forum, f"/frage@{account.username} {QUESTION}", topic="Politik")
    answer = dialogue.reply()
    assert answer.topic == asked.topic
    assert answer.reply_to_id == (asked.id if "thread" in refusal else None)


@pytest.mark.parametrize("account", ["polling"], indirect=True)
def test_five_percent_of_everything_failing_loses_nothing(telegram: Telegram, account: BotAccount) -> None:
    for kind in (FaultKind.HTML, FaultKind.RESET):
        telegram.faults.add(Fault(kind=kind, times=None, share=0.05))
    people = [telegram.new_person(f"Person {number}") for number in range(40)]
    with telegram.lock:
        chats = [person.opens(account) for person in people]
    telegram.wait_for(lambda: all(by_the_bot(chat, account) for chat in chats), timeout=30)
    telegram.faults.clear()
    for person, chat in zip(people[:3], chats, strict=False):
        Dialogue(telegram, account, chat).assert_silent(person)
    assert [len(by_the_bot(chat, account)) for chat in chats[3:]] == [1] * 37


def test_a_flooded_group_holds_no_private_question_and_nothing_is_refused() -> None:
    strict = FloodLimits(chat=Limit(1, 1.0), group=Limit(20, 60.0), all=Limit(30, 1.0))
    with TelegramServer(Telegram(flood_control=strict)) as server:
        telegram = server.telegram
        account = telegram.new_bot("CalmBot")
        anna, ben = telegram.new_person("Anna"), telegram.new_person("Ben")
        with running(settings_for(server, account), [BRIDGE], OFFICIAL, first_wait=0.05):
            group = telegram.new_group("Runde", [anna, account])
            telegram.wait_for(lambda: by_the_bot(group, account))
            with telegram.lock:
                for _ in range(30):
                    anna.says(group, f"/frage@{account.username} {QUESTION}")
            telegram.wait_for(lambda: len(by_the_bot(group, account)) > 1)
            chat = ben.opens(account)
            telegram.wait_for(lambda: by_the_bot(chat, account), timeout=3)
            telegram.wait_for(lambda: len(by_the_bot(group, account)) > 3)
            assert [request.error for request in telegram.refusals] == []
