"""Editing and deleting: what changes, and what is refused."""

from __future__ import annotations

import pytest

from bot.simulator import BotAccount, Group, ManualClock, Person, PrivateChat
from tests.support.simulator.client import Api, Json

KEYBOARD = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def send(api: Api, chat_id: int, **content: object) -> Json:
    message = api("sendMessage", chat_id=chat_id, text="Hallo", **content)
    return {"chat_id": chat_id, "message_id": message["message_id"]}


def test_an_edit_takes_the_place_of_the_message(api: Api, chat: PrivateChat, clock: ManualClock) -> None:
    message = send(api, chat.id)
    count = len(chat.messages)
    clock.advance(60)

    edited = api("editMessageText", **message, text="Welt", entities=[{"type": "bold", "offset": 0, "length": 4}])

    assert edited["edit_date"] == edited["date"] + 60
    assert len(chat.messages) == count
    assert (chat.messages[-1].text, chat.messages[-1].entities[0].type) == ("Welt", "bold")


def test_an_edit_without_a_keyboard_takes_it_away(api: Api, chat: PrivateChat) -> None:
    message = send(api, chat.id, reply_markup=KEYBOARD)

    api("editMessageText", **message, text="Welt")

    assert chat.messages[-1].keyboard is None


def test_edits_that_change_nothing(api: Api, chat: PrivateChat) -> None:
    message = send(api, chat.id, reply_markup=KEYBOARD)

    assert api.refused("editMessageText", **message, text=" Hallo ", reply_markup=KEYBOARD) == NOT_MODIFIED
    assert api.refused("editMessageReplyMarkup", **message, reply_markup=KEYBOARD) == NOT_MODIFIED
    api("editMessageReplyMarkup", **message)
    assert api.refused("editMessageReplyMarkup", **message) == NOT_MODIFIED
    assert api.refused("editMessageText", **message, text="Hallo") == NOT_MODIFIED


def test_an_edit_of_an_edited_message_that_changes_nothing(api: Api, chat: PrivateChat, clock: ManualClock) -> None:
    message = send(api, chat.id)
    api("editMessageText", **message, text="Welt")
    clock.advance(1)

    assert api.refused("editMessageText", **message, text="Welt") == NOT_MODIFIED


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
def test_what_cannot_be_edited(api: Api, chat: PrivateChat, method: str) -> None:
    text = {"text": "Welt"} if method == "editMessageText" else {}
    theirs = {"chat_id": chat.id, "message_id": chat.messages[0].id}

    assert api.refused(method, **theirs, **text) == "Bad Request: message can't be edited"
    assert api.refused(method, chat_id=chat.id, message_id=99, **text) == "Bad Request: message to edit not found"
    assert api.refused(method, chat_id=chat.id, **text) == "Bad Request: message identifier is not specified"
    assert api.refused(method, message_id=1, **text) == "Bad Request: chat_id is empty"


def test_faulty_content_is_refused_as_when_sending(api: Api, chat: PrivateChat) -> None:
    message = send(api, chat.id)

    assert api.refused("editMessageText", **message) == "Bad Request: message text is empty"
    assert api.refused("editMessageText", **message, text="a" * 4097) == "Bad Request: message is too long"


def test_a_bot_deletes_its_own_message_for_two_days(api: Api, group: Group, clock: ManualClock) -> None:
    young, old = send(api, group.id), send(api, group.id)

    assert api("deleteMessage", **young) is True
    clock.advance(48 * 3600 + 1)

    assert group.message(young["message_id"]) is None
    assert api.refused("deleteMessage", **old) == "Bad Request: message can't be deleted for everyone"
    assert api.refused("deleteMessage", **young) == "Bad Request: message to delete not found"
    assert api.refused("deleteMessage", message_id=1) == "Bad Request: chat identifier is not specified"


def test_only_administrators_delete_what_others_wrote(
    api: Api, group: Group, anna: Person, ben: Person, account: BotAccount
) -> None:
    written = ben.says(group, "Hallo")

    refusal = api.refused("deleteMessage", chat_id=group.id, message_id=written.id)
    anna.promotes(account, group)
    api("deleteMessage", chat_id=group.id, message_id=written.id)

    assert refusal == "Bad Request: message can't be deleted"
    assert group.message(written.id) is None
