"""BM25Plus over any number of documents, in arrays: rank-bm25's formula without its walk through every document."""

from retrieval.index.bm25.counts import Block, Counts, Tally, count_terms
from retrieval.index.bm25.formula import Formula
from retrieval.index.bm25.index import BM25Index, Layout
from retrieval.index.bm25.statistics import Statistics

__all__ = ["BM25Index", "Block", "Counts", "Formula", "Layout", "Statistics", "Tally", "count_terms"]
