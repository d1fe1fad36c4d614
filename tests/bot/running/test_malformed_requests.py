"""Requests made by chance at the webhook's port: whatever they are, no fault of the bot's, and it goes on."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable, Sequence
from random import Random

import pytest
from starlette.applications import Starlette

from bot.running.web_server import serve
from bot.running.webhook import Take, webhook_route
from tests.support.bot.running_bot import SECRET
from tests.support.fuzzing import seeded
from tests.support.processes import free_port

SECRET_HEADER = b"X-Telegram-Bot-Api-Secret-Token"

# A request as Telegram makes it.
POST = b"POST /telegram HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n"
POST += SECRET_HEADER + b": " + SECRET.encode() + b"\r\n\r\n{}"

# In seconds: how long the server waits for a head, and then for a body; and how long whoever asks waits for its answer.
HEAD, BODY, ANSWER = 0.2, 0.2, 5.0

METHODS = [
    b"POST",
    b"GET",
    b"HEAD",
    b"OPTIONS",
    b"CONNECT",
    b"TRACE",
    b"PRI",
    b"post",
    b"P\xc3\xb6ST",
    b"",
    b"A" * 5000,
]
TARGETS = [
    b"/telegram",
    b"/telegram",
    b"http://evil.example/telegram",
    b"//evil.example/telegram",
    b"evil.example:443",
    b"*",
    b"/telegram?x=%00%ff",
    b"/telegram#x",
    b"/%74elegram",
    b"/../telegram",
    b"/telegram\xff",
    b"http://[::1/telegram",
    b"/" + b"a" * 70_000,
    b"",
]
VERSIONS = [
    b" HTTP/1.1",
    b" HTTP/1.1",
    b" HTTP/1.0",
    b" HTTP/0.9",
    b" HTTP/2.0",
    b" HTTP/1.10",
    b" http/1.1",
    b"",
    b" X",
]
HEADERS = [
    b"Host: x",
    b"Host: y",
    b"Host: \xff\xfe",
    SECRET_HEADER + b": " + SECRET.encode(),
    SECRET_HEADER + b": " + SECRET.encode(),
    SECRET_HEADER + b": wrong",
    SECRET_HEADER + b": \xff\xc3\xa4",
    b"Content-Length: 2",
    b"Content-Length: 2",
    b"Content-Length: 3",
    b"Content-Length: -1",
    b"Content-Length: +2",
    b"Content-Length: 2, 2",
    b"Content-Length: " + b"9" * 5000,
    b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: x\x0bchunked",
    b"Transfer-Encoding : chunked",
    b"Expect: 100-continue",
    b"Expect: nonsense",
    b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13",
    b"Connection: keep-alive",
    b"Connection: close, keep-alive",
    b"X: a\r\n b\r\n\tc",
    b" X: folded first",
    b"X\x00Y: z",
    b"X: \x00\x01\x7f",
    b": nameless",
    b"no colon",
    b"X: " + b"y" * 70_000,
    b"\r\n".join(b"X%d: y" % number for number in range(3000)),
]
BODIES = [
    b"",
    b"{}",
    b"{}",
    b"2\r\n{}\r\n0\r\n\r\n",
    b"2\r\n{}\r\n0\r\n\r\n",
    b"2;x=y\r\n{}\r\n0\r\nX: trailer\r\n\r\n",
    b"-2\r\n{}\r\n0\r\n\r\n",
    b"0x2\r\n{}\r\n0\r\n\r\n",
    b"f" * 40 + b"\r\n{}",
    b"2\r\n{}0\r\n\r\n",
    b"0\r\n\r\n",
    b"2" + b";" * 70_000,
    b"1\r\nx\r\n" * 2000,
    b"[" * 100_000,
    b"\xff" * 300,
]
ENDS = [b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r", b"\n\r", b""]


def request(chance: Random) -> bytes:
    """One request, well made but for what chance does to it."""
    end = chance.choice(ENDS) if chance.random() < 0.3 else b"\r\n"
    first = chance.choice(METHODS if chance.random() < 0.5 else METHODS[:1]) + b" " + chance.choice(TARGETS)
    lines = [first + chance.choice(VERSIONS), *chance.choices(HEADERS, k=chance.randrange(7))]
    made = bytearray(end.join([*lines, b"", b""]) + chance.choice(BODIES))
    for _ in range(chance.choice([0, 0, 1, 5])):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def requests(chance: Random) -> bytes:
    """What is sent at one connection: up to four requests, one after the other without waiting; or noise."""
    if chance.random() < 0.05:
        return chance.randbytes(chance.randrange(1, 5000))
    return b"".join(request(chance) for _ in range(chance.choice([1, 1, 1, 2, 4])))


def pieces(sent: bytes, chance: Random) -> list[bytes]:
    """As it goes out: at once, or cut."""
    cuts = sorted(chance.randrange(len(sent) + 1) for _ in range(chance.choice([0, 0, 1, 3])))
    return [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]


def answers_to(port: int, sent: Sequence[bytes]) -> bytes:
    """What comes back until the other side hangs up, which it does."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=ANSWER) as connection:
        with contextlib.suppress(ConnectionError):
            for piece in sent:
                connection.sendall(piece)
        with contextlib.suppress(ConnectionError):
            while piece := connection.recv(65_536):
                received += piece
    return received


def play(attack: Callable[[int], object], take: Take) -> None:
    """The attack, in a thread, on a server at a port."""

    async def scene() -> None:
        port = free_port()
        async with serve(Starlette(routes=[webhook_route(SECRET, take, BODY)]), "127.0.0.1", port, HEAD, 5):
            await asyncio.to_thread(attack, port)

    asyncio.run(scene())


async def take_nothing(_: Sequence[object]) -> None:
    return None


CHUNKED = b" /telegram HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "sent", [b"POST" + CHUNKED + b"-2\r\n{}", b"HEAD" + CHUNKED + b"2" + b";" * 70_000], ids=["answered twice", "HEAD"]
)
def test_nonsense_behind_a_whole_head_is_no_traceback(caplog: pytest.LogCaptureFixture, sent: bytes) -> None:
    """uvicorn refuses it while the answer to the head is still to come, or may have no body."""
    with caplog.at_level(logging.WARNING):
        play(lambda port: answers_to(port, [sent]), take_nothing)
    assert [record.getMessage() for record in caplog.records] == ["Invalid HTTP request received."]


@pytest.mark.slow
def test_no_request_made_by_chance_is_a_fault_of_the_server(caplog: pytest.LogCaptureFixture) -> None:
    taken: list[object] = []

    async def take(raw: Sequence[object]) -> None:
        taken.extend(raw)

    def attack(port: int) -> None:
        for chance in seeded(150):
            known = len(taken)
            sent = requests(chance)
            answers = answers_to(port, pieces(sent, chance))
            assert not answers or answers.startswith(b"HTTP/1.1 "), answers
            assert b"HTTP/1.1 500" not in answers
            if SECRET.encode() not in sent:
                assert len(taken) == known
            assert answers_to(port, [POST]).startswith(b"HTTP/1.1 200 ")
        assert len(taken) > 0

    with caplog.at_level(logging.WARNING):
        play(attack, take)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
