"""Missing, mistyped, unknown and unmodelled parameters, the same for all methods."""

from __future__ import annotations

import json

import httpx
import pytest

from bot.simulator import PrivateChat
from bot.simulator.api.methods import METHODS
from tests.support.simulator.client import Api


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"limit": "12abc"}, 'Bad Request: this simulator takes only an Integer here, not "12abc"'),
        ({"timeout": 1.5}, 'Bad Request: this simulator takes only an Integer here, not "1.5"'),
        ({"allowed_updates": "message"}, "Bad Request: can't parse JSON object: message"),
        ({"allowed_updates": {"message": True}}, "Bad Request: expected an Array of String"),
        ({"allowed_updates": [1]}, "Bad Request: expected an Array of String"),
        ({"allowed_updates": ["mesage"]}, 'Bad Request: this simulator knows no kind of update "mesage"'),
        ({"ofset": 1}, 'Bad Request: this simulator knows no parameter "ofset" of getUpdates'),
    ],
)
def test_what_get_updates_does_not_take(api: Api, parameters: dict[str, object], sentence: str) -> None:
    assert api.refused("getUpdates", **parameters) == sentence


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"protect_content": "perhaps"}, 'Bad Request: this simulator takes only a Boolean here, not "perhaps"'),
        (
            {"parse_mode": "HTML"},
            'Bad Request: this simulator does not model the parameter "parse_mode" of sendMessage',
        ),
        ({"link_preview_options": []}, 'Bad Request: field "link_preview_options" must be of type Object'),
        ({"link_preview_options": {"is_disabled": 1}}, 'Bad Request: field "is_disabled" must be of type Boolean'),
        ({"entities": "[{"}, "Bad Request: can't parse JSON object: [{"),
        ({"entities": {}}, 'Bad Request: can\'t parse MessageEntity: Field "entities" must be of type Array'),
        ({"entities": [1]}, 'Bad Request: can\'t parse MessageEntity: Field "entities" must be of type Object'),
    ],
)
def test_what_send_message_does_not_take(
    api: Api, chat: PrivateChat, parameters: dict[str, object], sentence: str
) -> None:
    assert api.refused("sendMessage", chat_id=chat.id, text="Hallo", **parameters) == sentence


@pytest.mark.parametrize(
    "content",
    [
        {"text": "\ud83c"},
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "\ud83c", "callback_data": "a"}]]}},
    ],
)
def test_half_a_character(api: Api, http: httpx.Client, content: dict[str, object]) -> None:
    # Written as an escape, which is how it comes through JSON.
    body = json.dumps({"chat_id": 1, **content})

    answer = http.post(
        f"{api.url}/bot{api.token}/sendMessage", content=body, headers={"content-type": "application/json"}
    )

    assert answer.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


@pytest.mark.parametrize("written", ["True", "true", "1", "yes"])
def test_ways_to_write_true(api: Api, chat: PrivateChat, written: str) -> None:
    sent = api("sendMessage", chat_id=chat.id, text="Hallo", protect_content=written)

    assert sent["has_protected_content"] is True


def test_an_empty_parameter_is_an_absent_one(api: Api, chat: PrivateChat) -> None:
    assert api("sendMessage", chat_id=chat.id, text="Hallo", entities="", message_thread_id="", parse_mode="")


@pytest.mark.parametrize("name", sorted(METHODS))
def test_no_parameter_is_both_modelled_and_not(name: str) -> None:
    parameters = METHODS[name].parameters

    assert not parameters.unmodelled & set(parameters.model_fields)
