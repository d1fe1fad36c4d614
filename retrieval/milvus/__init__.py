"""Milvus as the engine that ranks passages, for libraries that one machine does not hold, and for many processes.

The terms that our own analysis makes go into Milvus's BM25 functions, so that the cluster keeps the postings and the
statistics. A question asks it twice: how rare each of its terms is, and which passages are best by 4-grams. These few
are ranked by all fields here, so that a score means what it means without Milvus.

`MilvusEngines` is given to a `Retriever`. Milvus's client is imported only when it connects: it takes longer to import
than all of this package.
"""

from retrieval.milvus.engines import MilvusEngines

__all__ = ["MilvusEngines"]
