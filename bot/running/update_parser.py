"""Where updates come in: what cannot be read is skipped, what does not concern the bot is not even written down."""

from __future__ import annotations

import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from telegram import Message, Update
from telegram.ext import ExtBot

from bot.incoming.update_validation import UNREADABLE
from bot.incoming.updates import IncomingUpdate, parse_update
from bot.store import Arrival

_LOGGER = logging.getLogger(__name__)

_LARGEST = 2**63  # what the store's columns hold

# So many updates that wait for their turn are remembered as they were parsed; of a longer queue the others are parsed
# again.
_PARSED = 256

# Of so many messages that were edited it is remembered which edit is the last.
_EDITED = 10_000


class UpdateParser:
    """Turns raw updates into arrivals, and these back. `on_failure` is told the kind of every one that is skipped.

    So many of those that wait are `remembered` as they were parsed.
    """

    def __init__(self, bot: ExtBot[None], on_failure: Callable[[str], None], remembered: int = _PARSED) -> None:
        self._bot = bot
        self._on_failure = on_failure
        self._remembered = remembered
        self._parsed: OrderedDict[str, IncomingUpdate] = OrderedDict()
        self._last_edits: OrderedDict[tuple[int, int], int] = OrderedDict()

    def arrivals(self, raw: Iterable[object]) -> Iterator[Arrival]:
        """Those updates that concern the bot, in their order."""
        for each in raw:
            try:
                arrival = self._arrival(each)
            except UNREADABLE as error:
                # Skipped for good: Telegram would repeat what is refused, and hold back what comes after it.
                _LOGGER.warning("An update could not be read and is skipped (%s).", type(error).__name__)
                self._on_failure("MalformedUpdate")
                continue
            if arrival:
                yield arrival

    def update_in(self, payload: str) -> IncomingUpdate | None:
        """The update with this payload: as it was parsed when it arrived; parsed now, if that was in another process.

        None when it does not concern the bot any more, as under another name, or as an edit that was edited again.
        """
        incoming = self._parsed.pop(payload, None) or parse_update(json.loads(payload), self._bot)
        return None if incoming and self._is_superseded(incoming.update) else incoming

    def _is_superseded(self, update: Update) -> bool:
        edited = update.edited_message
        return edited is not None and update.update_id < self._last_edits.get(_place(edited), update.update_id)

    def _arrival(self, raw: Any) -> Arrival | None:
        number = update_id_of(raw)
        if number is None:
            raise ValueError("an update without a number of its own")
        incoming = parse_update(raw, self._bot)
        if incoming is None:
            return None
        if edited := incoming.update.edited_message:
            self._last_edits[_place(edited)] = number
            while len(self._last_edits) > _EDITED:
                self._last_edits.popitem(last=False)
        arrival = Arrival(number, *incoming.lane, json.dumps(raw, sort_keys=True))
        self._parsed[arrival.payload] = incoming
        if len(self._parsed) > self._remembered:
            self._parsed.popitem(last=False)
        return arrival


def _place(message: Message) -> tuple[int, int]:
    """Its chat and its number there."""
    return message.chat_id, message.message_id


def update_id_of(raw: object) -> int | None:
    """The update's identifier; None when it has none that can be one."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and -_LARGEST <= number < _LARGEST else None
