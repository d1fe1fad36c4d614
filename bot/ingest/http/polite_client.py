"""A polite client: one request at a time, with a pause between two to the same host."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from bot.config.errors import NotNow
from bot.ingest.http.client import fetch
from bot.ingest.http.material import Material

# Seconds between two requests to a host.
_PAUSE = 1.0


class PoliteClient:
    """Fetches pages one after the other, and reports each address before.

    A host that did not answer, or asked for a pause, is then left alone.
    """

    def __init__(
        self,
        report: Callable[[str], None] = lambda _: None,
        pause: float = _PAUSE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._report = report
        self._pause = pause
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._closed: set[str] = set()

    def fetch(
        self,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        public_only: bool,
        allowed_origin: str | None = None,
    ) -> Material:
        """The page; `public_only`: only from the public internet, but for the host and port of `allowed_origin`.

        Raises:
            Unfetchable, NotNow: as `fetch` does; `NotNow` also when its host is left alone.
        """
        host = _host(address)
        if host in self._closed:
            raise NotNow(f"{address}: not asked for, because the server did not answer before; it is tried next time")
        if host in self._last:
            self._sleep(max(0.0, self._last[host] + self._pause - time.monotonic()))
        self._report(address)
        try:
            return fetch(address, headers=headers or {}, public_only=public_only, allowed_origin=allowed_origin)
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
