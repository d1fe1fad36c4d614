"""Servers, asked politely: one request at a time, with a pause between two to the same host."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from bot.adding import Material, fetch
from bot.config.errors import NotNow

# Seconds between two requests to a host.
PAUSE = 1.0


class Asking:
    """Fetches pages one after the other, and tells each address before.

    A host that did not answer, or asked for a pause, is then left alone.
    """

    def __init__(
        self,
        tell: Callable[[str], None] = lambda _: None,
        pause: float = PAUSE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._tell = tell
        self._pause = pause
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._closed: set[str] = set()

    def __call__(
        self, address: str, *, headers: Mapping[str, str] | None = None, guarded: bool, neighbour: str | None = None
    ) -> Material:
        """The page; `guarded`: only from the public internet, but for the host and port of `neighbour`.

        Raises:
            Unfetchable, NotNow: as `fetch` does; `NotNow` also when its host is left alone.
        """
        host = _host(address)
        if host in self._closed:
            raise NotNow(f"{address}: not asked for, because the server did not answer before; it is tried next time")
        if host in self._last:
            self._sleep(max(0.0, self._last[host] + self._pause - time.monotonic()))
        self._tell(address)
        try:
            return fetch(address, headers=headers or {}, public_only=guarded, neighbour=neighbour)
        except NotNow:
            self._closed.add(host)
            raise
        finally:
            self._last[host] = time.monotonic()


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return address
