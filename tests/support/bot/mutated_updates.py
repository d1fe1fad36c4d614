"""Updates with parts of wrong types: of each, some values are left out, replaced, doubled or put elsewhere."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

STRANGE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**63,
    -(2**70),
    1e308,
    0.5,
    "",
    "0",
    "\ud800",
    "\0",
    "\u202e\u200b\U0001f600" * 50,
    "x" * 5000,
    "/frage",
    "/start " + "A" * 64,
    "@AnyBot " * 400,
    [],
    [[]],
    [None, 1, "x"],
    {},
    {"id": {}},
    {"type": "private"},
    [{"type": "mention", "offset": 10**9, "length": -5}],
    [{"type": "bot_command", "offset": 0, "length": 10**9}],
    [{"type": "text_mention", "offset": 1, "length": 1, "user": 5}],
)


def _user(me: int) -> dict[str, Any]:
    return {"id": me, "is_bot": me > 10, "first_name": "Anna", "username": "anna", "language_code": "de"}


def _samples(me: int) -> Iterator[dict[str, Any]]:
    private = {"id": 7, "type": "private", "first_name": "Anna"}
    group = {"id": -1007, "type": "supergroup", "title": "Runde", "is_forum": True}
    message = {"message_id": 3, "date": 1700000000, "chat": private, "from": _user(7), "text": "Was ist gesperrt?"}
    button = {"text": "Kontext", "callback_data": "c"}
    quote = {
        **message,
        "from": _user(me),
        "text": "Die Brücke über die Lahn bleibt bis Mai gesperrt.\nAbsatz 1",
        "entities": [{"type": "blockquote", "offset": 0, "length": 49}, {"type": "bold", "offset": 4, "length": 6}],
        "reply_markup": {"inline_keyboard": [[button, {"text": "Zum Artikel", "url": "https://example.org"}]]},
    }
    poll = {
        "id": "1",
        "question": "Brücke?",
        "options": [{"text": "Ja", "voter_count": 1, "persistent_id": "a"}],
        "total_voter_count": 1,
        **dict.fromkeys(("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting"), False),
        "members_only": False,
        "type": "regular",
    }
    yield {"message": message}
    yield {
        "message": {**message, "reply_to_message": quote, "text": "Und warum?", "quote": {"text": "Mai", "position": 5}}
    }
    yield {"message": {**message, "chat": group, "reply_to_message": {**message, "poll": poll}, "message_thread_id": 5}}
    mention = {"type": "mention", "offset": 0, "length": 7}
    yield {"message": {**message, "chat": group, "text": "@AnyBot Was kostet sie?", "entities": [mention]}}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    origin = {"type": "user", "date": 1700000000, "sender_user": _user(9)}
    yield {"message": {**message, "photo": photo, "caption": "„Die Brücke bleibt zu“", "forward_origin": origin}}
    yield {"edited_message": {**message, "edit_date": 1700000001}}
    yield {"guest_message": {**message, "chat": group, "guest_query_id": "g", "guest_bot_caller_user": _user(7)}}
    yield {"callback_query": {"id": "1", "from": _user(7), "chat_instance": "1", "data": "c", "message": quote}}
    yield {"inline_query": {"id": "1", "from": _user(7), "query": "Brücke", "offset": ""}}
    member = {"status": "member", "user": _user(me)}
    yield {
        "my_chat_member": {
            "chat": group,
            "from": _user(7),
            "date": 1700000000,
            "old_chat_member": {"status": "left", "user": _user(me)},
            "new_chat_member": member,
        }
    }


def mutated_update(me: int, random: Random) -> dict[str, Any]:
    """An update for the bot with this identifier, with one to four changes."""
    update = {"update_id": random.randrange(10**9), **copy.deepcopy(random.choice(list(_samples(me))))}
    for _ in range(random.randint(1, 4)):
        holders = list(_holders(update))
        if not holders:
            break
        holder, key = random.choice(holders)
        other, other_key = random.choice(holders)
        match random.randrange(6):
            case 0 if isinstance(holder, dict):
                del holder[key]
            case 1 if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case 2:
                holder[key] = copy.deepcopy(other[other_key])
            case _:
                holder[key] = copy.deepcopy(random.choice(STRANGE))
    return update


def _holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every list and object in the JSON with each of its keys."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _holders(value[key])
