"""The simulator as a server on this machine, in a thread of its own."""

from __future__ import annotations

import os
import socket
import threading
from types import TracebackType
from typing import Final, Self

import uvicorn
from starlette.applications import Starlette

from bot.simulator.app import create_app
from bot.simulator.telegram import Telegram
from bot.simulator.transport import TransportProtocol

HOST: Final = "127.0.0.1"

# How long, in seconds, requests under way may take when it stops. A client that asks without a pause has always one.
_GRACE: Final = 2


class TelegramServer:
    """Serves a `Telegram` over HTTP between `start` and `stop`, or within `with`.

    Only this machine can reach it. With port 0 a free one is taken; `url` says which. It can be started again.
    """

    def __init__(self, telegram: Telegram, port: int = 0) -> None:
        self.telegram = telegram
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The base address: requests go to `<url>/bot<token>/<method>`."""
        return f"http://{HOST}:{self._port}"

    def start(self) -> None:
        """Begin to serve; returns as soon as it does.

        Raises:
            OSError: the port is taken.
        """
        listener = _listen(self._port)
        self._port = listener.getsockname()[1]
        self.telegram.is_serving = True
        self._server = _Server(create_app(self.telegram))
        self._thread = threading.Thread(target=self._server.run, args=([listener],), name="telegram", daemon=True)
        self._thread.start()
        self._server.is_ready.wait()

    def stop(self) -> None:
        """End it: requests that wait for updates are answered with none, and the port is free when this returns."""
        if self._server and self._thread:
            self._server.should_exit = True
            self.telegram.is_serving = False
            self.telegram.changed()
            self._thread.join()
            self._server = self._thread = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()


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


class _Server(uvicorn.Server):
    """Tells when it has begun to serve, or has failed to."""

    def __init__(self, app: Starlette) -> None:
        self.is_ready = threading.Event()
        config = uvicorn.Config(
            app,
            http=TransportProtocol,
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            timeout_graceful_shutdown=_GRACE,
        )
        super().__init__(config)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        finally:
            self.is_ready.set()
