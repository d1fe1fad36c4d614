"""`python -m bot`: the bot in Telegram."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.retrievers import retriever_source
from bot.cli.failures import WRONG_USAGE
from bot.cli.output.printing import echo
from bot.cli.output.progress import show_reading
from bot.config.errors import InvalidSettings
from bot.config.logs import set_up_logging
from bot.config.settings import Settings, load_settings, unknown_settings
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation

_LOGGER = logging.getLogger(__name__)

_FIRST_STEPS = """\
TELEGRAM_TOKEN is not set. To get a token: open https://t.me/BotFather in Telegram, send /newbot and follow it.
Then: TELEGRAM_TOKEN=<the token> python -m bot     (or write the line TELEGRAM_TOKEN=<the token> into a file .env)
To try the bot without Telegram, in a browser: python -m bot preview\
"""

_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def run_in_telegram(mode: str | None) -> None:
    """Runs until the process is told to stop.

    Raises:
        BotError, ContentError, RetrievalError: what keeps the bot from running.
    """
    # Until the bot is at work there is nothing to finish: told to stop that early, it just ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    settings = load_settings()
    alike = [f"{name} is no setting; did you mean {meant}?" for name, meant in unknown_settings() if meant]
    if settings.telegram_token is None:
        echo("\n".join([*alike, _FIRST_STEPS]), err=True)
        sys.exit(WRONG_USAGE)
    set_up_logging(settings.log_level, settings.log_format, settings.secrets)
    for line in alike:
        _LOGGER.warning(line)
    watcher = FolderWatcher(retriever_source(settings), reading=show_reading)
    conversation = Conversation(watcher.library, Catalogue(), settings.language)
    asyncio.run(_run(_in_mode(settings, mode), conversation, watcher))
    for number in _STOP_SIGNALS:  # all is done: told again, it must not end as if it had been killed
        signal.signal(number, signal.SIG_IGN)


def _in_mode(settings: Settings, mode: str | None) -> Settings:
    if mode == "webhook" and not settings.webhook_url:
        raise InvalidSettings(
            "WEBHOOK_URL: missing, but --webhook asks for it; write the public address of this process"
        )
    return settings.model_copy(update={"webhook_url": None}) if mode == "polling" else settings


async def _run(settings: Settings, conversation: Conversation, watcher: FolderWatcher) -> None:
    from bot.running import run  # noqa: PLC0415 - the web server and its like would slow down `ask`

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal(*_: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(stop.set)

    # The loop's own handlers end with it; these stay until nothing is left to be ended.
    for number in _STOP_SIGNALS:
        signal.signal(number, on_signal)
    await run(settings, conversation, stop, watcher=watcher)
