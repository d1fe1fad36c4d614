"""What of an update is as Telegram promises: a broken part costs no more than that part.

python-telegram-bot refuses a whole update for one number or text that is missing deep in it, as in the poll that a
question replies to; takes one without a required object, such as a message without its chat; and looks at no type.
So the JSON is compared with the types of the library's own objects before it is read.
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import telegram
from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, TelegramObject, Update

# What the library raises for JSON that is not as documented.
UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError)

# The last second of the year 9999, in Unix time: no date can be later.
_LAST_SECOND = 253_402_300_799

# What holds all the rest, and is read as a whole soon after.
_CONTAINERS = (Update, CallbackQuery, Message)

_SURROGATE = re.compile("[\ud800-\udfff]")

_PLAIN: Mapping[object, type | tuple[type, ...]] = {str: str, int: int, float: (int, float)}


class Broken(ValueError):
    """A value is not what Telegram promises there."""


class _Field(NamedTuple):
    kind: Any
    required: bool


def without_broken_parts(raw: object, kind: type[TelegramObject]) -> dict[str, Any]:
    """The JSON of an object of this kind, without those optional parts in it, however deep, that are broken.

    What the library does not know is kept.

    Raises:
        Broken: it is no such object, or something in it is broken that it cannot be without.
    """
    if not isinstance(raw, dict):
        raise Broken(f"no {kind.__name__}")
    kind = _actual_kind(raw, kind)
    cached: type = kind  # objects of the library have a hash of their own, which is not their types'
    fields = _fields(cached)
    if missing := [name for name, field in fields.items() if field.required and raw.get(name) is None]:
        raise Broken(f"a {kind.__name__} without {missing[0]}")
    kept = {}
    for name, value in raw.items():
        field = fields.get(name)
        try:
            kept[name] = value if field is None or value is None else _check(value, field.kind)
        except Broken:
            if field is None or field.required:
                raise
    if kind not in _CONTAINERS:
        _read(kept, kind)  # to some objects the library needs a field that its signature does not ask for
    return kept


def _read(raw: dict[str, Any], kind: type[TelegramObject]) -> TelegramObject:
    try:
        return kind.de_json(raw, None)
    except UNREADABLE as error:
        raise Broken(f"no {kind.__name__}") from error


def _check(value: object, kind: Any) -> object:
    """The value, which is to be of this kind, without its broken parts."""
    if isinstance(kind, type) and issubclass(kind, TelegramObject):
        return without_broken_parts(value, kind)
    options = get_args(kind)
    if get_origin(kind) in (Union, types.UnionType):
        return _check_as_one_of(value, options)
    if get_origin(kind) is Sequence:
        if not isinstance(value, list):
            raise Broken("no list")
        return [each for each in (_or_none(each, options[0]) for each in value) if each is not None]
    if not _is_plain(value, kind):
        raise Broken(f"no {kind}")
    # Half a surrogate pair cannot be sent back. What stands for it is as long in UTF-16.
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _check_as_one_of(value: object, options: Sequence[Any]) -> object:
    found = next((checked for option in options if (checked := _or_none(value, option)) is not None), None)
    if found is None:
        raise Broken("of none of the kinds that it may be of")
    return found


def _or_none(value: object, kind: Any) -> object | None:
    try:
        return _check(value, kind)
    except Broken:
        return None


def _is_plain(value: object, kind: Any) -> bool:
    """Whether it is of one of JSON's own types that this type stands for; of any other type nothing is known."""
    if kind in (bool, types.NoneType):
        return isinstance(value, kind)
    if kind in (datetime, timedelta):  # both come as seconds
        return type(value) is int and 0 <= value <= _LAST_SECOND
    return kind not in _PLAIN or (isinstance(value, _PLAIN[kind]) and not isinstance(value, bool))


def _actual_kind(raw: dict[str, Any], kind: type[TelegramObject]) -> type[TelegramObject]:
    """The kind that this object is of, where it may be of several; the library tells by its fields.

    Raises:
        Broken: it lacks what that kind needs.
    """
    if kind is MaybeInaccessibleMessage:
        return Message  # which the library reads it as, also where it is none any more (`date` is 0)
    return type(_read(raw, kind)) if kind.__subclasses__() else kind


@lru_cache(maxsize=1000)
def _fields(kind: type) -> Mapping[str, _Field]:
    """The object's fields, by their names in JSON; required are those that it cannot be made without."""
    hints = get_type_hints(kind.__init__, vars(telegram))  # type: ignore[misc]  # of this very type
    given = inspect.signature(kind).parameters
    return {
        "from" if name == "from_user" else name: _Field(hints.get(name), parameter.default is inspect.Parameter.empty)
        for name, parameter in given.items()
        if name != "api_kwargs"
    }
