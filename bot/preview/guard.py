"""Who may ask: the page itself, in a browser on this machine, opened at the address that the command has printed.

Others who work on this machine can reach the port, but not know the token in that address. Not other web pages, either,
whatever they call this server.

A web page from elsewhere can have a name of its own point to 127.0.0.1 ("DNS rebinding"): the Host header gives it
away. It can also post to this address across origins: the Origin header does.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    # All that the page is made of comes from here; nothing may be framed, sent as a form, or run from a text.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # A developer who changes the page sees the change at the next reload.
    "Cache-Control": "no-store",
}


class Guard:
    """Lets only the page's own requests through, and tells the browser to load nothing from elsewhere.

    Args:
        app: what is guarded.
        port: where it is served; asked when a request comes, as it is not known before.
        token: with what each path begins.
    """

    def __init__(self, app: ASGIApp, port: Callable[[], int], token: str) -> None:
        self._app = app
        self._port = port
        self._prefix = f"/{token}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif complaint := self._complaint(Headers(scope=scope), scope["path"]):
            await PlainTextResponse(complaint + "\n", status_code=403, headers=_HEADERS)(scope, receive, send)
        else:
            await self._app({**scope, "path": scope["path"][len(self._prefix) - 1 :]}, receive, _with_headers(send))

    def _complaint(self, headers: Headers, path: str) -> str | None:
        begins = path.encode("utf-8", "replace")[: len(self._prefix)]
        if not hmac.compare_digest(begins, self._prefix.encode()):
            return "This preview is reached at the whole address that it has printed only."
        hosts = {f"{name}:{self._port()}" for name in ("127.0.0.1", "localhost")}
        if headers.get("host", "") not in hosts:
            return "This preview is reached as http://127.0.0.1 only."
        # Browsers leave the origin out where a page reads from its own server; so do programs that are no browsers.
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return "This preview is asked by its own page only."
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            return "This preview is asked by its own page only."
        return None


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_HEADERS)
        await send(message)

    return send_with_headers
