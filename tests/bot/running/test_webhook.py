"""The web application that Telegram posts to, asked over HTTP by others than Telegram."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from telegram import WebhookInfo

from bot.config.errors import InvalidSettings, StoreUnavailable
from bot.incoming.updates import ALLOWED_UPDATES
from bot.running.web_server import check_host, serve
from bot.running.webhook import watch_webhook, webhook_route
from bot.simulator import BotAccount, TelegramServer
from bot.simulator.telegram import Telegram
from tests.support.bot.articles import BRIDGE
from tests.support.bot.running_bot import SECRET, running, webhook_settings
from tests.support.processes import free_port
from tests.support.waiting import PATIENCE

T = TypeVar("T")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(scope="module")
def account(telegram: Telegram) -> BotAccount:
    return telegram.new_bot("WebBot")


@pytest.fixture(scope="module")
def web(world: TelegramServer, account: BotAccount) -> Iterator[httpx.Client]:
    settings = webhook_settings(world, account)
    with running(settings, [BRIDGE]), httpx.Client(base_url=settings.webhook_url or "", trust_env=False) as client:
        yield client


def test_telegram_is_told_where_to_post(web: httpx.Client, account: BotAccount) -> None:
    assert account.webhook is not None
    assert account.webhook.url == str(web.base_url.join("/telegram"))
    assert account.updates.allowed == set(ALLOWED_UPDATES)


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}, {SECRET_HEADER: "ü"}])
def test_without_the_secret_nothing_is_taken(web: httpx.Client, headers: dict[str, str]) -> None:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    answer = web.post("/telegram", json={"update_id": 1}, headers=raw)
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": 1, "message": {}}', b"\xff"])
def test_what_cannot_be_read_is_taken_and_skipped(web: httpx.Client, body: bytes) -> None:
    # Refused, Telegram would send it again and again, and hold back what comes after it.
    assert web.post("/telegram", content=body, headers={SECRET_HEADER: SECRET}).status_code == 200


def test_nobody_is_led_to_the_host_that_a_stranger_names(web: httpx.Client) -> None:
    for path in ("/telegram/", "/healthz/", "/metrics/"):
        answer = web.get(path, headers={"Host": "evil.example"})
        assert (answer.status_code, answer.headers.get("location")) == (404, None)


@pytest.mark.parametrize(("method", "path"), [("GET", "/telegram"), ("POST", "/healthz"), ("GET", "/"), ("POST", "/")])
def test_there_is_nothing_else(web: httpx.Client, method: str, path: str) -> None:
    assert web.request(method, path, headers={SECRET_HEADER: SECRET}).status_code in (404, 405)


def address(web: httpx.Client) -> tuple[str, int]:
    return web.base_url.host, web.base_url.port or 0


def exchanged(address: tuple[str, int], sent: bytes, *, patience: float) -> bytes:
    """What comes back for these bytes, until the other side hangs up."""
    with socket.create_connection(address, timeout=patience) as connection:
        connection.sendall(sent)
        received = b""
        while piece := connection.recv(4096):
            received += piece
        return received


def test_a_body_that_is_too_large_is_not_read(web: httpx.Client) -> None:
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 2000000\r\n\r\n"
    assert exchanged(address(web), head.encode(), patience=5).startswith(b"HTTP/1.1 413 ")
    chunked = web.post("/telegram", content=iter([b"x" * 600_000] * 2), headers={SECRET_HEADER: SECRET})
    assert chunked.status_code == 413


def test_a_stranger_is_refused_before_the_body_is_read(web: httpx.Client) -> None:
    head = b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"
    assert exchanged(address(web), head, patience=5).startswith(b"HTTP/1.1 401 ")


def at_server(scene: Callable[[int], T], seconds: float = 0.3, connections: int = 5) -> T:
    """What the scene gives, played in a thread against a server that waits for nobody, at this port of the machine."""

    async def take(_: object) -> None:
        return None

    async def play() -> T:
        port = free_port()
        app = Starlette(routes=[webhook_route(SECRET, take, seconds), Route("/healthz", lambda _: Response("ok"))])
        async with serve(app, "127.0.0.1", port, seconds, connections):
            return await asyncio.to_thread(scene, port)

    return asyncio.run(play())


def hurried(sent: bytes) -> bytes:
    """What comes back for these bytes where nobody is waited for."""
    return at_server(lambda port: exchanged(("127.0.0.1", port), sent, patience=PATIENCE))


POST = f"POST /telegram HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: 2\r\n\r\n{{}}".encode()


def test_a_slow_body_is_cut_off() -> None:
    assert hurried(POST.replace(b"Content-Length: 2", b"Content-Length: 20")).startswith(b"HTTP/1.1 408 ")


def test_who_says_nothing_is_hung_up_on() -> None:
    assert hurried(b"POST /telegram HTTP/1.1\r\nHost:") == b""


@pytest.mark.parametrize("more", [b"", b"P", b"POST /telegram HTTP/1.1\r\nHost:"])
def test_who_says_nothing_after_a_whole_request_is_hung_up_on(more: bytes) -> None:
    """Not even one who knows the secret may hold a connection by a byte of a second head."""
    answers = hurried(POST + more)
    assert answers.startswith(b"HTTP/1.1 200 ")
    assert answers.count(b"HTTP/1.1 ") == 1


def test_only_who_knows_the_secret_keeps_the_connection() -> None:
    """Several requests in a row: a stranger's second one is not answered."""
    stranger = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 3
    assert hurried(stranger).count(b"HTTP/1.1 200 ") == 1
    assert hurried(stranger.replace(b"GET /healthz", b"POST /telegram")).count(b"HTTP/1.1 ") == 1
    assert hurried(POST * 3).count(b"HTTP/1.1 200 ") == 3


