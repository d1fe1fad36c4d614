"""Milvus as an embedded file, which needs no server; without its packages these tests are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retrieval.milvus import MilvusEngines

Opening = Callable[..., MilvusEngines]


@pytest.fixture
def opening(tmp_path: Path) -> Iterator[Opening]:
    """Opens the test's embedded file: what a bot does when it starts. As a cluster, it is there for all who ask."""
    pytest.importorskip("pymilvus", reason="Milvus's client is not installed")
    pytest.importorskip("milvus_lite", reason="Milvus as an embedded file is not installed")
    opened: list[MilvusEngines] = []

    def opens(name: str = "belegbot") -> MilvusEngines:
        # Patient: the machine may have other guests.
        opened.append(MilvusEngines(str(tmp_path / "milvus" / "test.db"), name=name, patience=60, pause=0))
        return opened[-1]

    yield opens
    for engines in opened:
        engines.close()
