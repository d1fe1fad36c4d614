"""Web pages and feeds, fetched within limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from urllib.request import getproxies

import httpx

from bot.config.errors import NotNow, Unfetchable
from bot.config.network import check_network_variables
from bot.ingest.http.body import ENCODINGS, read_body
from bot.ingest.http.deadline import Deadline
from bot.ingest.http.material import Material
from bot.ingest.http.network import PRIVATE, is_private, is_public, public_address

# Bytes. The HTML of a long article has some hundred thousand; films and archives end here.
_MAX_BYTES = 5_000_000
_SECONDS = 30.0
_SECONDS_OF_SILENCE = 10.0
_MAX_REDIRECTS = 5

# Seconds. Who asks to be left alone for longer is asked again after a day.
_LONGEST_WAIT = 86_400.0

_TEXTS = (
    "text/",
    *(f"application/{each}" for each in ("xhtml+xml", "xml", "rss+xml", "atom+xml", "rdf+xml", "feed+json", "json")),
)
_HEADERS = {
    "Accept-Encoding": ENCODINGS,
    "User-Agent": "Mozilla/5.0 (compatible; Belegbot)",  # some publishers refuse clients that do not say who they are
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, "
    "application/atom+xml;q=0.9, application/rss+xml;q=0.9, application/rdf+xml;q=0.9, application/xml;q=0.8",
}
_TOO_LONG = "it takes too long; try again later, or save the page and add its file"
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def fetch(
    address: str,
    *,
    headers: Mapping[str, str] = _NO_HEADERS,
    public_only: bool = False,
    allowed_origin: str | None = None,
    max_bytes: int = _MAX_BYTES,
    seconds: float = _SECONDS,
) -> Material:
    """The page at an http or https address, following at most five redirects.

    `headers` are sent along; those that ask for it only if it has changed may have the answer that it has not.

    It may have `max_bytes`, and take `seconds`, from the first connection to the last byte. With `public_only` each
    host on the way has to be one of the public internet, and the connection goes to the very address that was checked,
    by no proxy: for callers that act for somebody else, who must not reach this machine or its neighbours through it.
    Only the host and port of the address `allowed_origin` may be private then. A person at the terminal may name a
    private host, which may lead to others; a public one may not lead there.

    Raises:
        Unfetchable: it is no such address, or may not be fetched; there is no answer, none in time, or no text.
            `NotNow` where it is worth while to try again later.
        InvalidSettings: the environment's variables for the network cannot be used.
    """
    if not public_only:
        check_network_variables()
    with (
        Deadline(seconds) as deadline,
        _one_line_errors(address, deadline),
        httpx.Client(timeout=_SECONDS_OF_SILENCE, trust_env=not public_only) as client,
    ):
        client.headers.update({**_HEADERS, **headers})
        way = _Way(client, deadline, httpx.URL(allowed_origin) if allowed_origin else None, public_only)
        url = _require_http(httpx.URL(address))
        for _ in range(_MAX_REDIRECTS + 1):
            response = way.go(url)
            try:
                if not response.has_redirect_location:
                    body = _body(response, max_bytes)
                    if deadline.is_over:  # what ends with the connection looks whole when that was cut
                        raise NotNow(_TOO_LONG)
                    return _material(response, url, body, is_private=way.is_private)
                url = _require_http(url.join(response.headers["Location"]))
            finally:
                response.close()
        raise Unfetchable(f"it leads from address to address, more than {_MAX_REDIRECTS} times")


@dataclass(slots=True)
class _Way:
    """From address to address. `is_private`: the first is in a private network; then none of the others is guarded."""

    client: httpx.Client
    deadline: Deadline
    allowed: httpx.URL | None
    is_guarded: bool
    is_private: bool = False

    def go(self, url: httpx.URL) -> httpx.Response:
        """What answers at the address; from then on, a public one leads to nothing private."""
        is_allowed = self.allowed is not None and _origin(url) == _origin(self.allowed)
        response = self._answer(url, guarded=self.is_guarded and not is_allowed)
        if not self.is_guarded and not self.is_private:
            self.is_private = self._was_private(response, url)
            self.is_guarded = not self.is_private
        return response

    def _answer(self, url: httpx.URL, *, guarded: bool) -> httpx.Response:
        by_proxy = self.client.trust_env and bool(getproxies())
        if guarded and by_proxy and is_private(str(url)):
            raise Unfetchable(PRIVATE)
        request = request_to(self.client, url, public_only=guarded and not by_proxy)
        request.extensions["trace"] = self.deadline.trace
        return self.client.send(request, stream=True)

    def _was_private(self, response: httpx.Response, url: httpx.URL) -> bool:
        """By the address that it came from; through a proxy, by what its name leads to here."""
        if self.client.trust_env and getproxies():
            return is_private(str(url))
        return not is_public(str(response.extensions["network_stream"].get_extra_info("server_addr")[0]))


@contextmanager
def _one_line_errors(address: str, deadline: Deadline) -> Iterator[None]:
    try:
        try:
            yield
        except httpx.HTTPError as error:
            if not deadline.is_over:
                raise
            raise NotNow(_TOO_LONG) from error
    except Unfetchable as error:
        error.args = (f"{address}: {error}",)
        raise
    except httpx.TimeoutException as error:
        raise NotNow(f"{address}: no answer in {_SECONDS_OF_SILENCE:.0f} s; try again later") from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Unfetchable(f"{address}: this is no web address; write it like https://example.org/article") from error
    except (httpx.HTTPError, OSError) as error:
        raise NotNow(f"{address}: it cannot be fetched ({error}); check the address") from error


def _require_http(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https") or not url.host:
        raise Unfetchable("only addresses that begin with http:// or https:// are fetched")
    return url


def request_to(client: httpx.Client, url: httpx.URL, *, public_only: bool) -> httpx.Request:
    """The request for the page at `url`; with `public_only` to the very address that was checked."""
    if not public_only:
        return client.build_request("GET", url)
    return client.build_request(
        "GET",
        url.copy_with(host=public_address(url)),
        headers={"Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": url.raw_host.decode("ascii")},  # whose certificate is expected
    )


def _origin(url: httpx.URL) -> tuple[str, int]:
    return url.host, url.port or {"http": 80}.get(url.scheme, 443)


def _body(response: httpx.Response, max_bytes: int) -> bytes:
    if response.status_code == httpx.codes.NOT_MODIFIED:
        return b""
    if response.is_error:
        raise _error_of(response)
    if not _media_type(response).startswith(_TEXTS):
        raise Unfetchable(f"it is {_media_type(response)}, no text; copy its text into a .txt file")
    return read_body(response, max_bytes)


def _error_of(response: httpx.Response) -> Unfetchable:
    what = f"the server answers {response.status_code} {response.reason_phrase}"
    if response.is_server_error or response.status_code in (httpx.codes.TOO_MANY_REQUESTS, httpx.codes.REQUEST_TIMEOUT):
        return NotNow(f"{what}; try again later", seconds_to_wait(response.headers.get("Retry-After", "")))
    return Unfetchable(f"{what}; check the address")


def seconds_to_wait(stated: str) -> float | None:
    """Of a Retry-After (RFC 9110, 10.2.3): a number of seconds or a date, at most a day; None where it is neither."""
    try:
        seconds = float(stated) if stated.strip().isdecimal() else _seconds_until(parsedate_to_datetime(stated))
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(0.0, seconds), _LONGEST_WAIT)


def _seconds_until(until: datetime) -> float:
    return (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


def _media_type(response: httpx.Response) -> str:
    stated: str = response.headers.get("Content-Type", "text/html")
    return stated.partition(";")[0].strip().lower()


def _material(response: httpx.Response, url: httpx.URL, body: bytes, *, is_private: bool) -> Material:
    plain = str(url.copy_with(userinfo=b"", fragment=None))  # a password in it is nobody's business
    return Material(
        body,
        plain,
        plain,
        _media_type(response),
        response.charset_encoding,
        {name.lower(): value for name, value in response.headers.items()},
        unchanged=response.status_code == httpx.codes.NOT_MODIFIED,
        is_private=is_private,
    )
