"""Brings a collection to the state of an index: only what changed is sent."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Numbers
from retrieval.index.passage_index import PassageIndex
from retrieval.index.passage_vectors import PassageVectors
from retrieval.milvus.collection import MilvusCollection, Row
from retrieval.milvus.encoding import encode_term, text_of

_log = logging.getLogger(__name__)

# After so many passages the log tells how far the loading is.
_LOGGED_EVERY = 5_000


def ids_of(index: PassageIndex) -> Numbers:
    """The ids of the passages' rows, by their numbers: the same for the same text in the same language.

    A row holds nothing of a passage but what follows from these. That two of a million texts get the same id has a
    chance of 1 in 18 million; both are then found where one is, which costs a candidate and nothing else.
    """
    first = [*index.first_passages().tolist(), len(index)]
    passages = zip(index.articles, pairwise(first), strict=True)
    return np.array(
        [_id_of(article.language, index.text(at)) for article, (begin, end) in passages for at in range(begin, end)],
        np.int64,
    )


def load(
    collection: MilvusCollection, index: PassageIndex, numbers: Numbers, ids: Numbers, vectors: PassageVectors | None
) -> None:
    """Sends the passages of these numbers and ids, no id twice, that the collection lacks, or whose vectors it lacks;
    then removes all others. No vector is ever replaced by none: another process may know more of them.

    Processes that load the same at the same time cost each other nothing but time.

    Raises:
        CandidatesUnavailable: Milvus cannot be reached. What is there already is not sent again next time.
    """
    collection.open()
    stored = collection.stored_rows()
    known = vectors.known[numbers] if vectors else np.zeros(len(numbers), np.bool_)
    lacking = np.array(
        [
            row not in stored or (has_vector and not stored[row])
            for row, has_vector in zip(ids.tolist(), known.tolist(), strict=True)
        ],
        np.bool_,
    )
    if lacking.any():
        _log.info("Sending %d of %d passage(s) to Milvus (%s).", lacking.sum(), len(ids), collection.name)
        collection.upsert(_rows(index, numbers[lacking], ids[lacking], known[lacking], vectors))
    if gone := stored.keys() - set(ids.tolist()):
        collection.remove(gone)
    collection.tidy()


def _id_of(language: str, text: str) -> int:
    """63 bits: conditions on ids are written out as text, and need no minus so."""
    digest = hashlib.blake2b(f"{language}\0{text}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _rows(
    index: PassageIndex, numbers: Numbers, ids: Numbers, known: NDArray[np.bool_], vectors: PassageVectors | None
) -> Iterator[Row]:
    counts = index.counts
    words = [encode_term(term) for term in counts.numbers]
    for place, (row, has_vector) in enumerate(zip(ids.tolist(), known.tolist(), strict=True)):
        if place and place % _LOGGED_EVERY == 0:
            _log.info("%d of %d passages sent.", place, len(ids))
        begin, end = counts.first[numbers[place] : numbers[place] + 2]
        terms = np.repeat(counts.terms[begin:end], counts.times[begin:end])
        text = text_of(words[term] for term in terms.tolist())
        vector = {"vector": vectors.rows(numbers[place : place + 1])[0]} if vectors else {}
        yield {"id": row, "terms": text, "has_vector": has_vector, **vector}
