"""Finds candidates in Milvus, in place of postings and vectors in this process."""

from __future__ import annotations

import threading
from typing import NamedTuple

import numpy as np

from retrieval.base.arrays import Numbers, slice_places
from retrieval.base.errors import CandidatesUnavailable
from retrieval.index.passage_index import PassageIndex
from retrieval.index.passage_vectors import PassageVectors
from retrieval.milvus.collection import VERSION, MilvusCollection
from retrieval.milvus.connection import MilvusConnection
from retrieval.milvus.encoding import encode_term, text_of
from retrieval.milvus.loading import ids_of, load
from retrieval.query.query import Query


class _Loaded(NamedTuple):
    """A collection that has all passages, and how many of their vectors were known when they were sent."""

    collection: MilvusCollection
    vectors: int


class MilvusCandidateFinder:
    """Finds the passages of an index that are best by words and by meaning (`retrieval.scoring.candidates`).

    What Milvus lacks is sent by `prepare`, or else at the first question, with the vectors that are known by then.
    A passage without one is found by its words alone. While none is known, nor how long they are, all go into a
    collection for words alone. Whoever makes vectors later calls `prepare` again, which sends them.
    """

    def __init__(
        self,
        connection: MilvusConnection,
        library: str,
        index: PassageIndex,
        vectors: PassageVectors | None,
        version: str = VERSION,
    ) -> None:
        self._connection = connection
        self._library = library
        self._version = version
        self._index = index
        self._vectors = vectors
        ids = ids_of(index)
        # The numbers of the passages in the order of their ids, so that those of an id can be looked up.
        self._numbers = np.argsort(ids, kind="stable")
        self._ids = ids[self._numbers]
        self._loading = threading.Lock()
        self._loaded: _Loaded | None = None

    def prepare(self) -> None:
        """Sends the passages and vectors that Milvus lacks, and removes what is no passage any more.

        Raises:
            CandidatesUnavailable: Milvus cannot be reached, or is being loaded.
        """
        self._ready_collection(self._revision())

    def find(self, query: Query) -> Numbers:
        """The numbers of the best passages by words and of the best by meaning, ascending.

        All passages of the same text are found together; none is that only other processes know.

        Raises:
            CandidatesUnavailable: Milvus cannot be reached, or is being loaded.
        """
        collection = self._ready_collection(0)
        try:
            found = collection.search(text_of(map(encode_term, query.terms)), query.vector)
        except CandidatesUnavailable:
            self._loaded = None  # a Milvus that comes back may not be the one that went
            raise
        begins, ends = np.searchsorted(self._ids, found, "left"), np.searchsorted(self._ids, found, "right")
        return np.sort(self._numbers[slice_places(begins, ends - begins)])

    def _ready_collection(self, vectors: int) -> MilvusCollection:
        """The collection, loaded when at least so many vectors were known."""
        loaded = self._loaded
        if loaded is None or loaded.vectors < vectors or self._connection.fault:
            if not self._loading.acquire(timeout=self._connection.timeout):
                raise CandidatesUnavailable("The articles are being loaded into Milvus.")
            try:
                loaded = self._loaded
                if loaded is None or loaded.vectors < vectors or self._connection.fault:
                    loaded = self._loaded = self._load()
            finally:
                self._loading.release()
        return loaded.collection

    def _load(self) -> _Loaded:
        known = self._revision()  # before anything is looked up: what becomes known meanwhile is sent the next time
        vectors = self._vectors if known else None
        dimensions = vectors.dimensions if vectors else 0
        collection = MilvusCollection(
            self._connection, self._library, vectors.encoder if vectors else "", dimensions, self._version
        )
        ids, first = np.unique(self._ids, return_index=True)
        load(collection, self._index, self._numbers[first], ids, vectors)
        return _Loaded(collection, known)

    def _revision(self) -> int:
        return int(self._vectors.known.sum()) if self._vectors else 0
