"""Milvus as an embedded file, or served in this process; without its packages these tests are skipped."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from content import Article
from retrieval.milvus import MilvusFinderFactory
from tests.retrieval.milvus.fake_encoder import FakeEncoder

Opening = Callable[..., MilvusFinderFactory]


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Opens the test's embedded file: what a bot does when it starts. As a cluster, it is there for all who ask."""
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    opened: list[MilvusFinderFactory] = []

    def opens(name: str = "belegbot", patience: float = 60) -> MilvusFinderFactory:
        # Patient: the machine may have other guests.
        opened.append(MilvusFinderFactory(str(tmp_path / "milvus" / "test.db"), name=name, patience=patience, pause=0))
        return opened[-1]

    yield opens
    for engines in opened:
        engines.close()


@pytest.fixture
def port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int) -> Iterator[None]:
    """Milvus in this process, at an address as a cluster is."""
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    server_module = pytest.importorskip("milvus_lite.adapter.grpc.server", reason="Milvus Lite is not installed")
    server, database, _ = server_module.start_server_in_thread(str(folder), port=port)
    try:
        yield
    finally:
        server.stop(grace=0).wait()
        database.close()


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


def article(text: str, language: str = "de") -> Article:
    """An article of this text, which is its title, too."""
    return Article.from_text(text, title=text, language=language)
