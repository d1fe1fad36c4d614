"""What makes candidates come from Milvus, over one connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.index.passage_index import PassageIndex
from retrieval.index.passage_vectors import PassageVectors
from retrieval.milvus.candidates import MilvusCandidateFinder
from retrieval.milvus.collection import VERSION, collections_of
from retrieval.milvus.connection import PAUSE, TIMEOUT, MilvusConnection

if TYPE_CHECKING:
    from pymilvus import MilvusClient

# Names of collections begin with it, if no other name is given.
NAME = "belegbot"


class MilvusFinderFactory:
    """Makes finders whose passages are in Milvus.

    `uri` is a cluster's address ("http://host:19530") or the path of an embedded file that ends in ".db", which one
    process at a time can open. `token` is "user:password" or an API key. Libraries that have nothing to do with each
    other need different names: articles that are not in the library are removed. After a failure nobody asks for
    `pause` seconds, and a question waits for each of its calls at most `timeout` seconds. Only what the
    same `version` of this program has stored is found.
    """

    def __init__(
        self,
        uri: str,
        token: str = "",
        name: str = NAME,
        *,
        timeout: float = TIMEOUT,
        pause: float = PAUSE,
        version: str = VERSION,
    ) -> None:
        self._connection = MilvusConnection(uri, token, timeout=timeout, pause=pause)
        self._name = name
        self._version = version

    @property
    def fault(self) -> str | None:
        """Why Milvus cannot be used, one line; None: it could, when last asked."""
        return self._connection.fault

    def passage_counts(self) -> dict[str, int]:
        """The collections of this name, of any version, and how many rows each has.

        Raises:
            CandidatesUnavailable: Milvus cannot be reached.
        """
        return self._connection.call(self._passage_counts)

    def stop(self) -> None:
        """No more articles are loaded, as the process is to end; questions are still answered."""
        self._connection.stop()

    def of(self, index: PassageIndex, vectors: PassageVectors | None) -> MilvusCandidateFinder:
        """The finder of the passages of an index. Nothing is asked of Milvus yet."""
        return MilvusCandidateFinder(self._connection, self._name, index, vectors, self._version)

    def close(self) -> None:
        """Ends the connection, and closes the embedded file."""
        self._connection.close()

    def _passage_counts(self, client: MilvusClient, seconds: float) -> dict[str, int]:
        names = collections_of(self._name, client, seconds)
        return {name: int(client.get_collection_stats(name, timeout=seconds)["row_count"]) for name in names}
