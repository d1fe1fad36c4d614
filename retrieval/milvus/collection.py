"""A collection of Milvus: a row for each different text of a library's passages, with its terms and its vector."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.base.arrays import Numbers
from retrieval.index import passage_index
from retrieval.milvus.connection import LOADING, MilvusConnection
from retrieval.milvus.encoding import LONGEST_TEXT
from retrieval.scoring.candidates import CANDIDATES

if TYPE_CHECKING:
    from pymilvus import CollectionSchema, MilvusClient

_T = TypeVar("_T")

# What a row holds, and how it is indexed: a change of it needs a new number. Its terms also change with the form of the
# passages' index.
FORMAT = 2
VERSION = f"v{FORMAT}_{passage_index.FORMAT}"
_WORDS_ALONE = "words"

# So many rows are sent at once, of some five kilobytes each; so many ids are asked for, or removed.
_ROWS, _IDS = 250, 10_000

_INDEXES: Mapping[str, Mapping[str, Any]] = {
    "bm25": {
        "index_type": "SPARSE_INVERTED_INDEX",
        "metric_type": "BM25",
        # Within "params" a cluster takes BM25's parameters as well as beside it; the embedded file takes them only
        # there, and ignores them elsewhere.
        "params": {"params": {"bm25_k1": passage_index.FORMULA.k1, "bm25_b": passage_index.FORMULA.b}},
    },
    # The inner product: of vectors of length 1 it is the cosine, and 0 for a row of zeros. All are compared: the graph
    # that AUTOINDEX builds is another one each time, and now and then loses a passage from the middle of the list.
    "vector": {"index_type": "FLAT", "metric_type": "IP"},
}

Row = dict[str, Any]


class MilvusCollection:
    """The collection of a library, for vectors of an encoder; of 0 dimensions: for words alone. Processes share it.

    A row has an `id`, its `terms` as `encoding` writes them, whether it `has_vector`, and, where the collection has
    vectors, its `vector`, which else is all zeros. Everything here raises `CandidatesUnavailable` when Milvus cannot be
    reached; a change may then have been made in part.
    """

    def __init__(
        self, connection: MilvusConnection, library: str, encoder: str, dimensions: int, version: str = VERSION
    ) -> None:
        digest = hashlib.blake2b(encoder.encode(), digest_size=6).hexdigest()
        self.name = f"{library}_{version}_{f'{digest}_{dimensions}' if dimensions else _WORDS_ALONE}"
        self._connection = connection
        self._library = library
        self._dimensions = dimensions
        self._indexes = ("bm25", "vector") if dimensions else ("bm25",)

    def open(self) -> None:
        """Makes it, or what it lacks, when it is not there, and lets it be searched; also many processes at once."""
        self._connection.call(self._open, LOADING)

    def stored_rows(self) -> dict[int, bool]:
        """The ids of all rows, and whether each has its vector."""
        return self._connection.call(self._stored_rows, LOADING)

    def upsert(self, rows: Iterable[Row]) -> None:
        """Stores the rows, in the place of those with the same ids."""
        for some in _batches(rows, _ROWS):
            self._change("upsert", some)
        if self._connection.is_embedded:
            # It makes an index of what is not written out yet anew for every question.
            self._change("flush")

    def remove(self, ids: Iterable[int]) -> None:
        """Removes the rows with these ids."""
        for some in _batches(ids, _IDS):
            self._change("delete", some)

    def search(self, text: str, vector: NDArray[np.float32] | None) -> Numbers:
        """The ids of the best rows by the words of the text, and of the best by meaning; in no order.

        None by an empty text, nor by a vector that is None or has other dimensions than those here.
        """
        queries: dict[str, Any] = {"bm25": text} if text else {}
        if vector is not None and len(vector) == self._dimensions:
            queries["vector"] = vector
        return self._connection.call(partial(self._search, queries)) if queries else np.zeros(0, np.int64)

    def tidy(self) -> None:
        """Removes the library's other collections but the newest, which processes may use that are to be replaced.

        Those without vectors go first: a new process makes do with one until its encoder has made the first vector.
        """
        self._connection.call(self._tidy, LOADING)

    def _change(self, method: str, *arguments: Any) -> None:
        self._connection.call(
            lambda client, seconds: getattr(client, method)(self.name, *arguments, timeout=seconds), LOADING
        )

    def _open(self, client: MilvusClient, seconds: float) -> None:
        # In one shard: Milvus's statistics are a shard's.
        schema = _schema(client, self._dimensions)
        _make(
            lambda: client.create_collection(self.name, schema=schema, num_shards=1, timeout=seconds),
            lambda: client.has_collection(self.name, timeout=seconds),
        )
        for field in self._indexes:
            self._index(field, client, seconds)
        client.load_collection(self.name, timeout=seconds)

    def _index(self, field: str, client: MilvusClient, seconds: float) -> None:
        """Makes an index where a process ended before it did; to load the collection waits until it is there."""
        indexes = client.prepare_index_params()
        indexes.add_index(field, index_name=field, **_INDEXES[field])
        _make(
            lambda: client.create_index(self.name, indexes, timeout=seconds, sync=False),
            lambda: field in client.list_indexes(self.name, timeout=seconds),
        )

    def _stored_rows(self, client: MilvusClient, seconds: float) -> dict[int, bool]:
        fields = ["id", "has_vector"]
        pages = client.query_iterator(
            self.name, _IDS, filter="", output_fields=fields, timeout=seconds, consistency_level="Strong"
        )
        rows: dict[int, bool] = {}
        while page := pages.next():
            rows.update((row["id"], row["has_vector"]) for row in page)
        pages.close()
        return rows

    def _search(self, queries: Mapping[str, Any], client: MilvusClient, seconds: float) -> Numbers:
        from pymilvus import AnnSearchRequest, RRFRanker  # noqa: PLC0415 - as in `connection`

        requests = [AnnSearchRequest([query], field, {}, CANDIDATES) for field, query in queries.items()]
        # Each request ends at its own limit, and room for all that both can find leaves the ranker nothing to drop.
        limit = CANDIDATES * len(requests)
        (hits,) = client.hybrid_search(self.name, requests, RRFRanker(), limit, output_fields=["id"], timeout=seconds)
        return np.array([hit["id"] for hit in hits], np.int64)

    def _tidy(self, client: MilvusClient, seconds: float) -> None:
        names = set(collections_of(self._library, client, seconds)) - {self.name}
        created = {
            name: client.describe_collection(name, timeout=seconds).get("created_timestamp", 0) for name in names
        }
        # The embedded file does not say when a collection was made. It has one process, which needs none of the others.
        newest_first = sorted(
            names, key=lambda name: (not name.endswith(_WORDS_ALONE), created[name], name), reverse=True
        )
        for name in newest_first[1:]:
            client.drop_collection(name, timeout=seconds)


def collections_of(library: str, client: MilvusClient, seconds: float) -> list[str]:
    """The names of all collections of a library, of any version, and of none whose name begins as this one's."""
    pattern = re.compile(rf"{re.escape(library)}_v\d+_\d+_({_WORDS_ALONE}|[0-9a-f]+_\d+)")
    return sorted(name for name in client.list_collections(timeout=seconds) if pattern.fullmatch(name))


def _make(make: Callable[[], object], is_there: Callable[[], bool]) -> None:
    """Makes what is not there, which another process may do at the same time, and be the first."""
    if is_there():
        return
    try:
        make()
    except Exception:
        if not is_there():
            raise


def _schema(client: MilvusClient, dimensions: int) -> CollectionSchema:
    from pymilvus import DataType, Function, FunctionType  # noqa: PLC0415 - as in `connection`

    schema = client.create_schema(auto_id=False)
    schema.add_field("id", DataType.INT64, is_primary=True)
    analyze_question = {"enable_analyzer": True, "analyzer_params": {"tokenizer": "standard"}}
    schema.add_field("terms", DataType.VARCHAR, max_length=LONGEST_TEXT, **analyze_question)
    schema.add_field("bm25", DataType.SPARSE_FLOAT_VECTOR)
    schema.add_function(Function("bm25", FunctionType.BM25, ["terms"], ["bm25"]))
    schema.add_field("has_vector", DataType.BOOL)
    if dimensions:
        schema.add_field("vector", DataType.FLOAT_VECTOR, dim=dimensions)
    return schema


def _batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
