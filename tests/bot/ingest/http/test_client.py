"""Pages fetched from a real server of this machine, within limits."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from bot.config.errors import Unfetchable
from bot.ingest.http.client import fetch, request_to, seconds_to_wait
from tests.support.processes import free_port

PAGE = b"<html><body>Gr\xfc\xdfe</body></html>"


class Publisher(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        match self.path.split("/")[1:]:
            case ["page"]:
                self.answer(200, {"Content-Type": "text/html; charset=ISO-8859-1"}, PAGE)
            case ["image"]:
                self.answer(200, {"Content-Type": "image/png"}, b"\x89PNG")
            case ["large"]:
                self.answer(200, {"Content-Type": "text/plain"}, b"x" * 2_000)
            case ["bomb"]:
                body = gzip.compress(b"x" * 1_000_000)
                self.answer(200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, body)
            case ["away"]:
                self.answer(302, {"Location": "/page"}, b"")
            case ["to", *address]:
                self.answer(302, {"Location": "/".join(address)}, b"")
            case ["round"]:
                self.answer(302, {"Location": "/round"}, b"")
            case ["slow"]:
                self.send_response(200)
                self.end_headers()
                for _ in range(40):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            case path:
                self.misbehave(path)

    def misbehave(self, path: list[str]) -> None:
        match path:
            case ["packed", encoding, *times]:
                body = b"x" * 1_000_000
                for _ in times:
                    body = gzip.compress(body)
                self.answer(200, {"Content-Type": "text/plain", "Content-Encoding": encoding.replace("+", ", ")}, body)
            case ["zlib", bits]:
                packer = zlib.compressobj(wbits=int(bits))
                body = packer.compress(PAGE) + packer.flush()
                self.answer(200, {"Content-Type": "text/html", "Content-Encoding": "deflate"}, body)
            case ["gzip-header"]:
                self.send_response(200)
                self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(b"\x1f\x8b\x08\x08" + bytes(6))
                while True:  # the file's name, which never ends
                    self.wfile.write(b"x" * 1_000)
            case ["head", piece]:
                self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
                while True:
                    self.wfile.write(b"x" * int(piece))
                    time.sleep(0.02)
            case _:
                self.answer(404, {}, b"nothing")

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Not to the terminal."""

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            return  # who had enough went away


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Publisher) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def told(address: str, *, most: int = 10_000, seconds: float = 10) -> str:
    with pytest.raises(Unfetchable) as caught:
        fetch(address, max_bytes=most, seconds=seconds)
    assert str(caught.value).startswith(f"{address}: ")
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{address}: ")


def test_a_page_comes_with_what_the_server_says_of_it(site: str) -> None:
    page = fetch(f"{site}/page")
    assert (page.data, page.media_type, page.charset) == (PAGE, "text/html", "iso-8859-1")
    assert page.url == page.name == f"{site}/page"


def test_redirects_are_followed_to_where_it_stands(site: str) -> None:
    assert fetch(f"{site}/away#part").url == f"{site}/page"


def test_passwords_and_fragments_do_not_get_into_the_article(site: str) -> None:
    assert fetch(site.replace("//", "//ida:secret@") + "/page#part").url == f"{site}/page"


def test_redirects_end(site: str) -> None:
    assert told(f"{site}/round") == "it leads from address to address, more than 5 times"


@pytest.mark.parametrize("elsewhere", ["file:///etc/passwd", "ftp://example.org/", "gopher://x/"])
def test_a_redirect_cannot_lead_out_of_the_web(site: str, elsewhere: str) -> None:
    assert told(f"{site}/to/{elsewhere}") == "only addresses that begin with http:// or https:// are fetched"


def test_what_is_no_page_is_told(site: str) -> None:
    assert told(f"{site}/nothing") == "the server answers 404 Not Found; check the address"
    assert told(f"{site}/image") == "it is image/png, no text; copy its text into a .txt file"


def test_size_and_time_are_limited(site: str) -> None:
    assert told(f"{site}/large", most=1_000) == "it has more than 1,000 bytes; copy its text into a .txt file"
    assert told(f"{site}/bomb", most=100_000).startswith("it has more than 100,000 bytes")
    assert told(f"{site}/slow", seconds=0.2).startswith("it takes too long; try again later")


