"""A message of which Telegram refuses a part, without that part: better than an asker who hears nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from telegram import TelegramObject
from telegram.constants import MessageEntityType
from telegram.error import BadRequest

Data = Mapping[str, Any]

_LINKS = (MessageEntityType.TEXT_LINK,)
_FORMATS = ("entities", "caption_entities")


def without_refused_part(data: Data, error: BadRequest) -> dict[str, Any] | None:
    """The call's arguments without what Telegram refuses: addresses, buttons or formats. None: it refuses none of them,
    or nothing of that kind is there."""
    part = next((part for pattern, part in _PARTS if pattern.search(error.message)), None)
    if part is None:
        return None
    given = {name: _as_json(value) for name, value in data.items()}
    left = part(given)
    return left if left != given else None


def _without_addresses(value: Any) -> Any:
    """Without buttons that lead to an address, and without links."""
    if isinstance(value, list):
        kept = [_without_addresses(each) for each in value if not _is_address(each)]
        return [each for each in kept if each != []] if value and isinstance(value[0], list) else kept
    if isinstance(value, dict):
        return {name: _without_addresses(each) for name, each in value.items()}
    return value


def _is_address(value: Any) -> bool:
    is_button = isinstance(value, dict) and "text" in value and "url" in value
    return is_button or (isinstance(value, dict) and value.get("type") in _LINKS)


def _without(*names: str) -> Callable[[Any], Any]:
    """Without these fields, wherever they stand."""

    def without(value: Any) -> Any:
        if isinstance(value, list):
            return [without(each) for each in value]
        if isinstance(value, dict):
            return {name: without(each) for name, each in value.items() if name not in names}
        return value

    return without


# By what Telegram's errors say, the most particular first: an address within a keyboard is an address. That a message
# "is not modified" tells of its reply markup, too, and is no refusal of it.
_PARTS = tuple(
    (re.compile(pattern, re.IGNORECASE), part)
    for pattern, part in (
        (r"\burl\b|_url_|webpage|\bhost\b", _without_addresses),
        (r"^(?!.*not modified).*(button|reply.?markup|keyboard)", _without("reply_markup")),
        (r"entit", _without(*_FORMATS)),
    )
)


def _as_json(value: Any) -> Any:
    """The value as dictionaries and lists, in which parts can be left out."""
    if isinstance(value, TelegramObject):
        return value.to_dict()
    return [_as_json(each) for each in value] if isinstance(value, list | tuple) else value
