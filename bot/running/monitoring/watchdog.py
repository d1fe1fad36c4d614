"""Ends the process when Telegram has been silent for too long, so that the host starts it anew."""

from __future__ import annotations

import asyncio

from bot.config.errors import TelegramSilent
from bot.running.monitoring.health import Health

_LOOKS = 10  # within the time that is allowed


async def run_watchdog(health: Health) -> None:
    """Watches until it is cancelled; at once done when any silence is allowed.

    Raises:
        TelegramSilent: Telegram has not been reached for `health.silence` seconds.
    """
    while health.silence:
        await asyncio.sleep(health.silence / _LOOKS)
        if not health.alive:
            raise TelegramSilent(
                f"Telegram has not been reached for {health.silence:.0f} s (WATCHDOG_SECONDS); "
                "ending, so that the host starts the bot anew"
            )
