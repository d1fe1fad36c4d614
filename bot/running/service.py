"""From settings to a bot at work, and to its clean end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from starlette.applications import Starlette

from bot.articles.folder_watcher import FolderWatcher
from bot.calls import LastContact, SendLimits, build_bot, official_limits
from bot.calls.backoff import Waits, backoff_waits
from bot.calls.client import TelegramBot
from bot.config.errors import InvalidSettings, StoreUnavailable, TokenRejected
from bot.config.settings import Settings
from bot.handlers.router import Router
from bot.incoming.addressing import identity_of
from bot.incoming.rate_limit import RateLimit
from bot.replies.conversation import Conversation
from bot.running.connection import connect
from bot.running.dispatcher import Dispatcher
from bot.running.menus import keep_menus
from bot.running.monitoring import Health, Instrumentation, LibraryState, Metrics, health_routes, run_watchdog
from bot.running.polling import end_webhook, poll
from bot.running.retry import run_unless_stopped
from bot.running.retrying_store import RetryingStore
from bot.running.update_parser import UpdateParser
from bot.running.web_server import serve
from bot.running.webhook import set_webhook, watch_webhook, webhook_route
from bot.store import Store, name_of_bot, open_store

_LOGGER = logging.getLogger(__name__)

_DEFAULT_PORT = 8080

# How long Telegram may hold back its answer while there are no updates, and how often it is asked about the webhook, in
# seconds.
_INTERVAL = 30


class Site(NamedTuple):
    """What the bot answers with; `watcher` replaces the conversation's library when its folder changes."""

    conversation: Conversation
    watcher: FolderWatcher | None = None


@dataclass(frozen=True, slots=True)
class SiteLoader:
    """Reads what the bot answers with, which may take minutes; `progress` says how far that is."""

    load: Callable[[], Awaitable[Site]]
    progress: Callable[[], str] = lambda: "the articles are being read"


async def run(
    settings: Settings,
    loader: SiteLoader,
    stop: asyncio.Event,
    on_ready: Callable[[], object] = lambda: None,
    *,
    limits: SendLimits | None = None,
    waits: Waits = backoff_waits,
) -> None:
    """Runs the bot until `stop` is set; then takes no more updates, finishes what it has in hand, and returns.

    Its port is open from the start, also while `loader` reads. `on_ready` is called once updates are taken. `limits`
    are how much may be sent; not given, what Telegram takes, and of all messages what the settings say. `waits` are
    those before Telegram is asked again after a failure.

    Raises:
        InvalidSettings: the token is missing, or the address cannot be listened on.
        ContentError, RetrievalError: there is nothing to answer with.
        StoreUnavailable: the store cannot be opened.
        TokenRejected: Telegram does not know the token, or not any more.
        TelegramSilent: Telegram could not be reached for as long as the settings allow.
    """
    if settings.telegram_token is None:
        raise InvalidSettings("TELEGRAM_TOKEN: missing; set it to the token that @BotFather gave you")
    contact = LastContact()
    health = Health(contact, settings.watchdog_seconds)
    metrics = Metrics(contact, lambda: process.library_state)
    metrics.watch_readiness(lambda: health.why_not_ready is None)
    instrumentation = Instrumentation(metrics)
    token = settings.telegram_token.get_secret_value()
    limits = limits or official_limits(settings.messages_per_second)
    bot = build_bot(token, settings.telegram_api_url, contact, limits, instrumentation.record_failure, waits=waits)
    process = _Process(settings, loader, bot, instrumentation, health, stop, waits)
    health.starting, health.out_of_reach = process.starting, process.out_of_reach
    health.content_faults = process.content_faults
    # The address answers from the start: hosts end processes that do not listen within a minute.
    async with _listen(settings, metrics, process):
        try:
            await _work_under_watchdog(process.work(on_ready), run_watchdog(health))
        finally:
            health.ready = False
            await bot.shutdown()


