"""Taps on buttons, and answering them: once, and in time."""

from __future__ import annotations

import pytest

from bot.simulator import ImpossibleAction, ManualClock, Person, PrivateChat, Telegram, limits
from bot.simulator.world.queries import CallbackAnswer, CallbackQuery
from tests.support.simulator.client import Api

TOO_LATE = "Bad Request: query is too old and response timeout expired or query ID is invalid"
ROW = [{"text": "Kontext", "callback_data": "more"}, {"text": "Artikel", "url": "https://example.org/"}]


@pytest.fixture
def tap(api: Api, chat: PrivateChat, anna: Person) -> CallbackQuery:
    api("sendMessage", chat_id=chat.id, text="Hallo", reply_markup={"inline_keyboard": [ROW]})
    api.updates()
    return anna.taps(chat.messages[-1], "Kontext")


def test_a_tap_reaches_the_bot(api: Api, tap: CallbackQuery, anna: Person) -> None:
    [update] = api.updates()
    query = update["callback_query"]

    assert (query["id"], query["data"], query["from"]["id"]) == (tap.id, "more", anna.user.id)
    assert query["message"]["reply_markup"] == {"inline_keyboard": [ROW]}


def test_an_answer_is_seen_and_given_once(api: Api, tap: CallbackQuery, clock: ManualClock) -> None:
    answer = {"callback_query_id": tap.id, "text": "ä" * 200, "show_alert": True, "cache_time": 5}

    assert tap.answer is None
    assert api("answerCallbackQuery", **answer) is True
    assert tap.answer == CallbackAnswer("ä" * 200, show_alert=True, date=clock.now())
    assert api.refused("answerCallbackQuery", **answer) == TOO_LATE


def test_an_answer_that_is_too_long(api: Api, tap: CallbackQuery) -> None:
    refusal = api.refused("answerCallbackQuery", callback_query_id=tap.id, text="ä" * 201)

    assert refusal == "Bad Request: MESSAGE_TOO_LONG"
    assert tap.answer is None


def test_an_answer_that_is_too_late(api: Api, tap: CallbackQuery, clock: ManualClock) -> None:
    clock.advance(limits.CALLBACK_QUERY_SECONDS)

    assert api.refused("answerCallbackQuery", callback_query_id=tap.id) == TOO_LATE


def test_a_tap_waits_no_longer_than_it_can_be_answered(api: Api, tap: CallbackQuery, clock: ManualClock) -> None:
    clock.advance(limits.CALLBACK_QUERY_SECONDS)

    assert tap.answer is None
    assert api.updates() == []


@pytest.mark.parametrize("query", ["", "0", "abc"])
def test_taps_that_were_none(api: Api, query: str) -> None:
    assert api.refused("answerCallbackQuery", callback_query_id=query) == TOO_LATE


def test_a_tap_is_answered_by_nobody_else(
    api: Api, telegram: Telegram, chat: PrivateChat, anna: Person, tap: CallbackQuery
) -> None:
    other = telegram.new_bot("other")
    stranger = Api(api.url, other.token, api.client)

    assert chat.user == anna.user
    assert stranger.refused("answerCallbackQuery", callback_query_id=tap.id) == TOO_LATE


@pytest.mark.parametrize("label", ["Artikel", "Mehr"])
def test_taps_that_no_client_offers(anna: Person, tap: CallbackQuery, label: str) -> None:
    with pytest.raises(ImpossibleAction):
        anna.taps(tap.message, label)


def test_buttons_that_have_gone_cannot_be_tapped(api: Api, chat: PrivateChat, anna: Person, tap: CallbackQuery) -> None:
    api("deleteMessage", chat_id=chat.id, message_id=tap.message.id)

    with pytest.raises(ImpossibleAction, match='no button "Kontext"'):
        anna.taps(tap.message, "Kontext")


def test_strangers_cannot_tap(ben: Person, tap: CallbackQuery) -> None:
    with pytest.raises(ImpossibleAction, match="Ben cannot write there"):
        ben.taps(tap.message, "Kontext")
