"""Updates by webhook: Telegram posts them to this process."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Update

from bot.errors import InvalidSettings
from bot.running.application import ALLOWED_UPDATES, BotApplication
from bot.settings import Settings

_LOGGER = logging.getLogger(__name__)

PATH = "/telegram"
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name, not its value


@asynccontextmanager
async def webhook(application: BotApplication, settings: Settings) -> AsyncIterator[None]:
    """Takes updates from Telegram while the context lasts; the webhook stays set, so that Telegram keeps the rest.

    Raises:
        InvalidSettings: the address cannot be listened on, or settings for a webhook are missing.
    """
    if not settings.webhook_url or not settings.webhook_secret:
        raise InvalidSettings("WEBHOOK_URL and WEBHOOK_SECRET: both are needed for a webhook")
    secret = settings.webhook_secret.get_secret_value()
    async with _served(webhook_app(application, secret), settings.host, settings.port):
        await application.bot.set_webhook(
            settings.webhook_url + PATH, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES)
        )
        yield


def webhook_app(application: BotApplication, secret: str) -> Starlette:
    """The web application: `POST /telegram` for Telegram, `GET /healthz` for the host."""

    async def take(request: Request) -> Response:
        given = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=401)
        try:
            update = Update.de_json(json.loads(await request.body()), application.bot)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            # Taken all the same: Telegram would repeat what is refused, and hold back the chat's next updates.
            _LOGGER.warning("An update could not be read and is skipped (%s).", type(error).__name__)
            return Response()
        await application.update_queue.put(update)
        return Response()

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    return Starlette(routes=[Route(PATH, take, methods=["POST"]), Route("/healthz", healthz)])


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # The service listens to signals: it stops the server first, then finishes the answers in hand.
        yield


@asynccontextmanager
async def _served(app: Starlette, host: str, port: int) -> AsyncIterator[None]:
    server = _Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off"))
    with _listening(host, port) as listener:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield
        finally:
            server.should_exit = True
            await serving


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # Made anew from its descriptor, the socket knows that it speaks TCP; only then does asyncio switch off Nagle's
        # algorithm, which otherwise holds an answer back for 40 ms.
        listener = socket.socket(fileno=socket.create_server((host, port), family=family).detach())
    except OSError as error:
        why = (error.strerror or str(error)).partition(" (")[0]
        raise InvalidSettings(f"HOST, PORT: cannot listen on {host}:{port} ({why}); choose another") from error
    with listener:
        yield listener
