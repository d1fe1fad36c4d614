"""Engines for the languages of a library, over one connection to Milvus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from content import Article
from retrieval.fields import Field
from retrieval.milvus.collection import Collection
from retrieval.milvus.connection import PATIENCE, PAUSE, Connection
from retrieval.milvus.engine import MilvusEngine
from retrieval.milvus.loading import Shared
from retrieval.reading import Tongue

if TYPE_CHECKING:
    from pymilvus import MilvusClient

# Names of collections begin with it, unless told otherwise.
NAME = "belegbot"


class MilvusEngines:
    """Makes engines whose passages are in Milvus.

    `uri` is a cluster's address ("http://host:19530") or the path of an embedded file that ends in ".db", which one
    process at a time can open. `token` is "user:password" or an API key. Libraries that have nothing to do with each
    other need different names: articles that are not in the library are removed. After a failure nobody asks for
    `pause` seconds, and a question waits for each of its calls at most `patience` seconds.
    """

    def __init__(
        self, uri: str, token: str = "", name: str = NAME, *, patience: float = PATIENCE, pause: float = PAUSE
    ) -> None:
        self._connection = Connection(uri, token, patience=patience, pause=pause)
        self._name = name
        self._shared: defaultdict[str, Shared] = defaultdict(Shared)

    @property
    def fault(self) -> str | None:
        """Why Milvus cannot be used, one line; None: it could, when last asked."""
        return self._connection.fault

    def stored(self) -> dict[str, int]:
        """The collections of this name, of any version, and how many rows each has.

        Raises:
            EngineUnavailable: Milvus cannot be reached.
        """
        return self._connection.call(self._stored)

    def stop(self) -> None:
        """No more articles are loaded, as the process is to end; questions are still answered."""
        self._connection.stop()

    def of(self, articles: Sequence[Article], tongue: Tongue, fields: Sequence[Field]) -> MilvusEngine:
        """The engine of these articles."""
        collection = self.collection(tongue.rules.code, fields)
        return MilvusEngine(collection, self._shared[collection.name], articles, tongue, fields)

    def collection(self, language: str, fields: Sequence[Field]) -> Collection:
        """The collection of a language's articles; nothing is asked of it yet."""
        return Collection(self._connection, self._name, language, fields)

    def _stored(self, client: MilvusClient, seconds: float) -> dict[str, int]:
        names = sorted(name for name in client.list_collections(timeout=seconds) if name.startswith(f"{self._name}_"))
        return {name: int(client.get_collection_stats(name, timeout=seconds)["row_count"]) for name in names}

    def close(self) -> None:
        """Ends the connection, and closes the embedded file."""
        self._connection.close()
