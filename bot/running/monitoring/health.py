"""The addresses that a host and Prometheus ask."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.calls import LastContact
from bot.running.monitoring.metrics import CONTENT_TYPE, Metrics


@dataclass(slots=True)
class Health:
    """How the process is.

    Alive: Telegram was reached within the last `silence` seconds (0: any time ago), or it still starts: `starting` says
    how far it is with that, None once it is through. Ready: it takes updates. `store_fault` says why it can write none
    down now, if it cannot. `out_of_reach` says why it can look up no question now, if it cannot: then others are better
    asked, but it takes updates, and says so. `content_faults` are those of
    article files: the others answer.
    """

    contact: LastContact
    silence: float
    ready: bool = False
    starting: Callable[[], str | None] = lambda: None
    store_fault: Callable[[], str | None] = lambda: None
    out_of_reach: Callable[[], str | None] = lambda: None
    content_faults: Callable[[], Sequence[str]] = tuple

    @property
    def alive(self) -> bool:
        """Whether the host should let the process live."""
        return not self.silence or self.starting() is not None or self.contact.seconds_ago < self.silence

    @property
    def why_not_ready(self) -> str | None:
        """Why others are better asked, one line; None: it is ready."""
        if not self.ready:
            progress = self.starting()
            return f"starting: {progress}" if progress else "starting or stopping"
        return self.store_fault() or self.out_of_reach()


def health_routes(health: Health, metrics: Metrics, metrics_token: SecretStr | None = None) -> list[Route]:
    """`/healthz`, `/readyz` (200 or 503) and `/metrics`, by GET; the last only with the token, if any (RFC 6750)."""
    expected = f"Bearer {metrics_token.get_secret_value()}".encode() if metrics_token else None

    async def healthz(_: Request) -> Response:
        seconds = health.contact.seconds_ago
        when = f"last reached {seconds:.0f} s ago" if health.contact.was_made else f"not reached in {seconds:.0f} s"
        return _state(health.alive, "ok", f"Telegram was {when}")

    async def readyz(_: Request) -> Response:
        why = health.why_not_ready
        faults = health.content_faults()
        left_out = f"\nfaults in article files: {len(faults)} (python -m bot check tells which)" if faults else ""
        return _state(why is None, f"ready{left_out}", f"not ready: {why}{left_out}")

    async def metrics_text(request: Request) -> Response:
        given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        if expected is not None and not hmac.compare_digest(given, expected):
            return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        return Response(metrics.exposition(), media_type=CONTENT_TYPE)

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics_text)]


def _state(good: bool, yes: str, no: str) -> Response:
    return PlainTextResponse(f"{yes if good else no}\n", status_code=200 if good else 503)
