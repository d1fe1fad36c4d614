"""Milvus finds candidates in place of this process, for libraries that one machine does not hold, and many processes.

It keeps two things of each passage: its terms, as our own analysis makes them, in a BM25 function, and its vector. A
question asks it once, for the best by each. All that follows happens in this process, as it does without Milvus.

`MilvusFinderFactory` is given to a `Retriever`. Milvus's client is imported only when it connects: it takes longer to
import than all of this package.
"""

from retrieval.milvus.finder_factory import MilvusFinderFactory

__all__ = ["MilvusFinderFactory"]
