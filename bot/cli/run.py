"""`python -m bot`: the bot in Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import sys

from bot.articles.folder_watcher import FolderWatcher
from bot.articles.reading_progress import ReadingProgress
from bot.articles.retrievers import RetrieverSource, retriever_source
from bot.cli.failures import FAILURES, WRONG_USAGE, exit_code
from bot.cli.output.printing import echo
from bot.cli.output.progress import show_reading
from bot.config.errors import InvalidSettings
from bot.config.logs import set_up_logging, write_counts
from bot.config.settings import LogFormat, LogLevel, Settings, load_settings, log_format, unknown_settings
from bot.config.version import version
from bot.messages.texts import Catalogue
from bot.replies.conversation import Conversation
from content.files import article_files
from retrieval.encoder import WordsAlone

_LOGGER = logging.getLogger(__name__)

_FIRST_STEPS = """\
TELEGRAM_TOKEN is not set. To get a token: open https://t.me/BotFather in Telegram, send /newbot and follow it.
Then: TELEGRAM_TOKEN=<the token> python -m bot     (or write the line TELEGRAM_TOKEN=<the token> into a file .env)
To try the bot without Telegram, in a browser: python -m bot preview\
"""

_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_HANGUP = (signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ()  # Windows has none


def _end_with_terminal(*_: object) -> None:
    """A terminal that is closed ends what runs in it."""
    if sys.stderr.isatty():
        signal.raise_signal(signal.SIGTERM)


def _on_hangup() -> None:
    """A service is told so by those who expect it to read anew."""
    _end_with_terminal()
    if not sys.stderr.isatty():
        _LOGGER.info(
            "SIGHUP: there is nothing to reopen. The log goes to standard error, changed articles are taken up by "
            "themselves, and settings are read at the start."
        )


def run_in_telegram(mode: str | None) -> None:
    """Runs until the process is told to stop.

    What keeps it from running is in the log, if that is for machines.

    Raises:
        BotError, ContentError, RetrievalError: what keeps the bot from running, if the log is for people.
    """
    if log_format() is LogFormat.TEXT:
        _run_in_telegram(mode)
        return
    set_up_logging(LogLevel.INFO, LogFormat.JSON)
    try:
        _run_in_telegram(mode)
    except FAILURES as error:
        for line in str(error).splitlines():
            _LOGGER.critical(line)
        sys.exit(exit_code(error))


def _forbid_core_dumps() -> None:
    """A dump of this process would hold its token, and what people have just written.

    A limit of 1, as 0 is none where dumps are piped to a program (core(5), Linux: "RLIMIT_CORE … ignored for piped core
    dumps", but for 1).
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (1, 1))


def _run_in_telegram(mode: str | None) -> None:
    # Until the bot is at work there is nothing to finish: told to stop that early, it just ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    for number in _HANGUP:
        signal.signal(number, _end_with_terminal)
    _forbid_core_dumps()
    settings = load_settings()
    alike = [f"{name} is no setting; did you mean {meant}?" for name, meant in unknown_settings() if meant]
    if settings.telegram_token is None:
        if settings.log_format is LogFormat.JSON:
            raise InvalidSettings("\n".join([*alike, "TELEGRAM_TOKEN: missing; set it to the token of @BotFather"]))
        echo("\n".join([*alike, _FIRST_STEPS]), err=True)
        sys.exit(WRONG_USAGE)
    set_up_logging(settings.log_level, settings.log_format, settings.secrets)
    settings, source = _in_mode(settings, mode), retriever_source(settings)
    _LOGGER.info(_first_line(settings, source))
    for line in alike:
        _LOGGER.warning(line)
    try:
        asyncio.run(run_until_signal(settings, source))
    finally:
        write_counts()
    for number in _STOP_SIGNALS:  # all is done: told again, it must not end as if it had been killed
        signal.signal(number, signal.SIG_IGN)


def _in_mode(settings: Settings, mode: str | None) -> Settings:
    if mode == "webhook" and not settings.webhook_url:
        raise InvalidSettings(
            "WEBHOOK_URL: missing, but --webhook asks for it; write the public address of this process"
        )
    return settings.model_copy(update={"webhook_url": None}) if mode == "polling" else settings


def _first_line(settings: Settings, source: RetrieverSource) -> str:
    """What runs here, and with what.

    Raises:
        StoreUnavailable: the store's address is none.
    """
    from bot.store.database import parse_url, shown_url  # noqa: PLC0415 - it would slow down `ask`

    store = shown_url(parse_url(settings.database_url.get_secret_value()))
    encoder = "none (words alone)" if isinstance(source.encoder, WordsAlone) else source.encoder.name
    files = len(article_files(source.folder))
    return f"Belegbot {version()}: store {store}; {files} article file(s) in {source.folder}; encoder {encoder}."


async def run_until_signal(settings: Settings, source: RetrieverSource) -> None:
    """Runs the bot in this process, which is told by a signal to stop."""
    # Here, since the web server and its like would slow down `ask`.
    from bot.running import Site, SiteLoader, in_daemon_thread, run  # noqa: PLC0415

    stop, progress = asyncio.Event(), ReadingProgress(show_reading)

    def read() -> Site:
        watcher = FolderWatcher(source, reading=progress)
        return Site(Conversation(watcher.library, Catalogue(), settings.language), watcher)

    loop = asyncio.get_running_loop()

    def begin_to_stop() -> None:
        # What is there by now stays: looking through it for what could go would hold up the end. Not before: articles
        # that have been replaced, and hang together in cycles, would never go.
        gc.freeze()
        stop.set()

    def on_signal(number: int, _: object) -> None:
        # Nothing is done here: a line that is being written to the log cannot be interrupted by another.
        if not loop.is_closed():
            loop.call_soon_threadsafe(begin_to_stop if number in _STOP_SIGNALS else _on_hangup)

    # The loop's own handlers end with it; these stay until nothing is left to be ended.
    for number in (*_STOP_SIGNALS, *_HANGUP):
        signal.signal(number, on_signal)
    await run(settings, SiteLoader(lambda: in_daemon_thread(read), lambda: progress.text), stop)
