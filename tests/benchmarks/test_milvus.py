"""What a question costs this process when Milvus ranks, beside an index of its own: processor time, and memory.

Run: pytest tests/benchmarks/test_milvus.py --benchmark-only. Milvus is an embedded one in its own process, which is
no measure of a cluster: what it takes itself is not counted here. `-k "not 10000"` leaves out the large library, whose
loading takes minutes.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from retrieval import Engines, Retriever
from retrieval.milvus import MilvusEngines
from tests.benchmarks.engines import memory_added
from tests.benchmarks.test_ranking import library

SIZES = (240, 10_000)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the embedded Milvus listens."""
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = str(tmp_path_factory.mktemp("milvus"))
    command = [sys.executable, "-m", "milvus_lite.cmdline", "server", "--data-dir", folder, "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=["here", "in Milvus"])
def engines(request: pytest.FixtureRequest, size: int) -> MilvusEngines | None:
    if request.param == "here":
        return None
    address, name = request.getfixturevalue("address"), f"passages_{size}"
    articles, _ = library(size)
    Retriever(articles, engines=MilvusEngines(address, name=name, patience=120)).prepare()
    # Written out, as a cluster does by itself: the embedded one else makes an index anew for each question.
    client = pytest.importorskip("pymilvus").MilvusClient(address)
    for collection in client.list_collections():
        client.flush(collection)
    client.close()
    return MilvusEngines(address, name=name, patience=120)  # another start


@pytest.mark.benchmark(timer=time.process_time)
def test_a_search(benchmark: BenchmarkFixture, size: int, engines: Engines | None) -> None:
    """Processor time of this process for `Retriever.search`, and the memory that a start adds."""
    articles, asked = library(size)
    benchmark.group = f"search, {size} passages"
    with memory_added(benchmark.extra_info):
        retriever = Retriever(articles, engines=engines)
        retriever.prepare()
    questions = cycle(asked)
    assert benchmark.pedantic(lambda: retriever.search(next(questions)), rounds=30, warmup_rounds=5)  # type: ignore[no-untyped-call]
