"""getChat, getChatMember and leaveChat."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, Person, PrivateChat
from tests.support.simulator.client import Api


def test_what_is_known_of_a_private_chat(api: Api, chat: PrivateChat) -> None:
    known = api("getChat", chat_id=chat.id)

    assert (known["type"], known["first_name"], known["max_reaction_count"]) == ("private", "Anna", 11)


def test_both_are_members_of_a_private_chat(api: Api, chat: PrivateChat, anna: Person, ben: Person) -> None:
    assert api("getChatMember", chat_id=chat.id, user_id=anna.user.id)["status"] == "member"
    assert api.refused("getChatMember", chat_id=chat.id, user_id=ben.user.id) == "Bad Request: PARTICIPANT_ID_INVALID"


@pytest.mark.parametrize(
    ("user", "sentence"),
    [
        ({"user_id": 7}, "PARTICIPANT_ID_INVALID"),
        ({"user_id": 0}, "invalid user_id specified"),
        ({}, "invalid user_id specified"),
    ],
)
def test_members_that_are_none(api: Api, group: Group, user: dict[str, object], sentence: str) -> None:
    assert api.refused("getChatMember", chat_id=group.id, **user) == f"Bad Request: {sentence}"


@pytest.mark.parametrize("method", ["getChat", "leaveChat", "getChatMember"])
def test_chats_that_are_not_there(api: Api, method: str) -> None:
    user = {"user_id": 7} if method == "getChatMember" else {}

    assert api.refused(method, chat_id=-5, **user) == "Bad Request: chat not found"
    assert api.refused(method, **user) == "Bad Request: chat_id is empty"


def test_leaving_a_group(api: Api, group: Group, account: BotAccount) -> None:
    api.updates()
    assert api("leaveChat", chat_id=group.id) is True

    [update] = api.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert not group.member(account.user).is_present


def test_a_private_chat_is_not_left(api: Api, chat: PrivateChat) -> None:
    refusal = api.refused("leaveChat", chat_id=chat.id)

    assert refusal == "Bad Request: can't leave private chats"
