"""getUpdates: what waits, what is confirmed, who may wait."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import httpx
import pytest

from bot.simulator import BotAccount, Group, ManualClock, Person, PrivateChat, Telegram
from tests.support.simulator.client import Api, Json


def poll(
    api: Api, pool: ThreadPoolExecutor, telegram: Telegram, account: BotAccount, **parameters: object
) -> Future[Json]:
    """A request that waits in another thread; returns once it does."""
    before = account.poll
    answer = pool.submit(
        lambda: httpx.post(f"{api.url}/bot{api.token}/getUpdates", json=parameters, trust_env=False).json()
    )
    telegram.wait_for(lambda: account.poll is not None and account.poll is not before)
    return answer


def texts(updates: list[Json]) -> list[str]:
    return [update["message"]["text"] for update in updates]


@pytest.fixture
def three(chat: PrivateChat, anna: Person) -> list[str]:
    """What waits for the bot: three messages."""
    anna.says(chat, "zwei")
    anna.says(chat, "drei")
    return ["/start", "zwei", "drei"]


def test_updates_stay_until_they_are_confirmed(api: Api, account: BotAccount, three: list[str]) -> None:
    first = api("getUpdates", limit=2)
    again = api("getUpdates", limit=2)
    rest = api("getUpdates", offset=first[-1]["update_id"] + 1)

    assert texts(first) == texts(again) == three[:2]
    assert texts(rest) == three[2:]
    assert account.pending_updates == 1
    assert api("getUpdates", offset=rest[-1]["update_id"] + 1) == []


def test_identifiers_count_up(api: Api, three: list[str]) -> None:
    identifiers = [update["update_id"] for update in api("getUpdates")]

    assert identifiers == list(range(identifiers[0], identifiers[0] + len(three)))


def test_a_negative_offset_forgets_what_is_before(api: Api, three: list[str]) -> None:
    assert texts(api("getUpdates", offset=-2)) == three[-2:]
    assert texts(api("getUpdates")) == three[-2:]
    assert texts(api("getUpdates", offset=-5)) == three[-2:]


def test_limits_out_of_bounds_are_moved_into_them(api: Api, three: list[str]) -> None:
    assert texts(api("getUpdates", limit=0)) == three[:1]
    assert texts(api("getUpdates", limit=1000, timeout=-1)) == three


@pytest.mark.usefixtures("three")
def test_fetched_is_not_yet_confirmed(api: Api, account: BotAccount) -> None:
    assert (account.pending_updates, account.unfetched_updates) == (3, 3)
    updates = api("getUpdates")
    assert (account.pending_updates, account.unfetched_updates) == (3, 0)
    api("getUpdates", offset=updates[-1]["update_id"] + 1)
    assert (account.pending_updates, account.unfetched_updates) == (0, 0)


def test_only_allowed_kinds_wait(api: Api, chat: PrivateChat, anna: Person) -> None:
    api("getUpdates", allowed_updates=["edited_message"])
    written = anna.says(chat, "Halo")
    anna.edits(written, "Hallo")

    updates = api("getUpdates")
    assert [kind for update in updates[1:] for kind in update] == ["update_id", "edited_message"]
    assert api("getWebhookInfo")["allowed_updates"] == ["edited_message"]
    api("getUpdates", allowed_updates=[])
    assert "allowed_updates" not in api("getWebhookInfo")


def test_updates_are_kept_for_a_day(api: Api, chat: PrivateChat, anna: Person, clock: ManualClock) -> None:
    clock.advance(24 * 3600)
    anna.says(chat, "heute")

    assert texts(api("getUpdates")) == ["heute"]


def test_who_waits_is_woken(api: Api, telegram: Telegram, account: BotAccount, anna: Person) -> None:
    with ThreadPoolExecutor() as pool:
        waiting = poll(api, pool, telegram, account, timeout=50)
        anna.opens(account)

        assert texts(waiting.result(timeout=5)["result"]) == ["/start"]


def test_waiting_ends_by_the_clock(api: Api, telegram: Telegram, account: BotAccount, clock: ManualClock) -> None:
    with ThreadPoolExecutor() as pool:
        waiting = poll(api, pool, telegram, account, timeout=30)
        clock.advance(29)
        assert not waiting.done()
        clock.advance(1)

        assert waiting.result(timeout=5) == {"ok": True, "result": []}


def test_a_second_poller_ends_the_first(api: Api, telegram: Telegram, account: BotAccount, anna: Person) -> None:
    with ThreadPoolExecutor() as pool:
        first = poll(api, pool, telegram, account, timeout=50)
        second = poll(api, pool, telegram, account, timeout=50)

        assert first.result(timeout=5) == {
            "ok": False,
            "error_code": 409,
            "description": "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        }
        anna.opens(account)
        assert second.result(timeout=5)["ok"]


def test_a_webhook_ends_polling(api: Api, telegram: Telegram, account: BotAccount) -> None:
    with ThreadPoolExecutor() as pool:
        waiting = poll(api, pool, telegram, account, timeout=50)
        api("setWebhook", url="http://127.0.0.1:9/")

        assert waiting.result(timeout=5)["description"] == "Conflict: terminated by setWebhook request"
    assert api.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    api("deleteWebhook")
    assert api("getUpdates") == []


def test_a_poller_that_has_hung_up_takes_nothing(
    api: Api, telegram: Telegram, account: BotAccount, anna: Person
) -> None:
    refusals = len(telegram.refusals)
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{api.url}/bot{api.token}/getUpdates", json={"timeout": 50}, timeout=0.05, trust_env=False)
    anna.opens(account)

    assert texts(api("getUpdates")) == ["/start"]
    assert len(telegram.refusals) == refusals


def test_many_actors_at_once(api: Api, account: BotAccount, group: Group, anna: Person, ben: Person) -> None:
    account.privacy = False
    api.updates()

    def talk(person: Person) -> None:
        for number in range(50):
            person.says(group, f"{person.user.first_name} {number}")

    threads = [threading.Thread(target=talk, args=(person,)) for person in (anna, ben)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    heard = texts(api("getUpdates"))
    assert heard == [message.text for message in group.messages[-100:]]
    assert [text for text in heard if text.startswith("Anna")] == [f"Anna {number}" for number in range(50)]
