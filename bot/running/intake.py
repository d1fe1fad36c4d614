"""Where updates come in: what cannot be read is skipped, what does not concern the bot is not even written down."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from telegram import Update
from telegram.ext import ExtBot

from bot.handlers.router import Router, lane_of
from bot.store import Arrival

_LOGGER = logging.getLogger(__name__)

# What python-telegram-bot raises for JSON that is not as documented.
UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError)

_LARGEST = 2**63  # what the store's columns hold


class Intake:
    """Turns raw updates into arrivals. `on_trouble` is told the kind of every one that is skipped."""

    def __init__(self, bot: ExtBot[None], router: Router, on_trouble: Callable[[str], None]) -> None:
        self._bot = bot
        self._router = router
        self._on_trouble = on_trouble

    def arrivals(self, raw: Iterable[object]) -> Iterator[Arrival]:
        """Those updates that concern the bot, in their order."""
        for each in raw:
            try:
                arrival = self._arrival(each)
            except UNREADABLE as error:
                # Skipped for good: Telegram would repeat what is refused, and hold back what comes after it.
                _LOGGER.warning("An update could not be read and is skipped (%s).", type(error).__name__)
                self._on_trouble("MalformedUpdate")
                continue
            if arrival:
                yield arrival

    def _arrival(self, raw: Any) -> Arrival | None:
        if update_id_of(raw) is None:
            raise ValueError("an update without a number of its own")
        update = Update.de_json(raw, self._bot)
        if not self._router.concerns(update):
            return None
        lane = lane_of(update)
        return Arrival(update.update_id, lane.name, lane.private, json.dumps(raw, sort_keys=True))


def update_id_of(raw: object) -> int | None:
    """The update's identifier; None when it has none that can be one."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if type(number) is int and -_LARGEST <= number < _LARGEST else None
