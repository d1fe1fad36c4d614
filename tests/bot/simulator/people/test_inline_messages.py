"""The messages that people make of inline results, and what the bot can do with them."""

from __future__ import annotations

import pytest

from bot.simulator import (
    BotAccount,
    Group,
    ImpossibleAction,
    InlineQuery,
    Message,
    Person,
    PrivateChat,
    Telegram,
)
from tests.support.simulator.client import Api
from tests.support.simulator.results import KEYBOARD, article


@pytest.fixture
def account(account: BotAccount) -> BotAccount:
    account.supports_inline_queries = True
    return account


@pytest.fixture
def query(anna: Person, account: BotAccount) -> InlineQuery:
    return anna.queries(account)


@pytest.fixture
def inline_message(api: Api, query: InlineQuery, group: Group, anna: Person) -> Message:
    api("answerInlineQuery", inline_query_id=query.id, results=[article(), article(2, reply_markup=KEYBOARD)])
    api.updates()
    return anna.chooses(query, "2", group)


def test_a_chosen_result_is_the_persons_message_via_the_bot(
    api: Api, inline_message: Message, anna: Person, account: BotAccount
) -> None:
    assert (inline_message.text, inline_message.sender, inline_message.via_bot) == ("Zitat 2", anna.user, account.user)
    [update] = api.updates()
    assert update["message"]["via_bot"]["username"] == "belegbot"
    assert update["message"]["reply_markup"] == KEYBOARD
    with pytest.raises(ImpossibleAction, match="sent via a bot"):
        anna.edits(inline_message, "Mein Zitat")


def test_other_bots_do_not_get_it(api: Api, telegram: Telegram, query: InlineQuery, group: Group, anna: Person) -> None:
    other = telegram.new_bot("other")
    anna.adds(other, group)
    stranger = Api(api.url, other.token, api.client)
    stranger.updates()
    api("answerInlineQuery", inline_query_id=query.id, results=[article()])
    anna.chooses(query, query.results[0], group)

    assert stranger.updates() == []


def test_its_buttons_name_it_without_its_chat(api: Api, inline_message: Message, ben: Person) -> None:
    api.updates()
    tap = ben.taps(inline_message, "Mehr")

    [update] = api.updates()
    callback = update["callback_query"]
    assert (callback["inline_message_id"], callback["data"]) == (inline_message.inline_message_id, "more")
    assert "message" not in callback
    assert api("answerCallbackQuery", callback_query_id=tap.id)


def test_the_bot_changes_it(api: Api, group: Group, inline_message: Message) -> None:
    which = {"inline_message_id": inline_message.inline_message_id}

    assert api("editMessageText", **which, text="Mehr", reply_markup=KEYBOARD) is True
    assert (group.messages[-1].text, group.messages[-1].edit_date) == ("Mehr", group.messages[-1].date)
    assert api("editMessageReplyMarkup", **which) is True
    assert group.messages[-1].buttons == ()
    assert "message is not modified" in api.refused("editMessageReplyMarkup", **which)


def test_what_the_bot_cannot_change(
    api: Api, telegram: Telegram, group: Group, anna: Person, inline_message: Message
) -> None:
    which = {"inline_message_id": inline_message.inline_message_id}
    stranger = Api(api.url, telegram.new_bot("other").token, api.client)
    by_number = {"chat_id": group.id, "message_id": inline_message.id}

    assert stranger.refused("editMessageReplyMarkup", **which) == "Bad Request: MESSAGE_ID_INVALID"
    assert (
        api.refused("editMessageReplyMarkup", inline_message_id="abc")
        == "Bad Request: invalid inline message identifier specified"
    )
    assert api.refused("editMessageReplyMarkup") == "Bad Request: message identifier is not specified"
    assert api.refused("editMessageReplyMarkup", **by_number) == "Bad Request: message can't be edited"
    assert "not both" in api.refused("editMessageReplyMarkup", **which, **by_number)
    anna.deletes(inline_message)
    assert api.refused("editMessageReplyMarkup", **which) == "Bad Request: MESSAGE_ID_INVALID"


def test_a_result_without_buttons_cannot_be_named(
    api: Api, query: InlineQuery, chat: PrivateChat, anna: Person
) -> None:
    api("answerInlineQuery", inline_query_id=query.id, results=[article()])
    answered = anna.chooses(query, query.results[0], chat, reply_to=chat.messages[0])

    assert answered.inline_message_id is None
    assert answered.reply_to == chat.messages[0]
    assert api.updates()[-1]["message"]["via_bot"]["username"] == "belegbot"


def test_who_is_muted_cannot_choose(
    api: Api, query: InlineQuery, account: BotAccount, group: Group, anna: Person, *, ben: Person
) -> None:
    api("answerInlineQuery", inline_query_id=query.id, results=[article()])
    anna.mutes(ben, group)

    with pytest.raises(ImpossibleAction, match="Ben is muted there"):
        ben.chooses(ben.queries(account, query.text), "1", group)


def test_choices_that_no_client_offers(
    api: Api, query: InlineQuery, group: Group, anna: Person, telegram: Telegram
) -> None:
    with pytest.raises(ImpossibleAction, match="has not answered"):
        anna.chooses(query, "1", group)
    with pytest.raises(ImpossibleAction, match="no button above"):
        anna.presses(query)
    api("answerInlineQuery", inline_query_id=query.id, results=[article()])
    with pytest.raises(ImpossibleAction, match="in another chat"):
        anna.chooses(query, "1", group, reply_to=anna.opens(query.account).messages[0])
    with pytest.raises(ImpossibleAction, match="not among the results"):
        anna.chooses(query, "2", group)
    with pytest.raises(ImpossibleAction, match="is not in the group"):
        telegram.new_person("Carla").chooses(query, "1", group)
