"""What a search costs this process when Milvus finds the candidates, beside an index of its own: time, and memory.

Run: pytest tests/benchmarks/test_milvus.py --benchmark-only. Milvus is an embedded one in its own process, which is
no measure of a cluster: what it takes itself is not counted here. `-k "not 10000"` leaves out the large library, whose
loading takes minutes. By words alone, and with vectors as long as those of the default encoder, made of chance.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import cycle

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from retrieval import WORDS_ALONE, CandidateFinderFactory, Retriever
from retrieval.encoder import Vectors, VectorStore
from retrieval.encoder.caching_encoder import CachingEncoder
from retrieval.encoder.encoder import WordsAlone
from retrieval.milvus import MilvusFinderFactory
from tests.benchmarks.engines import memory_added
from tests.support.processes import free_port
from tests.support.retrieval.corpus import library

SIZES = (240, 10_000)
DIMENSIONS = 384


class ChanceEncoder:
    """Gives each text a vector of its own, in no time: what finding costs, not what vectors cost, is measured."""

    name = "chance"

    def embed_questions(self, texts: Sequence[str]) -> Vectors:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_vector(text) for text in texts])


def _vector(text: str) -> Vectors:
    seed = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
    vector = np.random.default_rng(seed).normal(size=DIMENSIONS)
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


@cache
def vectors(kind: str, size: int) -> CachingEncoder | WordsAlone:
    """The vectors of a library of so many passages, made once for all measurements."""
    if kind == "words":
        return WORDS_ALONE
    made = CachingEncoder(ChanceEncoder(), VectorStore(None, capacity=1_000_000))
    Retriever(library(size)[0], made)
    return made


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the embedded Milvus listens."""
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    port = free_port()
    folder = str(tmp_path_factory.mktemp("milvus"))
    command = [sys.executable, "-m", "milvus_lite.cmdline", "server", "--data-dir", folder, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=["words", "words and meaning"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["here", "in Milvus"])
def engines(request: pytest.FixtureRequest, size: int, kind: str) -> MilvusFinderFactory | None:
    if request.param == "here":
        return None
    address, name = request.getfixturevalue("address"), f"passages_{size}"
    articles, _ = library(size)
    Retriever(articles, vectors(kind, size), engines=MilvusFinderFactory(address, name=name, timeout=120)).prepare()
    # Written out, as a cluster does by itself: the embedded one else makes an index anew for each question.
    client = pytest.importorskip("pymilvus").MilvusClient(address)
    for collection in client.list_collections():
        client.flush(collection)
    client.close()
    return MilvusFinderFactory(address, name=name, timeout=120)  # another start


@pytest.mark.benchmark(timer=time.process_time)
def test_a_search(benchmark: BenchmarkFixture, size: int, kind: str, engines: CandidateFinderFactory | None) -> None:
    """Processor time of this process for `Retriever.search`, and the memory that a start adds."""
    articles, asked = library(size)
    benchmark.group = f"search, {size} passages, {kind}"
    own = vectors(kind, size)
    with memory_added(benchmark.extra_info):
        retriever = Retriever(articles, own, engines=engines)
        retriever.prepare()
    questions = cycle(asked)
    assert benchmark.pedantic(lambda: retriever.search(next(questions)), rounds=30, warmup_rounds=5)  # type: ignore[no-untyped-call]
