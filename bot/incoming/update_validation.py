"""Whether an update has all that Telegram promises: what is not whole is left aside instead of failing half-way.

python-telegram-bot refuses an object without a required number or text, but takes one without a required object, such
as a message without its chat, and gives None for it, against its own types.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import lru_cache

from telegram import TelegramObject


def is_complete(value: object) -> bool:
    """Whether neither the object nor any that it holds lacks a field that Telegram's documentation requires."""
    if isinstance(value, (list, tuple)):
        return all(map(is_complete, value))
    if not isinstance(value, TelegramObject):
        return True
    kind: type = type(value)
    return all(_has(value, name, required=required) for name, required in _fields(kind))


def _has(value: TelegramObject, name: str, *, required: bool) -> bool:
    field = getattr(value, name, None)
    return is_complete(field) if field is not None else not required


@lru_cache(maxsize=1000)
def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    return tuple(_parameters(kind))


def _parameters(kind: type) -> Iterator[tuple[str, bool]]:
    """The names of the object's fields, and whether each is required: those that it cannot be made without are."""
    given = inspect.signature(kind).parameters
    # Not by its parameters alone: some are deprecated, and to read them warns.
    for name in {slot for each in kind.__mro__ for slot in getattr(each, "__slots__", ()) if not slot.startswith("_")}:
        yield name, name in given and given[name].default is inspect.Parameter.empty
