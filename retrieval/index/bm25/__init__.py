"""BM25Plus over any number of documents, in arrays: rank-bm25's formula without its walk through every document."""

from retrieval.index.bm25.formula import BM25Parameters
from retrieval.index.bm25.forward_index import ForwardIndex, ForwardIndexBuilder, PostingBlock, count_terms
from retrieval.index.bm25.index import BM25Index, IndexLayout
from retrieval.index.bm25.statistics import TermStatistics

__all__ = [
    "BM25Index",
    "BM25Parameters",
    "ForwardIndex",
    "ForwardIndexBuilder",
    "IndexLayout",
    "PostingBlock",
    "TermStatistics",
    "count_terms",
]
