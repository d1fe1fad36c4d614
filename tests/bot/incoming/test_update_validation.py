from typing import Any

import pytest
from telegram import Update

from bot.incoming.update_validation import is_complete

ANNA = {"id": 2, "is_bot": False, "first_name": "Anna"}
CHAT = {"id": -100, "type": "supergroup", "title": "Runde"}
MESSAGE = {"message_id": 1, "date": 0, "chat": CHAT, "from": ANNA, "text": "Hallo"}
MENTION = {"type": "text_mention", "offset": 0, "length": 2, "user": ANNA}

POLL = dict.fromkeys(
    ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False
) | {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "type": "regular"}


def update(**content: Any) -> Update:
    return Update.de_json({"update_id": 1, **content}, None)


@pytest.mark.parametrize(
    "content",
    [
        {"message": MESSAGE},
        {"message": {**MESSAGE, "reply_to_message": {**MESSAGE, "entities": [MENTION]}}},
        {"callback_query": {"id": "1", "from": ANNA, "chat_instance": "1", "message": MESSAGE}},
        {"callback_query": {"id": "1", "from": ANNA, "chat_instance": "1", "message": {**MESSAGE, "date": 0}}},
        {"a_kind_to_come": {}},
        {"poll": POLL},  # which has deprecated fields, that are not to be read
    ],
)
def test_what_telegram_sends_is_whole(content: dict[str, Any]) -> None:
    assert is_complete(update(**content))


@pytest.mark.parametrize(
    "content",
    [
        {"message": {key: value for key, value in MESSAGE.items() if key != "chat"}},
        {"message": {**MESSAGE, "reply_to_message": {"message_id": 1, "date": 0}}},
        {"callback_query": {"id": "1", "chat_instance": "1"}},
        {"inline_query": {"id": "1", "query": "", "offset": ""}},
    ],
)
def test_what_lacks_a_promised_part_is_not(content: dict[str, Any]) -> None:
    assert not is_complete(update(**content))
