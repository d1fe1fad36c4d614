"""Which messages of a group reach a bot."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, Person, Telegram
from tests.support.simulator.client import Api


def heard(api: Api) -> list[str]:
    """The texts of the new messages that have reached the bot."""
    return [update["message"]["text"] for update in api.updates() if "text" in update.get("message", {})]


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("Hallo", False),
        ("/frage@belegbot Was?", True),
        ("/frage@BelegBot Was?", True),
        ("/frage@other Was?", False),
        ("Sag /frage@belegbot", False),
        ("/frage Was?", False),
        ("@belegbot Was?", True),
        ("@belegbot2 Was?", False),
    ],
)
def test_in_privacy_mode(api: Api, group: Group, anna: Person, text: str, *, reaches: bool) -> None:
    anna.says(group, text)

    assert heard(api) == ([text] if reaches else [])


def test_mentions_may_not_reach_a_bot(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    account.mentions_reach_it = False
    anna.says(group, "@belegbot Was?")

    assert heard(api) == []


def test_a_mention_by_name(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    anna.says(group, "Du, Belegbot, was?", mentions={"Belegbot": account})

    assert heard(api) == ["Du, Belegbot, was?"]


def test_replies_to_the_bot_reach_it(api: Api, group: Group, anna: Person, ben: Person) -> None:
    api("sendMessage", chat_id=group.id, text="Das.")
    to_the_bot = anna.says(group, "Und das?", reply_to=group.messages[-1])
    ben.says(group, "Ja", reply_to=to_the_bot)

    assert heard(api) == ["Und das?"]


def test_bare_commands_go_to_the_bot_that_spoke_last(api: Api, telegram: Telegram, group: Group, anna: Person) -> None:
    other = telegram.new_bot("other")
    anna.adds(other, group)
    api("sendMessage", chat_id=group.id, text="Das.")
    anna.says(group, "/mine")
    Api(api.url, other.token, api.client)("sendMessage", chat_id=group.id, text="Nein, das.")
    anna.says(group, "/theirs")

    assert heard(api) == ["/mine"]


def test_service_messages_reach_it(api: Api, telegram: Telegram, group: Group, anna: Person) -> None:
    api.updates()
    carla = telegram.new_person("Carla")
    anna.adds(carla, group)
    carla.leaves(group)

    joined, left = (update["message"] for update in api.updates())
    assert joined["new_chat_members"][0]["first_name"] == "Carla"
    assert left["left_chat_member"]["first_name"] == "Carla"


@pytest.mark.parametrize("way", ["privacy off", "administrator"])
def test_everything_reaches_it(api: Api, account: BotAccount, group: Group, anna: Person, way: str) -> None:
    if way == "administrator":
        anna.promotes(account, group)
    else:
        account.privacy = False
    anna.says(group, "Hallo")

    assert heard(api) == ["Hallo"]
    assert api("getMe")["can_read_all_group_messages"] is (way == "privacy off")


def test_bots_never_hear_bots(api: Api, account: BotAccount, telegram: Telegram, group: Group, anna: Person) -> None:
    account.privacy = False
    other = telegram.new_bot("other")
    anna.adds(other, group)
    Api(api.url, other.token, api.client)("sendMessage", chat_id=group.id, text="/frage@belegbot Was?")

    assert heard(api) == []


def test_who_has_gone_hears_nothing(api: Api, account: BotAccount, group: Group, anna: Person) -> None:
    anna.removes(account, group)
    anna.says(group, "/frage@belegbot Was?")

    assert heard(api) == []
