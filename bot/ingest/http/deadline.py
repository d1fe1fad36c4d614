"""One deadline over all of a request: its connection, the head of its answer, and the body.

httpx' own timeouts are those of one silence: a server that sends a byte a second keeps a client for ever.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any


class Deadline:
    """Cuts the connections of a request when its time is up; within a `with` block. `is_over` tells of it.

    `trace` is httpcore's extension of a request by that name (encode.github.io/httpcore/extensions): by it the
    connections are known as soon as they are there.
    """

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._connections: list[socket.socket] = []

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() > self._until

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Notes a new connection: of its socket a twin, since TLS takes the socket itself away."""
        if event.endswith("connect_tcp.complete"):
            with self._lock:
                self._connections.append(info["return_value"].get_extra_info("socket").dup())
            if self.is_over:
                self._cut()

    def _cut(self) -> None:
        with self._lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):  # it has ended
                    connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            for connection in self._connections:
                connection.close()
