"""Updates by webhook: Telegram posts them to this process, which answers once they are written down."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.calls import error_kind
from bot.calls.backoff import Waits, backoff_waits
from bot.config.errors import InvalidSettings, StoreUnavailable
from bot.incoming.request_body import TooLarge, read_body
from bot.incoming.updates import ALLOWED_UPDATES
from bot.running.connection import confirm_token, retry_while_known
from bot.running.retry import pause, run_unless_stopped
from bot.running.web_server import KEEP_ALIVE

_LOGGER = logging.getLogger(__name__)

PATH = "/telegram"
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name, not its value

# Telegram's updates have some kilobytes; a megabyte is more than any can have.
_LARGEST_BODY = 1 << 20
_BODY_SECONDS = 10.0

Take = Callable[[Sequence[object]], Awaitable[None]]


def webhook_route(
    secret: str,
    take: Take,
    body_seconds: float = _BODY_SECONDS,
    on_refusal: Callable[[int], object] = lambda _: None,
) -> Route:
    """`POST /telegram`, for whoever knows the secret: hands the update to `take`, and answers 200 when it is safe.

    401 without the secret, 408 and 413 for bodies that are too slow or too large, 503 while updates cannot be taken:
    Telegram then posts it again. `on_refusal` is told each of these statuses.
    """

    def refuse(status: int) -> Response:
        on_refusal(status)
        # The connection is closed: what is left of the body is not waited for.
        return Response(status_code=status, headers={"Connection": "close"})

    async def post(request: Request) -> Response:
        given = request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            return refuse(401)
        try:
            async with asyncio.timeout(body_seconds):
                body = await read_body(request, _LARGEST_BODY)
        except TooLarge:
            return refuse(413)
        except (TimeoutError, ClientDisconnect):
            return refuse(408)
        try:
            update: object = json.loads(body)
        except (ValueError, RecursionError):
            update = None  # taken all the same: Telegram would repeat what is refused, and hold back the chat's next
        try:
            await take([update])
        except StoreUnavailable:  # the log has told of it once; Telegram will post the update again
            return refuse(503)
        return Response(headers=KEEP_ALIVE)

    return Route(PATH, post, methods=["POST"])


async def set_webhook(
    bot: ExtBot[None], base_url: str, secret: str, stop: asyncio.Event, waits: Waits = backoff_waits
) -> None:
    """Tells Telegram where to post; it stays told, so that it keeps what comes while the process is away.

    Raises:
        InvalidSettings: Telegram does not take the address.
        TokenRejected: Telegram does not know the token any more.
    """

    def set_address() -> Awaitable[bool]:
        return bot.set_webhook(base_url + PATH, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES))

    def log(kind: str, wait: float) -> None:
        _LOGGER.warning("The webhook cannot be set (%s); trying again in %.0f s.", kind, wait)

    try:
        await retry_while_known(set_address, bot, stop, log, waits=waits, final=(BadRequest,))
    except BadRequest as error:
        raise InvalidSettings(f"WEBHOOK_URL: Telegram does not take it ({error.message})") from None


async def watch_webhook(bot: ExtBot[None], interval: float, stop: asyncio.Event, waits: Waits = backoff_waits) -> None:
    """Asks Telegram every `interval` seconds whether its posts arrive, and logs what keeps them from it.

    It is the sign of life, too, while nobody asks anything.

    Raises:
        TokenRejected: Telegram does not know the token any more.
    """
    reported_at: object = None
    while not stop.is_set():
        try:
            info = await run_unless_stopped(bot.get_webhook_info(), stop)
        except TelegramError as error:
            _LOGGER.warning("Telegram cannot be asked about the webhook (%s).", error_kind(error))
            if isinstance(error, InvalidToken):
                await confirm_token(bot, stop, waits)
        else:
            if info and info.last_error_message and info.last_error_date != reported_at:
                _LOGGER.warning("Telegram could not post to %s: %s", info.url, info.last_error_message)
                reported_at = info.last_error_date
        await pause(interval, stop)
