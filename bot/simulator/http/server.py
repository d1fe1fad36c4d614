"""The simulator as a server on this machine, in a thread of its own."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from types import TracebackType
from typing import Final, Self

import uvicorn
from starlette.types import ASGIApp

from bot.simulator.faults.transport import TransportProtocol
from bot.simulator.http.app import create_app
from bot.simulator.telegram import Telegram

HOST: Final = "127.0.0.1"

# How long, in seconds, requests under way may take when it stops. A client that asks without a pause has always one.
_GRACE: Final = 2


class LocalServer:
    """Serves an application between `start` and `stop`, or within `with`. It can be started again, at the same port.

    Only this machine can reach it. With port 0 a free one is taken; `url` says which.
    """

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        self._app = app
        self._port = port
        self._server: _UvicornServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """Where it listens; 0 before the first start, if any would do."""
        return self._port

    @property
    def url(self) -> str:
        """The base address, without a slash at its end."""
        return f"http://{HOST}:{self._port}"

    def start(self) -> None:
        """Begin to serve, unless it does; returns as soon as it does.

        Raises:
            OSError: the port is taken.
        """
        if self._server:
            return
        listener = _listen(self._port)
        self._port = listener.getsockname()[1]
        self._server = _UvicornServer(self._app)
        self._thread = threading.Thread(target=self._server.run, args=([listener],), name=self.url, daemon=True)
        self._thread.start()
        self._server.is_ready.wait()

    def stop(self) -> None:
        """End it: what is still asked is answered first, and the port is free when this returns."""
        if self._server and self._thread:
            self._server.should_exit = True
            self.stop_waiting()
            self._thread.join()
            self._server = self._thread = None

    def stop_waiting(self) -> None:
        """Have requests answered that wait for something to happen."""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()


class TelegramServer(LocalServer):
    """Serves a `Telegram` over HTTP: requests go to `<url>/bot<token>/<method>`."""

    def __init__(self, telegram: Telegram, port: int = 0) -> None:
        super().__init__(create_app(telegram), port)
        self.telegram = telegram

    def start(self) -> None:
        """As every server does, and let requests wait for updates."""
        self.telegram.is_serving = True
        super().start()

    def stop_waiting(self) -> None:
        """Answer requests that wait for updates with none."""
        self.telegram.is_serving = False
        self.telegram.notify()


def _listen(port: int) -> socket.socket:
    # With the protocol named: asyncio switches Nagle's algorithm off only then, and with it every answer takes 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # A port that was just given up can be taken again; on Windows the option would share one in use.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


class _UvicornServer(uvicorn.Server):
    """Tells when it has begun to serve, or has failed to."""

    def __init__(self, app: ASGIApp) -> None:
        self.is_ready = threading.Event()
        config = uvicorn.Config(
            app,
            http=TransportProtocol,
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            timeout_graceful_shutdown=_GRACE,
            workers=1,  # not what the environment says for other servers
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for connection in list(self.server_state.connections):
            connection.transport.abort()  # whoever was not through in time
        await asyncio.sleep(0)  # in which the sockets are closed

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        finally:
            self.is_ready.set()
