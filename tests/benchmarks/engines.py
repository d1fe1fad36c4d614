"""What is measured: our index and its peers, behind one interface, and how much memory each adds."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from retrieval import BM25Index

Documents = Sequence[Sequence[str]]
Score = Callable[[list[str]], Any]

K1, B, DELTA = 0.9, 0.4, 1.0


def ours(documents: Documents) -> Score:
    """`retrieval.BM25Index`: one score a passage, float64."""
    return BM25Index(documents, k1=K1, b=B, delta=DELTA).get_scores


def rank_bm25(documents: Documents) -> Score:
    """The reference: one score a passage, float64."""
    return _need("rank_bm25").BM25Plus(documents, k1=K1, b=B, delta=DELTA).get_scores  # type: ignore[no-any-return]


def bm25s_numpy(documents: Documents) -> Score:
    """bm25s with its numpy backend: one score a passage, float32."""
    return _bm25s(documents, "numpy").get_scores  # type: ignore[no-any-return]


def bm25s_numba(documents: Documents) -> Score:
    """bm25s with its numba backend, compiled before it is measured: one score a passage, float32."""
    _need("numba")
    index = _bm25s(documents, "numba")
    index.activate_numba_scorer()
    return index.get_scores  # type: ignore[no-any-return]


def tantivy(documents: Documents) -> Score:
    """tantivy in memory, with one thread, and its own constants (k1 1.2, b .75): the best ten passages only."""
    library = _need("tantivy")
    schema = library.SchemaBuilder().add_text_field("terms", tokenizer_name="whitespace", index_option="freq").build()
    index = library.Index(schema)
    writer = index.writer(200_000_000, 1)
    for document in documents:
        writer.add_document(library.Document(terms=[" ".join(document)]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(terms: list[str]) -> Any:
        either = [(library.Occur.Should, library.Query.term_query(schema, "terms", term)) for term in terms]
        return searcher.search(library.Query.boolean_query(either), 10).hits

    return search


ENGINES: dict[str, Callable[[Documents], Score]] = {
    "belegbot": ours,
    "rank-bm25": rank_bm25,
    "bm25s numpy": bm25s_numpy,
    "bm25s numba": bm25s_numba,
    "tantivy": tantivy,
}


@contextmanager
def memory_added(told: dict[str, Any]) -> Iterator[None]:
    """Tells, as `added_mb`, how many megabytes (10^6 bytes) the process has grown by, where that is known."""
    before = _resident()
    yield
    after = _resident()
    if before and after:
        told["added_mb"] = round((after - before) / 1e6, 1)


def _resident() -> int:
    """The memory of this process in bytes, without what is free but was not given back; 0 where it is not known."""
    gc.collect()
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    ctypes.CDLL(None).malloc_trim(0)
    return int(statm.read_text().split()[1]) * 4096


def _need(library: str) -> Any:
    return pytest.importorskip(library, reason=f"{library} is not installed: pip install --group bench")


def _bm25s(documents: Documents, backend: str) -> Any:
    index = _need("bm25s").BM25(method="bm25+", k1=K1, b=B, delta=DELTA, backend=backend)
    index.index(documents, show_progress=False)
    return index
