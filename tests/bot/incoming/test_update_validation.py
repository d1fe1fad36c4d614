import copy
from typing import Any

import pytest
from telegram import Update

from bot.incoming.update_validation import Broken, without_broken_parts

ANNA = {"id": 2, "is_bot": False, "first_name": "Anna"}
CHAT = {"id": -100, "type": "supergroup", "title": "Runde"}
MESSAGE = {"message_id": 1, "date": 0, "chat": CHAT, "from": ANNA, "text": "Hallo"}
MENTION = {"type": "text_mention", "offset": 0, "length": 2, "user": ANNA}
TAP = {"id": "1", "from": ANNA, "chat_instance": "1"}
OPTION = {"persistent_id": "1", "text": "Ja", "voter_count": 0}
MEMBER = {"status": "member", "user": ANNA}
CHANGE = {"chat": CHAT, "from": ANNA, "date": 0, "old_chat_member": MEMBER, "new_chat_member": MEMBER}

POLL = dict.fromkeys(
    ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False
) | {"id": "1", "question": "?", "options": [OPTION], "total_voter_count": 0, "type": "regular"}


def checked(raw: dict[str, Any]) -> dict[str, Any]:
    before = copy.deepcopy(raw)
    kept = without_broken_parts(raw, Update)
    assert raw == before
    Update.de_json(kept, None)
    return kept


def without(raw: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key != name}


@pytest.mark.parametrize(
    "content",
    [
        {"message": MESSAGE},
        {"message": {**MESSAGE, "text": None}},
        {"message": {**MESSAGE, "a_field_to_come": {"of": ["any", 1]}}},
        {"message": {**MESSAGE, "reply_to_message": {**MESSAGE, "entities": [MENTION], "poll": POLL}}},
        {"message": {**MESSAGE, "reply_markup": {"inline_keyboard": [[{"text": "1", "callback_data": "x"}]]}}},
        {"message": {**MESSAGE, "forward_origin": {"type": "user", "date": 0, "sender_user": ANNA}}},
        {"message": {**MESSAGE, "forward_origin": {"type": "a_type_to_come", "date": 0, "more": 1}}},
        {"message": {**MESSAGE, "location": {"latitude": 1, "longitude": 2.5}}},
        {"message": {**MESSAGE, "voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}}},
        {"callback_query": {**TAP, "message": MESSAGE}},
        {"callback_query": {**TAP, "message": {"message_id": 1, "chat": CHAT, "date": 0}}},
        {"my_chat_member": CHANGE},
        {"a_kind_to_come": {}},
        {"poll": POLL},  # which has deprecated fields, that are not to be read
    ],
)
def test_what_telegram_sends_stays_as_it_is(content: dict[str, Any]) -> None:
    raw = {"update_id": 1, **content}
    assert checked(raw) == raw


@pytest.mark.parametrize(
    "part",
    [
        {"poll": without(POLL, "question")},
        {"poll": without(POLL, "allows_revoting")},  # the library asks for it, but not in its signature
        {"dice": {"emoji": "🎲"}},
        {"dice": "🎲"},
        {"gift": {"owned_gift_id": "1"}},
        {"location": {"latitude": "north", "longitude": 2.5}},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 10**30}},
        {"text": {"of": "another type"}},
        {"entities": 5},
        {"is_topic_message": "yes"},
        {"edit_date": -1},
        {"forward_origin": {"type": "user", "date": 0}},
        {"via_bot": without(ANNA, "first_name")},
        {"reply_markup": {"inline_keyboard": "none"}},
    ],
)
def test_a_broken_part_is_left_out_and_nothing_else(part: dict[str, Any]) -> None:
    replied = {**MESSAGE, "caption": "Hier"}
    whole = {"update_id": 1, "message": {**MESSAGE, "reply_to_message": without(replied, next(iter(part)))}}
    broken = {"update_id": 1, "message": {**MESSAGE, "reply_to_message": {**replied, **part}}}
    assert checked(broken) == whole


def test_of_a_list_what_is_broken_is_left_out() -> None:
    entities = [MENTION, {"type": "bold", "offset": 0}, 7]
    kept = checked({"update_id": 1, "message": {**MESSAGE, "entities": entities}})
    assert kept["message"]["entities"] == [MENTION]


def test_a_message_that_is_tapped_may_have_broken_parts() -> None:
    tapped = {**MESSAGE, "date": 5}
    kept = checked({"update_id": 1, "callback_query": {**TAP, "message": {**tapped, "dice": {}}}})
    assert kept["callback_query"]["message"] == tapped


@pytest.mark.parametrize(
    "content",
    [
        {"message": without(MESSAGE, "chat")},
        {"message": {**MESSAGE, "chat": {"id": "here", "type": "private"}}},
        {"message": {**MESSAGE, "date": 10**20}},
        {"message": "Hallo"},
        {"callback_query": without(TAP, "from")},
        {"inline_query": {"id": "1", "query": "", "offset": ""}},
        {"inline_query": {"id": "1", "from": ANNA, "query": {"text": "Wer"}, "offset": ""}},
        {"inline_query": {"id": "1", "from": ANNA, "query": "Wer", "offset": {}}},
        {"my_chat_member": {**CHANGE, "new_chat_member": {"status": "member"}}},
    ],
)
def test_what_an_update_is_about_is_lost_with_what_it_cannot_be_without(content: dict[str, Any]) -> None:
    assert checked({"update_id": 1, **content}) == {"update_id": 1}


@pytest.mark.parametrize("raw", [None, 5, [], {}, {"update_id": "1"}, {"update_id": True}])
def test_what_is_no_update_is_refused(raw: Any) -> None:
    with pytest.raises(Broken):
        without_broken_parts(raw, Update)


def test_a_message_that_is_no_more_has_no_broken_parts_either() -> None:
    broken = {**MESSAGE, "date": 0, "entities": [{"type": "bold", "offset": 0, "length": "bold"}]}
    kept = checked({"update_id": 1, "callback_query": {**TAP, "message": broken}})
    assert kept["callback_query"]["message"]["entities"] == []


def test_half_a_surrogate_pair_is_replaced_wherever_it_stands() -> None:
    raw = {"update_id": 1, "inline_query": {"id": "\ud800", "from": ANNA, "query": "Br\udfffcke", "offset": ""}}
    kept = checked(raw)["inline_query"]
    assert (kept["id"], kept["query"]) == ("\ufffd", "Br\ufffdcke")
