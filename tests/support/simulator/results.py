"""What inline and guest queries are answered with."""

from __future__ import annotations

from tests.support.simulator.client import Json

TOO_LATE = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = {"inline_keyboard": [[{"text": "Mehr", "callback_data": "more"}]]}


def article(number: int = 1, **fields: object) -> Json:
    content = {"message_text": f"Zitat {number}"}
    return {
        "type": "article",
        "id": str(number),
        "title": f"Titel {number}",
        "input_message_content": content,
        **fields,
    }
