"""The way to Milvus: calls that end in time, and one kind of error when they fail."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from retrieval.base.errors import CandidatesUnavailable

if TYPE_CHECKING:
    from pymilvus import MilvusClient

_T = TypeVar("_T")

# Seconds that a question may wait for one call. Within this time any call is tried again that fails because nobody
# listens, after .05, .1, .2, .4 and then each .5 seconds: the client itself does not when it has lost its connection.
TIMEOUT = 3.0
_FIRST_WAIT, _LONGEST_WAIT = 0.05, 0.5

# Seconds for a call that loads articles, of which each may send some megabytes.
LOADING = 60.0

# For so many seconds after a failure nobody asks: who waits for an answer is told at once, and Milvus is left in peace.
PAUSE = 5.0

_FILE = ".db"

# What the client's errors say, and what that means.
_AWAY = "nobody answers there"
_REASONS = {
    "Open local milvus failed": "the file cannot be opened; another process may have it open, and it is for one only",
    "milvus-lite is required": "a file needs a package that is missing; install it with: pip install milvus-lite",
    "No module named 'pymilvus": "its package is missing; install it with: pip install pymilvus",
    "Fail connecting to server": _AWAY,
    "StatusCode.UNAVAILABLE": _AWAY,
    "StatusCode.DEADLINE_EXCEEDED": "it does not answer in time",
    "StatusCode.UNAUTHENTICATED": "it refuses the token",
    "auth check failure": "it refuses the token",
}

# They write a traceback for every call that fails; that it failed is told by our own error.
_NOISY = ("pymilvus", "milvus_lite", "milvus_lite.server_manager", "milvus_lite.adapter.grpc.servicer", "grpc._server")


class MilvusConnection:
    """Connects when it is first used, and anew after a failure. Thread-safe: calls run side by side.

    `uri` is a cluster's address, or the path of a file that ends in ".db", for one process only. `token` is Milvus's:
    "user:password", or an API key.
    """

    def __init__(self, uri: str, token: str = "", *, timeout: float = TIMEOUT, pause: float = PAUSE) -> None:
        self.uri = uri
        self._token = token
        self.timeout = timeout
        self._pause = pause
        self._connecting = threading.Lock()
        self._client: MilvusClient | None = None
        self._failed = -pause
        self._stopping = False
        self.fault: str | None = None

    @property
    def is_embedded(self) -> bool:
        """Whether it is a file that this process opens."""
        return self.uri.endswith(_FILE)

    def call(self, ask: Callable[[MilvusClient, float], _T], timeout: float | None = None) -> _T:
        """What `ask` returns, given the client and how many seconds each of its calls may take.

        Raises:
            CandidatesUnavailable: Milvus cannot be reached, refuses, did not answer in time, or failed a moment ago.
        """
        if self.fault and time.monotonic() < self._failed + self._pause:
            raise CandidatesUnavailable(self.fault)
        if self._stopping and timeout:
            raise CandidatesUnavailable("The process is to end: no more articles are loaded into Milvus.")
        try:
            answer = self._try(ask, timeout or self.timeout)
        except Exception as error:  # the client raises its own, grpc's and built-in ones
            self.fault = f"Milvus cannot be used at {self.uri}: {_reason(error)}"
            self._failed = time.monotonic()
            raise CandidatesUnavailable(self.fault) from error
        self.fault = None
        return answer

    def _try(self, ask: Callable[[MilvusClient, float], _T], timeout: float) -> _T:
        end, wait = time.monotonic() + self.timeout, _FIRST_WAIT
        while True:
            try:
                return ask(self._client_of(), timeout)
            except Exception as error:
                if _reason(error) != _AWAY or self._stopping or time.monotonic() + wait > end:
                    raise
            time.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)

    def stop(self) -> None:
        """Only questions may still ask: calls with a timeout of their own, as loading has, fail."""
        self._stopping = True

    def close(self) -> None:
        """Ends the connection, and lets go of the embedded file; the next call makes a new one."""
        with self._connecting:
            if self._client is None:
                return
            self._client.close()
            self._client = None
            if self.is_embedded:
                from milvus_lite.server_manager import server_manager_instance  # noqa: PLC0415 - not everybody has it

                server_manager_instance.release_server(self.uri)

    def _client_of(self) -> MilvusClient:
        with self._connecting:
            if self._client is None:
                self._client = self._new_client()
            return self._client

    def _new_client(self) -> MilvusClient:
        with _no_settings_of_its_own():
            from pymilvus import MilvusClient  # noqa: PLC0415 - takes as long to import as all of the bot

        for name in _NOISY:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        if self.is_embedded:
            Path(self.uri).parent.mkdir(parents=True, exist_ok=True)
        return MilvusClient(self.uri, token=self._token, timeout=self.timeout)


@contextmanager
def _no_settings_of_its_own() -> Iterator[None]:
    """While the client is imported: it would read a file ".env" into the environment, and fail at a MILVUS_URI there
    that names a file."""
    hidden = {"PYTHON_DOTENV_DISABLED": "1", "MILVUS_URI": ""}
    before = {name: os.environ.get(name) for name in hidden}
    os.environ.update(hidden)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def _reason(error: Exception) -> str:
    """Why a call failed, in one line."""
    said = str(getattr(error, "message", "") or error or type(error).__name__)
    for sign, reason in _REASONS.items():
        if sign in said:
            return reason
    return " ".join(said.partition(", <")[0].split())
