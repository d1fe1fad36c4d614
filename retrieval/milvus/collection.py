"""A collection of Milvus: the passages of one language, as one version of our analysis reads them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import Stemmer

from retrieval.fields import Field
from retrieval.milvus.connection import LOADING, Connection
from retrieval.milvus.encoding import LONGEST_TEXT
from retrieval.milvus.rows import ARTICLE, FIRST_ROWS, Row
from retrieval.ranking import FORMULA

if TYPE_CHECKING:
    from pymilvus import CollectionSchema, MilvusClient
    from pymilvus.milvus_client import IndexParams

_T = TypeVar("_T")

# Rows that are sent, and asked for, at once: a passage's has some ten kilobytes, an article's first one a few more.
_BATCH = 250
_PAGE = 1_000

# Articles named in one condition.
_NAMED = 100

# The two fields that can be searched, and the vectors that Milvus makes of them: the passage's 4-grams, ranked by BM25
# as here; and each of its terms once. In these length counts nothing (b = 0), so that a term's score is its idf.
_SEARCHED = {"ranked": (FORMULA.k1, FORMULA.b), "known": (FORMULA.k1, 0.0)}

# Within "params" a cluster takes BM25's parameters as well as beside it; the embedded file takes them only there, and
# ignores them elsewhere.
_INDEXED: Mapping[str, Mapping[str, Any]] = {
    "article": {"index_type": "INVERTED"},
    "number": {"index_type": "INVERTED"},
    **{
        f"{name}_bm25": {
            "index_type": "SPARSE_INVERTED_INDEX",
            "metric_type": "BM25",
            "params": {"params": {"bm25_k1": k1, "bm25_b": b}},
        }
        for name, (k1, b) in _SEARCHED.items()
    },
}


def version_of(fields: Iterable[Field]) -> str:
    """A name that changes when what is stored of a text could change: with this package, the stemmer, the fields."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    for part in (Stemmer.version(), *(field.name for field in fields)):
        digest.update(f"{part}\0".encode())
    return digest.hexdigest()


