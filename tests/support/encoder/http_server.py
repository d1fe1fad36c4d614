"""An embeddings server that does what a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np

from retrieval.encoder.remote_encoder import RemoteEncoder
from tests.support.waiting import PATIENCE

DIMENSIONS = 16


def unit(text: str) -> list[float]:
    """A vector of a text, of some length, the same for the same text."""
    row: list[float] = np.random.default_rng(list(text.encode())).normal(size=DIMENSIONS).tolist()
    return row


def answer(request: dict[str, Any], extra: str = "") -> dict[str, Any]:
    """What OpenAI's server answers, but from the last text to the first."""
    data = [
        {"object": "embedding", "index": number, "embedding": unit(extra + text)}
        for number, text in enumerate(request["input"])
    ]
    return {"object": "list", "data": data[::-1], "model": request["model"], "usage": {"prompt_tokens": 1}}


class Refused(Exception):
    """Answers with a status."""

    def __init__(self, status: int) -> None:
        self.status = status


# From the body of a request to that of the answer: what JSON is made of, or bytes.
Behaviour = Callable[[dict[str, Any]], Any]


class Server:
    """A running server: where it is, what it was asked, and how it behaves, which may change."""

    def __init__(self, address: str, behaviour: Behaviour) -> None:
        self.address = address
        self.behaviour = behaviour
        self.requests: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.keys: list[str | None] = []
        self.over = threading.Event()
        # How its answers come: so many bytes, then a pause of so many seconds.
        self.chunk, self.pause = 2**26, 0.0

    @property
    def inputs(self) -> list[list[str]]:
        return [request["input"] for request in self.requests]


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that leaves in the middle is meant to."""


@contextmanager
def serving(behaviour: Behaviour, port: int = 0) -> Iterator[Server]:
    """A server of this behaviour, at this port of this machine, or a free one."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            server.paths.append(self.path)
            server.keys.append(self.headers["Authorization"])
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.requests.append(request)
            try:
                body = server.behaviour(request)
            except Refused as refusal:
                self._send(refusal.status, b'{"error": "wrong key secret"}')
            else:
                self._send(200, body if isinstance(body, bytes) else json.dumps(body).encode())

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for start in range(0, len(body), server.chunk):
                self.wfile.write(body[start : start + server.chunk])
                server.over.wait(server.pause)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with _QuietServer(("127.0.0.1", port), Handler) as http:
        server = Server(f"http://127.0.0.1:{http.server_port}/v1", behaviour)
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            http.shutdown()
            thread.join()


def encoder_at(server: Server, model: str = "multilingual-e5-small", first_wait: float = 0.5) -> RemoteEncoder:
    return RemoteEncoder(
        server.address,
        model,
        "secret",
        question_seconds=PATIENCE,
        passage_seconds=PATIENCE,
        first_wait=first_wait,
    )


def indifferent(request: dict[str, Any]) -> Any:
    """As most: what they do not know they ignore."""
    return answer(request)
