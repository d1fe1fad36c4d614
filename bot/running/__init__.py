"""The bot at work: connected to Telegram, by polling or by webhook, until it is told to stop."""

from bot.running.service import run

__all__ = ["run"]