class Collection:
    """The collection of a language and a version, named after both; many processes may share it.

    All that is asked of it raises `EngineUnavailable` when Milvus cannot be reached; what changes it may then have
    been done in part.
    """

    def __init__(self, connection: Connection, name: str, language: str, fields: Sequence[Field]) -> None:
        self.connection = connection
        self._family = f"{name}_{language}_"
        self.name = self._family + version_of(fields)

    def open(self) -> None:
        """Makes it, or what it lacks, when it is not there, and lets it be searched; also many processes at once."""
        self.connection.call(self._open, LOADING)

    def others(self) -> list[str]:
        """The names of the collections of the same language, but of other versions, the newest first."""
        return self.connection.call(self._others, LOADING)

    def tidy(self) -> None:
        """Removes the collections of other versions but the newest, which processes may use that are still to be
        replaced."""
        for name in self.others()[1:]:
            self.connection.call(partial(_drop, name), LOADING)

    def first_rows(self, told: Sequence[str] = ARTICLE) -> list[Row]:
        """What is to be `told` of the first rows of all articles: where one is there, all others of its article are."""
        return self.connection.call(partial(self._first_rows, told), LOADING)

    def told(self, keys: Iterable[str]) -> Iterator[Row]:
        """The first rows of these articles, as far as they are there."""
        for some in _batched(keys, _NAMED):
            condition = f"{FIRST_ROWS} and {_among(some)}"
            yield from self._ask("query", condition, list(ARTICLE), patience=LOADING, consistency_level="Strong")

    def upsert(self, rows: Iterable[Row]) -> None:
        """Stores the rows, in their order; those of the same passages are replaced."""
        for some in _batched(rows, _BATCH):
            self._ask("upsert", some, patience=LOADING)
        if self.connection.embedded:
            # It makes an index of what is not written out yet anew for every question.
            self._ask("flush", patience=LOADING)

    def remove(self, keys: Iterable[str]) -> None:
        """Removes the rows of these articles."""
        for some in _batched(keys, _NAMED):
            self._ask("delete", filter=_among(some), patience=LOADING)

    def search(
        self, texts: Sequence[str], field: str, limit: int, told: Sequence[str] = ("number",)
    ) -> list[list[Row]]:
        """For each text the rows that are best by BM25 over a field that can be searched, at most `limit`.

        A row holds its `score` and what is to be `told` of it: something, or the embedded file tells all.
        """
        found = self._ask("search", data=list(texts), anns_field=_vector(field), limit=limit, output_fields=list(told))
        # A cluster tells scores, the embedded file their negatives, as if they were distances.
        return [[{"score": abs(hit["distance"]), **hit["entity"]} for hit in hits] for hits in found]

    def _ask(self, method: str, *given: Any, patience: float | None = None, **named: Any) -> Any:
        return self.connection.call(
            lambda client, seconds: getattr(client, method)(self.name, *given, timeout=seconds, **named), patience
        )

    def _open(self, client: MilvusClient, seconds: float) -> None:
        if not client.has_collection(self.name, timeout=seconds):
            try:
                # In one shard: Milvus's statistics are a shard's.
                client.create_collection(self.name, schema=_schema(client), num_shards=1, timeout=seconds)
            except Exception:
                if not client.has_collection(self.name, timeout=seconds):  # nor did another process make it
                    raise
        # A process may have ended before it made the indexes. To load it waits until they are there.
        if missing := _INDEXED.keys() - set(client.list_indexes(self.name, timeout=seconds)):
            client.create_index(self.name, _indexes(client, missing), timeout=seconds, sync=False)
        client.load_collection(self.name, timeout=seconds)

    def _first_rows(self, told: Sequence[str], client: MilvusClient, seconds: float) -> list[Row]:
        pages = client.query_iterator(
            self.name, _PAGE, filter=FIRST_ROWS, output_fields=list(told), timeout=seconds, consistency_level="Strong"
        )
        found: list[Row] = []
        while page := pages.next():
            found.extend(page)
        pages.close()
        return found

    def _others(self, client: MilvusClient, seconds: float) -> list[str]:
        names = [name for name in client.list_collections(timeout=seconds) if name.startswith(self._family)]
        made = {name: client.describe_collection(name, timeout=seconds).get("created_timestamp", 0) for name in names}
        return sorted(made.keys() - {self.name}, key=lambda name: (-made[name], name))


def _schema(client: MilvusClient) -> CollectionSchema:
    from pymilvus import DataType, Function, FunctionType  # noqa: PLC0415 - as in `connection`

    schema = client.create_schema(auto_id=False)
    schema.add_field("id", DataType.VARCHAR, max_length=64, is_primary=True)
    schema.add_field("article", DataType.VARCHAR, max_length=32)
    schema.add_field("number", DataType.INT64)
    schema.add_field("totals", DataType.VARCHAR, max_length=LONGEST_TEXT)
    for name in _SEARCHED:
        analyzed = {"enable_analyzer": True, "analyzer_params": {"tokenizer": "standard"}}
        schema.add_field(name, DataType.VARCHAR, max_length=LONGEST_TEXT, **analyzed)
        schema.add_field(_vector(name), DataType.SPARSE_FLOAT_VECTOR)
        schema.add_function(Function(name, FunctionType.BM25, [name], [_vector(name)]))
    return schema


def _indexes(client: MilvusClient, names: Iterable[str]) -> IndexParams:
    indexes = client.prepare_index_params()
    for name in names:
        indexes.add_index(name, index_name=name, **_INDEXED[name])
    return indexes


def _drop(name: str, client: MilvusClient, seconds: float) -> None:
    client.drop_collection(name, timeout=seconds)


def _vector(field: str) -> str:
    return f"{field}_bm25"


def _among(keys: Iterable[str]) -> str:
    return f"article in {json.dumps(list(keys))}"


def _batched(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
