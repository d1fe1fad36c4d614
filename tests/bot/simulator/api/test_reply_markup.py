"""Inline keyboards that Telegram takes, and those that it does not."""

from __future__ import annotations

import pytest

from bot.simulator import PrivateChat
from tests.support.simulator.client import Api, Json

PARSE = "Bad Request: can't parse inline keyboard button: "


def test_a_keyboard_arrives_as_it_was_sent(api: Api, chat: PrivateChat) -> None:
    rows: list[list[Json]] = [
        [{"text": "A", "callback_data": "ä" * 32}, {"text": "B", "url": "https://example.org/a", "style": "primary"}],
        [{"text": "C", "copy_text": {"text": "c"}}, {"text": "D", "switch_inline_query_current_chat": ""}],
    ]

    sent = api("sendMessage", chat_id=chat.id, text="Hallo", reply_markup={"inline_keyboard": rows})

    assert sent["reply_markup"] == {"inline_keyboard": rows}
    assert [button.text for button in chat.messages[-1].buttons] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("markup", [{}, {"inline_keyboard": []}, {"inline_keyboard": [[]]}])
def test_a_keyboard_without_buttons_is_none(api: Api, chat: PrivateChat, markup: Json) -> None:
    assert "reply_markup" not in api("sendMessage", chat_id=chat.id, text="Hallo", reply_markup=markup)


@pytest.mark.parametrize(
    ("button", "sentence"),
    [
        ({"text": "A", "callback_data": "ä" * 32 + "b"}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "A"}, PARSE + "Text buttons are unallowed in the inline keyboard"),
        ({"text": "A", "callback_data": ""}, PARSE + "Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "a"}, PARSE + 'Can\'t find field "text"'),
        ({"text": 1, "callback_data": "a"}, PARSE + 'Field "text" must be of type String'),
        ({"text": "", "callback_data": "a"}, "Bad Request: inline keyboard button text must be non-empty"),
        ({"text": "A", "copy_text": {"text": "c" * 257}}, "Bad Request: BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "A", "url": "http://localhost"},
            "Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "A", "url": "https://example.org", "callback_data": "a"},
            "Bad Request: this simulator takes one action a button, not url and callback_data",
        ),
        ({"text": "A", "pay": True}, PARSE + 'this simulator knows no field "pay" here'),
    ],
)
def test_faulty_buttons(api: Api, chat: PrivateChat, button: Json, sentence: str) -> None:
    markup = {"inline_keyboard": [[button]]}

    assert api.refused("sendMessage", chat_id=chat.id, text="Hallo", reply_markup=markup) == sentence


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        ([], "object expected as reply markup"),
        (
            {"inline_keyboard": [{"text": "A"}]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"force_reply": True}, "this simulator models no reply markup but the inline keyboard"),
        ({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]] * 101}, "reply markup is too long"),
    ],
)
def test_faulty_keyboards(api: Api, chat: PrivateChat, markup: object, sentence: str) -> None:
    refusal = api.refused("sendMessage", chat_id=chat.id, text="Hallo", reply_markup=markup)

    assert refusal == f"Bad Request: {sentence}"
