"""A web server within the bot's own event loop."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import uvicorn
from h11 import LocalProtocolError
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.config.errors import InvalidSettings

# Whoever has not told within this time what it wants gets no more of it, in seconds.
_HEAD = 10.0

# Requests in hand when the process is to stop are answered in milliseconds, or never.
_GRACE = 2

# As many connections there are at once: Telegram uses 40 at most, unless told otherwise. For one more, the oldest of
# those goes that have not said yet what they want. So many are accepted before that is looked at (listen(2)).
_CONNECTIONS = 200
_BACKLOG = 100

_MEND = "write one of its addresses; 0.0.0.0 stands for all of them, and :: for those of IPv6, too"

# The header of an answer to somebody who is known.
KEEP_ALIVE = {"Connection": "keep-alive"}

# uvicorn's log of all that happens, good or bad, is called so; nobody who sees that name in a line knows what it is.
_UVICORN = logging.getLogger("uvicorn.error")


def _as_this_module(record: logging.LogRecord) -> bool:
    """Of uvicorn's log what is a warning or worse, under this module's name: that it starts and ends is known."""
    record.name = __name__
    return record.levelno >= logging.WARNING


@asynccontextmanager
async def serve(
    app: Starlette, host: str, port: int, head_seconds: float = _HEAD, connections: int = _CONNECTIONS
) -> AsyncIterator[None]:
    """Serves the application while the context lasts; hangs up on who has not said within `head_seconds` what it wants.

    A connection is closed after each answer, unless the answer itself says that it is kept (`KEEP_ALIVE`): whoever is
    not known cannot hold one. Of more than so many connections, the oldest go of which nothing is known yet.

    Raises:
        InvalidSettings: the address cannot be listened on.
    """
    config = uvicorn.Config(
        _close_by_default(app),
        http=partial(_Protocol, _Limits(head_seconds, connections)),  # type: ignore[arg-type]  # it only calls it
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        backlog=_BACKLOG,
        timeout_graceful_shutdown=_GRACE,
        # Hosts set WEB_CONCURRENCY for other servers, which uvicorn reads otherwise, and ends where it is no number.
        workers=1,
        proxy_headers=False,
    )
    _UVICORN.addFilter(_as_this_module)
    server = _Server(config)
    with _listen(host, port) as listener:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield
        finally:
            server.should_exit = True
            await serving


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # The service listens to signals: it stops the server first, then finishes the answers in hand.
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for connection in list(self.server_state.connections):
            connection.transport.abort()  # whoever was not through in time
        await asyncio.sleep(0)  # in which the sockets are closed


def _close_by_default(app: ASGIApp) -> ASGIApp:
    """The application, whose answers close the connection if they do not say what becomes of it."""

    async def closing(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_closing(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Connection", "close")
            await send(message)

        await app(scope, receive, send_closing)

    return closing


@dataclass(frozen=True, slots=True)
class _Limits:
    """What connections may do, and those, the oldest first, that have not said yet what they want."""

    head_seconds: float
    connections: int
    waiting: dict[_Protocol, None] = field(default_factory=dict)


class _Protocol(H11Protocol):
    """Hangs up on those who do not say what they want, before the first request as before every other.

    uvicorn itself waits for ever for the first, and for every other one from its first byte on.
    """

    def __init__(self, limits: _Limits, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._limits = limits
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._limits.waiting[self] = None
        self._expect_head()
        if len(self.connections) > self._limits.connections:
            oldest = next(iter(self._limits.waiting))
            del self._limits.waiting[oldest]
            oldest.transport.abort()

    def data_received(self, data: bytes) -> None:
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._limits.waiting.pop(self, None)

    def send_400_response(self, msg: str) -> None:
        # uvicorn would raise where what is wrong comes behind a whole request, whose answer is on its way or still to
        # come: whoever sends that gets none.
        with suppress(LocalProtocolError):
            super().send_400_response(msg)
        self.transport.close()
        if self.cycle:
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def on_response_complete(self) -> None:
        self._expect_head()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._limits.waiting.pop(self, None)
        if self._head_timer:
            self._head_timer.cancel()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        if self._head_timer:
            self._head_timer.cancel()
        self._head_timer = self.loop.call_later(self._limits.head_seconds, self._hang_up_after, self.cycle)

    def _hang_up_after(self, last: object) -> None:
        """Unless something was asked since."""
        if self.cycle is last:
            self.transport.abort()


@contextmanager
def _listen(host: str, port: int) -> Iterator[socket.socket]:
    check_host(host)
    try:
        # Made anew from its descriptor, the socket knows that it speaks TCP; only then does asyncio switch off Nagle's
        # algorithm, which otherwise holds an answer back for 40 ms.
        listener = socket.socket(fileno=_server(host, port).detach())
    except OSError as error:
        shown = f"[{host}]" if ":" in host else host
        raise InvalidSettings(
            f"HOST, PORT: cannot listen on {shown}:{port} ({_reason(error)}); choose another port"
        ) from None
    with listener:
        yield listener


def check_host(host: str) -> None:
    """Looks whether there is such an address on this machine; its ports may be taken.

    Raises:
        InvalidSettings: there is none.
    """
    try:
        _server(host, 0).close()
    except (OSError, UnicodeError) as error:
        raise InvalidSettings(f"HOST: {host} is no address of this machine ({_reason(error)}); {_MEND}") from None


def _reason(error: OSError | UnicodeError) -> str:
    if isinstance(error, UnicodeError):
        return "it is no name of a host"
    return (error.strerror or str(error)).partition(" (")[0]


def _server(host: str, port: int) -> socket.socket:
    """A socket that listens; "::" stands for all addresses of the machine, those of the older protocol, too."""
    (family, _, _, _, _), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    is_both = host == "::" and socket.has_dualstack_ipv6()
    return socket.create_server((host, port), family=family, dualstack_ipv6=is_both)
