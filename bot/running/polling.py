"""Updates by polling: the bot asks Telegram for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.handlers import ALLOWED_UPDATES
from bot.running.application import BotApplication


@asynccontextmanager
async def polling(application: BotApplication) -> AsyncIterator[None]:
    """Fetches updates while the context lasts. A webhook that was set before is deleted, its updates are kept."""
    if application.updater is None:
        raise ValueError("An application for a webhook cannot poll.")
    await application.updater.start_polling(allowed_updates=list(ALLOWED_UPDATES), bootstrap_retries=-1)
    try:
        yield
    finally:
        await application.updater.stop()
