"""Milvus served in this process, and what tests of it share; without its packages they are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from content import Article
from retrieval.milvus import MilvusFinderFactory

# What the fixture `opening` does: opens the test's embedded file.
Opening = Callable[..., MilvusFinderFactory]


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


def article(text: str, language: str = "de") -> Article:
    """An article of this text, which is its title, too."""
    return Article.from_text(text, title=text, language=language)
