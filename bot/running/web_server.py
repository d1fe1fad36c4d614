"""A web server within the bot's own event loop."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.config.errors import InvalidSettings

# Whoever has not told within this time what it wants gets no more of it, in seconds.
_HEAD = 10.0

# Requests in hand when the process is to stop are answered in milliseconds, or never.
_GRACE = 2

# As many are served at once, the others are told 503: Telegram uses 40 connections at most, unless told otherwise.
_CONNECTIONS = 200

_MEND = "write one of its addresses; 0.0.0.0 stands for all of them, and :: for those of IPv6, too"


# uvicorn's log of all that happens, good or bad, is called so; nobody who sees that name in a line knows what it is.
_UVICORN = logging.getLogger("uvicorn.error")


def _as_this_module(record: logging.LogRecord) -> bool:
    """Of uvicorn's log what is a warning or worse, under this module's name: that it starts and ends is known."""
    record.name = __name__
    return record.levelno >= logging.WARNING


@asynccontextmanager
async def serve(app: Starlette, host: str, port: int, head_seconds: float = _HEAD) -> AsyncIterator[None]:
    """Serves the application while the context lasts; hangs up on who has not said within `head_seconds` what it wants.

    Raises:
        InvalidSettings: the address cannot be listened on.
    """
    config = uvicorn.Config(
        app,
        http=partial(_Protocol, head_seconds),  # type: ignore[arg-type]  # it only calls it
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE,
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


class _Protocol(H11Protocol):
    """Hangs up on those who connect and do not say what they want; uvicorn itself would wait for ever."""

    def __init__(self, head_seconds: float, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head_seconds = head_seconds
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._head_timer = self.loop.call_later(self._head_seconds, self._hang_up_unless_asked)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._head_timer:
            self._head_timer.cancel()
        super().connection_lost(exc)

    def _hang_up_unless_asked(self) -> None:
        if self.cycle is None:
            self.transport.close()


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
