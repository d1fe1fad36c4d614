"""The bot's way to Telegram, which can be cut and mended while both run."""

from __future__ import annotations

import os
import socket
import threading

from bot.simulator import ImpossibleAction, TelegramServer
from bot.simulator.http.server import HOST


class TelegramConnection:
    """Cut, connections to the Bot API are refused; mended, it is served at the same port as before."""

    def __init__(self, server: TelegramServer) -> None:
        self._server = server
        self._held: socket.socket | None = None
        # Cutting takes a moment in which somebody may mend already: one after the other.
        self._lock = threading.Lock()

    def cut(self) -> None:
        """Have the bot reach nobody."""
        with self._lock:
            self._server.stop()
            # Bound, but not listened on: no other program gets the port. Windows would not let us have it back.
            if self._held is None and os.name == "posix":
                self._held = socket.socket()
                self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                self._held.bind((HOST, self._server.port))

    def mend(self) -> None:
        """Have the bot reach Telegram again.

        Raises:
            ImpossibleAction: another program has taken the port.
        """
        with self._lock:
            try:
                self._server.start()
            except OSError as error:
                fault = f"port {self._server.port} is taken ({error.strerror}); restart the preview"
                raise ImpossibleAction(fault) from error
            finally:
                if self._held:
                    self._held.close()
                    self._held = None
