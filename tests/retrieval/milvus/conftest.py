"""Milvus as an embedded file, or served in this process; without its packages these tests are skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from retrieval.milvus import MilvusFinderFactory
from tests.support.processes import free_port
from tests.support.retrieval.fake_encoder import FakeEncoder
from tests.support.retrieval.milvus import Opening


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Opens the test's embedded file: what a bot does when it starts. As a cluster, it is there for all who ask."""
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    opened: list[MilvusFinderFactory] = []

    def opens(name: str = "belegbot", timeout: float = 60, **more: Any) -> MilvusFinderFactory:
        # Patient: the machine may have other guests.
        opened.append(
            MilvusFinderFactory(str(tmp_path / "milvus" / "test.db"), name=name, timeout=timeout, pause=0, **more)
        )
        return opened[-1]

    yield opens
    for engines in opened:
        engines.close()


@pytest.fixture
def port() -> int:
    """A port at which nobody listens."""
    return free_port()


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder(dense=True)
