"""Faults of the way that updates take: pollers refused, updates that come twice, updates that are none."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from bot.simulator import BotAccount, Fault, FaultKind, Faults, ImpossibleAction, Person, PrivateChat, Telegram
from tests.support.simulator.client import Api


@pytest.fixture
def faults(telegram: Telegram) -> Iterator[Faults]:
    yield telegram.faults
    telegram.faults.clear()


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (401, "Unauthorized"),
        (404, "Not Found"),
        (409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"),
    ],
)
def test_refused_pollers(api: Api, faults: Faults, chat: PrivateChat, status: int, description: str) -> None:
    faults.add(Fault(method="getUpdates", kind=FaultKind.STATUS, status=status))

    assert api.answer("getUpdates") == {"ok": False, "error_code": status, "description": description}
    assert api.updates()[0]["message"]["chat"]["id"] == chat.id


def test_confirming_may_have_worked(api: Api, account: BotAccount, faults: Faults, chat: PrivateChat) -> None:
    [update] = api("getUpdates")
    confirm = {"offset": update["update_id"] + 1}
    for after_effect, pending in ((False, 1), (True, 0)):
        faults.add(Fault(method="getUpdates", kind=FaultKind.RESET, after_effect=after_effect))
        with pytest.raises(httpx.ReadError):
            api("getUpdates", **confirm)
        assert account.pending_updates == pending
    assert chat.messages


def test_an_update_comes_again(anna: Person, api: Api, faults: Faults, account: BotAccount, chat: PrivateChat) -> None:
    [update] = api.updates()
    assert faults.repeat(account) == update["update_id"]
    anna.says(chat, "zwei")

    again, second = api("getUpdates", offset=update["update_id"] + 1)
    assert again == update
    assert second["message"]["text"] == "zwei"
    assert api("getUpdates", offset=update["update_id"] + 1) == [second]
    assert faults.repeat(account, update["update_id"]) == update["update_id"]
    with pytest.raises(ImpossibleAction, match="has had no such update"):
        faults.repeat(account, 1)


def test_a_malformed_update(anna: Person, api: Api, faults: Faults, account: BotAccount, chat: PrivateChat) -> None:
    api.updates()
    number = faults.malform(account, {"message": {"message_id": "eins"}}, chat)
    faults.malform(account, {"update_id": "zwei"})
    anna.says(chat, "drei")

    first, second, third = api.updates()
    assert first == {"update_id": number, "message": {"message_id": "eins"}}
    assert second == {"update_id": "zwei"}
    assert third["update_id"] == number + 2


def test_a_repeated_update_can_be_dropped(api: Api, faults: Faults, account: BotAccount, chat: PrivateChat) -> None:
    faults.repeat(account)
    assert account.pending_updates == 2
    api("deleteWebhook", drop_pending_updates=True)

    assert account.pending_updates == 0
    assert chat.messages