@pytest.mark.parametrize("path", ["packed/gzip+gzip/1/2", "packed/gzip+identity/1", "packed/br/1", "packed/x"])
def test_what_is_packed_otherwise_than_asked_for_is_not_unpacked(site: str, path: str) -> None:
    """Packed twice, 7 KB were 3 GB."""
    assert told(f"{site}/{path}").startswith("it is packed in a way that was not asked for")


def test_packed_and_unpacked_it_has_no_more_bytes_than_it_may(site: str) -> None:
    assert told(f"{site}/packed/gzip/1", most=100_000).startswith("it has more than 100,000 bytes")
    assert told(f"{site}/gzip-header", most=100_000).startswith("it has more than 100,000 bytes")
    assert told(f"{site}/packed/gzip", most=2_000_000).startswith("what is packed is broken")


@pytest.mark.parametrize("bits", [15, -15, 31])
def test_pages_are_unpacked(site: str, bits: int) -> None:
    assert fetch(f"{site}/zlib/{bits}").data == PAGE


@pytest.mark.parametrize("piece", [1, 10_000])
def test_an_answer_whose_head_never_ends_is_cut_off(site: str, piece: int) -> None:
    begun = time.monotonic()
    assert told(f"{site}/head/{piece}", seconds=0.5).startswith(("it takes too long", "it cannot be fetched"))
    assert time.monotonic() - begun < 30  # httpx itself waits for ever


def test_a_public_page_does_not_lead_into_the_private_network(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor for the person who named it. Here 127.0.0.1 stands for the public internet, all else for a private one."""
    monkeypatch.setattr("bot.ingest.http.network.is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr("bot.ingest.http.client.is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr("bot.ingest.http.client.getproxies", dict)
    port = site.rpartition(":")[2]
    assert fetch(f"{site}/to/{site}/page").data == PAGE
    assert told(f"{site}/to/http://127.0.0.2:{port}/page").startswith("it is in a private network")
    assert not fetch(f"{site}/page").is_private


def test_a_private_page_may_lead_to_its_neighbours(site: str) -> None:
    page = fetch(f"{site}/to/http://localhost:{site.rpartition(':')[2]}/page")
    assert page.data == PAGE
    assert page.is_private


@pytest.mark.parametrize("address", ["ftp://example.org/x", "file:///etc/passwd", "http://", "javascript:alert(1)"])
def test_only_the_web_is_fetched_from(address: str) -> None:
    assert told(address) == "only addresses that begin with http:// or https:// are fetched"


@pytest.mark.parametrize("address", ["http://example.org:port/", "http://\0/"])
def test_what_is_no_address_is_told(address: str) -> None:
    assert told(address) == "this is no web address; write it like https://example.org/article"


def test_a_server_that_is_not_there_is_told() -> None:
    port = free_port()
    assert told(f"http://127.0.0.1:{port}/").endswith("Connection refused); check the address")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0", "2130706433", "10.1.2.3", "169.254.169.254"])
def test_for_somebody_else_nothing_private_is_fetched(site: str, host: str) -> None:
    address = f"http://{host}:{site.rpartition(':')[2]}/page"
    with pytest.raises(Unfetchable, match="it is in a private network, of which nothing is fetched here"):
        fetch(address, public_only=True)


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere a moment later would otherwise lead into the private network."""

    def resolved(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with httpx.Client() as client:
        request = request_to(client, httpx.URL("https://example.org:8443/a?b=c"), public_only=True)
    assert str(request.url) == "https://93.184.216.34:8443/a?b=c"
    assert request.headers["Host"] == "example.org:8443"
    assert request.extensions["sni_hostname"] == "example.org"


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80)),
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with pytest.raises(Unfetchable, match="it is in a private network"):
        fetch("http://example.org/", public_only=True)


@pytest.mark.parametrize(
    ("stated", "least", "most"),
    [
        ("120", 120, 120),
        ("Fri, 25 Oct 2024 09:30:00 GMT", 0, 0),
        ("86401", 86_400, 86_400),
        ("99999999999999999999999", 86_400, 86_400),
        ("9" * 5000, 86_400, 86_400),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400, 86_400),
    ],
)
def test_how_long_a_server_wants_to_wait(stated: str, least: float, most: float) -> None:
    seconds = seconds_to_wait(stated)
    assert seconds is not None
    assert least <= seconds <= most


@pytest.mark.parametrize("stated", ["", "soon", "-5", "Fri, 25 Oct 99999999999 09:30:00 GMT", "\u00b2"])
def test_what_a_server_says_that_is_no_time(stated: str) -> None:
    assert seconds_to_wait(stated) is None