def test_idle_connections_keep_nobody_out() -> None:
    """Twenty times as many as there may be: Telegram's connection is kept, and a new one of it is answered."""

    def scene(port: int) -> list[bytes]:
        with contextlib.ExitStack() as stack:

            def connection() -> socket.socket:
                return stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE))

            kept = connection()
            answers = [answer_to(kept)]
            for _ in range(100):
                connection()
            return [*answers, answer_to(kept), answer_to(connection())]

    def answer_to(connection: socket.socket) -> bytes:
        connection.sendall(POST)
        return connection.recv(4096)

    answers = at_server(scene, seconds=PATIENCE)
    assert [answer[:13] for answer in answers] == [b"HTTP/1.1 200 "] * 3


def test_before_it_is_ready_updates_are_refused_for_a_while() -> None:
    async def scene() -> int:
        async def take(_: object) -> None:
            raise StoreUnavailable("not yet")

        app = Starlette(routes=[webhook_route(SECRET, take)])
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            return (await client.post("/telegram", json={}, headers={SECRET_HEADER: SECRET})).status_code

    assert asyncio.run(scene()) == 503


def test_telegrams_trouble_with_the_webhook_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    class Bot:
        async def get_webhook_info(self) -> WebhookInfo:
            return WebhookInfo(
                "https://x/telegram", False, 1, last_error_date=when, last_error_message="Connection refused"
            )

    when = datetime(2026, 1, 1, tzinfo=UTC)

    async def scene() -> None:
        stop = asyncio.Event()
        watching = asyncio.create_task(watch_webhook(Bot(), 0.01, stop))  # type: ignore[arg-type]
        await asyncio.sleep(0.1)
        stop.set()
        await watching

    with caplog.at_level(logging.WARNING, "bot"):
        asyncio.run(scene())
    told = [record.getMessage() for record in caplog.records]
    assert told == ["Telegram could not post to https://x/telegram: Connection refused"]  # once, not every time


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6 beside IPv4")
@pytest.mark.parametrize(
    ("host", "reached"),
    [("::", ["127.0.0.1", "[::1]"]), ("::1", ["[::1]"]), ("localhost", ["localhost"])],
)
def test_it_listens_where_it_is_told_to(host: str, reached: list[str]) -> None:
    async def scene() -> list[int]:
        port = free_port()
        async with serve(Starlette(), host, port), httpx.AsyncClient(trust_env=False) as client:
            return [(await client.get(f"http://{address}:{port}/")).status_code for address in reached]

    assert asyncio.run(scene()) == [404] * len(reached)


@pytest.mark.parametrize("value", ["auto", "", "4"])
def test_variables_for_other_web_servers_are_not_this_ones(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Heroku sets WEB_CONCURRENCY, others write a word into it (tiangolo/uvicorn-gunicorn-fastapi-docker#91)."""
    monkeypatch.setenv("WEB_CONCURRENCY", value)

    async def scene() -> int:
        port = free_port()
        async with serve(Starlette(), "127.0.0.1", port), httpx.AsyncClient(trust_env=False) as client:
            return (await client.get(f"http://127.0.0.1:{port}/")).status_code

    assert asyncio.run(scene()) == 404


@pytest.mark.parametrize("host", ["nowhere.invalid", "203.0.113.5", "bad host", "x" * 300])
def test_an_address_that_is_not_this_machines_is_told(host: str) -> None:
    with pytest.raises(InvalidSettings, match=f"^HOST: {host} is no address of this machine [(].*[)]; write one of"):
        check_host(host)


def test_the_web_servers_log_has_this_bots_names(caplog: pytest.LogCaptureFixture) -> None:
    async def scene() -> None:
        port = free_port()
        async with serve(Starlette(), "127.0.0.1", port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"no HTTP at all\r\n\r\n")
            await reader.read()
            writer.close()

    with caplog.at_level(logging.INFO):
        asyncio.run(scene())
    told = [(record.name, record.getMessage()) for record in caplog.records if record.name != "asyncio"]
    assert told == [("bot.running.web_server", "Invalid HTTP request received.")]