@dataclass(slots=True)
class _Process:
    """The bot at work, and what it works with. `site` is None until it is read, `reception` until it is connected."""

    settings: Settings
    loader: SiteLoader
    bot: TelegramBot
    instrumentation: Instrumentation
    health: Health
    stop: asyncio.Event
    waits: Waits
    site: Site | None = None
    reception: _Reception | None = None

    @property
    def library_state(self) -> LibraryState | None:
        """What answers now."""
        return self.site and LibraryState(self.site.conversation.library, self.site.watcher)

    def starting(self) -> str | None:
        """How far reading what it answers with is; None: that is done."""
        return None if self.site else self.loader.progress()

    def out_of_reach(self) -> str | None:
        """Why it can look up no question now, if it cannot."""
        return self.site.watcher.out_of_reach if self.site and self.site.watcher else None

    def content_faults(self) -> Sequence[str]:
        """The faults of article files, a line each."""
        return self.site.watcher.faults if self.site and self.site.watcher else ()

    async def take(self, raw: Sequence[object]) -> None:
        """Takes updates in; when it returns, they are written down.

        Raises:
            StoreUnavailable: they could not be.
        """
        if self.reception is None or not self.health.ready:
            raise StoreUnavailable("Updates cannot be taken: the bot is starting or stopping")
        await self.reception.take(raw)
        self.health.contact.note()

    async def work(self, on_ready: Callable[[], object]) -> None:
        """Reads what it answers with, connects, and answers until it is to stop."""
        self.site = site = await run_unless_stopped(self.loader.load(), self.stop)
        self.health.contact.restart()
        if site is None or not await connect(self.bot, self.settings.telegram_api_url, self.stop, self.waits):
            return
        name = name_of_bot(self.bot.id, self.settings.telegram_api_url)
        url, migrates = self.settings.database_url.get_secret_value(), self.settings.migrate
        store = await open_store(url, name, migrates=migrates)
        try:
            self.health.store_fault = lambda: store.fault
            memory = RetryingStore(store, self.instrumentation.record_failure)
            router = Router(self.bot, site.conversation, RateLimit(self.settings.questions_per_minute), memory)
            update_parser = UpdateParser(self.bot, self.instrumentation.record_failure)
            dispatcher = Dispatcher(update_parser, store, router, self.instrumentation)
            self.reception = _Reception(update_parser, store, dispatcher)
            self.health.ready = True
            async with asyncio.TaskGroup() as tasks:
                aside = [tasks.create_task(keep_menus(self.bot, site.conversation))]
                if site.watcher:
                    aside.append(tasks.create_task(site.watcher.watch(site.conversation.replace_library)))
                tasks.create_task(dispatcher.work(self.stop))
                rejected = await self._receive_until_rejected(on_ready)
                for task in aside:
                    task.cancel()
            if rejected:
                raise rejected
        finally:
            await store.close()

    async def _receive_until_rejected(self, on_ready: Callable[[], object]) -> TokenRejected | None:
        try:
            await self._receive(on_ready)
        except TokenRejected as error:
            self.stop.set()  # as when told to: what is in hand is given back, for whoever starts with the new token
            return error
        finally:
            self.health.ready = False
        _LOGGER.info("Stopping: finishing the answers in hand.")
        return None

    async def _receive(self, on_ready: Callable[[], object]) -> None:
        url, secret = self.settings.webhook_url, self.settings.webhook_secret
        # Often enough to be a sign of life in the eyes of the watchdog.
        interval = min(_INTERVAL, max(1, int(self.health.silence / 3))) if self.health.silence else _INTERVAL
        if url and secret:
            await set_webhook(self.bot, url, secret.get_secret_value(), self.stop, self.waits)
            self._begin(on_ready)
            await watch_webhook(self.bot, interval, self.stop, self.waits)
        else:
            await end_webhook(self.bot, self.stop, self.waits)
            self._begin(on_ready)
            await poll(self.bot, self.take, self.instrumentation.record_failure, interval, self.stop, waits=self.waits)

    def _begin(self, on_ready: Callable[[], object]) -> None:
        if not self.stop.is_set():
            _announce(self.bot, self.settings)
            on_ready()


@dataclass(frozen=True, slots=True)
class _Reception:
    """Where updates go when the bot is at work."""

    update_parser: UpdateParser
    store: Store
    dispatcher: Dispatcher

    async def take(self, raw: Sequence[object]) -> None:
        arrivals = list(self.update_parser.arrivals(raw))
        if arrivals and await self.store.add(arrivals):
            self.dispatcher.wake()


@asynccontextmanager
async def _listen(settings: Settings, metrics: Metrics, process: _Process) -> AsyncIterator[None]:
    """Serves what is asked of the process from outside: the webhook, and the signs of life where a port is set."""
    routes = health_routes(process.health, metrics, settings.metrics_token)
    if settings.webhook_url and settings.webhook_secret:
        secret, on_refusal = settings.webhook_secret.get_secret_value(), process.instrumentation.record_refusal
        routes.append(webhook_route(secret, process.take, on_refusal=on_refusal))
    elif settings.port is None:
        yield
        return
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False  # it would lead to whatever host a stranger names
    async with serve(app, settings.host, settings.port or _DEFAULT_PORT):
        yield


async def _work_under_watchdog(work: Coroutine[Any, Any, None], watchdog: Coroutine[Any, Any, None]) -> None:
    """Works until the work is done, or the watchdog bites."""
    tasks = [asyncio.create_task(work), asyncio.create_task(watchdog)]
    try:
        while not tasks[0].done():
            done, _ = await asyncio.wait(tasks[:1] if tasks[1].done() else tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    except BaseExceptionGroup as group:
        raise _first_of(group) from None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _first_of(group: BaseExceptionGroup) -> BaseException:
    first = group.exceptions[0]
    return _first_of(first) if isinstance(first, BaseExceptionGroup) else first


def _announce(bot: TelegramBot, settings: Settings) -> None:
    me = identity_of(bot)
    way = f"webhook at {settings.webhook_url}" if settings.webhook_url else "polling"
    heard = "commands, replies and mentions" if me.hears_all else "commands and replies, mentions perhaps"
    _LOGGER.info("@%s is at work by %s. In groups it hears %s.", me.username, way, heard)
