"""The methods of the Bot API, each with its parameters: one module for each part of core.telegram.org/bots/api."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from bot.simulator.api.methods import callbacks, chats, commands, editing, guests, inline, profile, sending, updates
from bot.simulator.api.methods.method import Method

_PARTS: Final = (updates, sending, editing, callbacks, inline, guests, chats, commands, profile)

# By name in small letters: Telegram does not tell capitals apart.
METHODS: Final = MappingProxyType[str, Method[Any]](
    {method.name.lower(): method for part in _PARTS for method in part.METHODS}
)

__all__ = ["METHODS", "Method"]
