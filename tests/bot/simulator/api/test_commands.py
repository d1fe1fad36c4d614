"""Command menus and the texts of the profile: what is refused, and what is kept apart."""

from __future__ import annotations

import pytest

from bot.simulator import Group
from tests.support.simulator.client import Api, Json

COMMANDS = [{"command": "frage", "description": "Stelle eine Frage"}]


def test_menus_of_scopes_and_languages_are_kept_apart(api: Api, group: Group) -> None:
    scope = {"type": "chat", "chat_id": group.id}
    api("setMyCommands", commands=COMMANDS, scope=scope, language_code="de")

    assert api("getMyCommands", scope=scope, language_code="de") == COMMANDS
    assert api("getMyCommands", scope=scope) == []
    assert api("getMyCommands", language_code="de") == []
    api("setMyCommands", commands=[], scope=scope, language_code="de")
    assert api("getMyCommands", scope=scope, language_code="de") == []


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ({"command": "Frage", "description": "a"}, "BOT_COMMAND_INVALID"),
        ({"command": "käse", "description": "a"}, "BOT_COMMAND_INVALID"),
        ({"command": "/", "description": "a"}, "command must be non-empty"),
        ({"command": "a" * 33, "description": "a"}, "command length must not exceed 32"),
        ({"command": "a", "description": " "}, "command description must be non-empty"),
        ({"command": "a", "description": "a" * 257}, "command description length must not exceed 256"),
        ({"command": "a"}, "can't parse BotCommand: Can't find field \"description\""),
    ],
)
def test_faulty_commands(api: Api, command: Json, sentence: str) -> None:
    assert api.refused("setMyCommands", commands=[command]) == f"Bad Request: {sentence}"


def test_too_many_commands(api: Api) -> None:
    assert api.refused("setMyCommands", commands=COMMANDS * 101) == "Bad Request: BOT_COMMANDS_TOO_MUCH"


@pytest.mark.parametrize("method", ["setMyCommands", "getMyCommands", "deleteMyCommands"])
@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        ({}, "can't parse BotCommandScope: Can't find field \"type\""),
        ({"type": "all"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat"}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"type": "chat", "chat_id": -1}, "chat not found"),
    ],
)
def test_faulty_scopes(api: Api, method: str, scope: Json, sentence: str) -> None:
    assert api.refused(method, scope=scope) == f"Bad Request: {sentence}"


def test_the_scope_of_one_member(api: Api, group: Group) -> None:
    scope = {"type": "chat_member", "chat_id": group.id}

    refusal = api.refused("getMyCommands", scope=scope)

    assert refusal == "Bad Request: can't parse BotCommandScope: Invalid user_id specified"
    assert api("getMyCommands", scope=scope | {"user_id": 5}) == []


@pytest.mark.parametrize("method", ["setMyCommands", "setMyDescription", "getMyName", "getMyShortDescription"])
@pytest.mark.parametrize("code", ["de-AT", "DE", "deutsch"])
def test_languages_that_are_none(api: Api, method: str, code: str) -> None:
    assert api.refused(method, language_code=code) == "Bad Request: invalid language code specified"


@pytest.mark.parametrize(
    ("method", "field", "longest"),
    [
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ],
)
def test_texts_of_the_profile(api: Api, method: str, field: str, longest: int) -> None:
    api(f"set{method}", **{field: "a" * longest})
    api(f"set{method}", **{field: "b"}, language_code="de")

    refusal = api.refused(f"set{method}", **{field: "a" * (longest + 1)})
    texts = [api(f"get{method}", language_code=code)[field] for code in ("de", "en", "")]
    api(f"set{method}", language_code="de")

    assert texts == ["b", "a" * longest, "a" * longest]
    assert api(f"get{method}", language_code="de")[field] == "a" * longest
    assert f"at most {longest} characters" in refusal
