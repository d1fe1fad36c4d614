"""Arrays kept in a folder: made once, never mixed up, never an error."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.base.arrays import Arrays
from retrieval.index.index_files import IndexVersion, keep

VERSION = IndexVersion.of("form 1", ["a 1", "b 1"])
ARRAYS: Arrays = {"counts.first": np.arange(5), "rows": np.ones((2, 3)), "empty": np.zeros(0, np.int32)}


class Maker:
    """Makes the same arrays each time, and remembers of what."""

    def __init__(self) -> None:
        self.befores: list[Arrays | None] = []

    def __call__(self, before: Arrays | None) -> Arrays:
        self.befores.append(before)
        return ARRAYS


@pytest.fixture
def make() -> Maker:
    return Maker()


def same(one: Arrays | None, other: Arrays) -> bool:
    return (
        one is not None
        and one.keys() == other.keys()
        and all(one[name].dtype == other[name].dtype and np.array_equal(one[name], other[name]) for name in one)
    )


def test_what_is_kept_is_made_once(tmp_path: Path, make: Maker) -> None:
    assert same(keep(tmp_path / "new" / "folder", VERSION, make), ARRAYS)
    assert same(keep(tmp_path / "new" / "folder", VERSION, make), ARRAYS)
    assert make.befores == [None]


def test_versions_differ_by_form_articles_and_their_order() -> None:
    others = [
        IndexVersion.of("form 2", ["a 1", "b 1"]),
        IndexVersion.of("form 1", ["a 1", "b 2"]),
        IndexVersion.of("form 1", ["b 1", "a 1"]),
        IndexVersion.of("form 1", ["a 1"]),
    ]
    assert len({version.name for version in (VERSION, *others)}) == 5
    assert IndexVersion.of("form 1", iter(["a 1", "b 1"])) == VERSION


def test_another_version_is_made_of_the_one_before_and_takes_its_place(tmp_path: Path, make: Maker) -> None:
    keep(tmp_path, VERSION, make)
    keep(tmp_path, IndexVersion.of("form 1", ["a 1"]), make)
    assert make.befores[0] is None
    assert same(make.befores[1], ARRAYS)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_version_of_another_form_is_not_read(tmp_path: Path, make: Maker) -> None:
    keep(tmp_path, VERSION, make)
    keep(tmp_path, IndexVersion.of("form 2", ["a 1", "b 1"]), make)
    assert make.befores == [None, None]
    assert len(list(tmp_path.iterdir())) == 1


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def lengthened(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\0" * 24)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def junk(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


def other_json(file: Path) -> None:
    file.write_text("[]")


@pytest.mark.parametrize("spoil", [cut_short, lengthened, emptied, junk, other_json, Path.unlink])
@pytest.mark.parametrize("name", ["contents.json", "counts.first.*.npy", "empty.*.npy"])
def test_what_is_broken_is_made_anew(tmp_path: Path, make: Maker, spoil: Callable[[Path], None], name: str) -> None:
    keep(tmp_path, VERSION, make)
    (file,) = tmp_path.rglob(name)
    spoil(file)
    for _ in range(2):
        assert same(keep(tmp_path, VERSION, make), ARRAYS)
    assert make.befores == [None, None]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 127), byte=st.integers(0, 255))
def test_no_byte_in_the_head_of_a_file_is_an_error(tmp_path: Path, at: int, byte: int) -> None:
    keep(tmp_path, VERSION, Maker())
    (file,) = tmp_path.rglob("rows.*.npy")
    content = bytearray(file.read_bytes())
    content[at] = byte
    file.write_bytes(content)
    assert keep(tmp_path, VERSION, Maker()).keys() == ARRAYS.keys()
    shutil.rmtree(tmp_path)


def test_files_of_two_writings_of_one_version_are_never_mixed(tmp_path: Path, make: Maker) -> None:
    """One process reads while another takes the version away and writes it again, with other numbers of words."""
    keep(tmp_path, VERSION, make)
    (version,) = tmp_path.iterdir()
    before = {path.name for path in version.iterdir()}
    shutil.rmtree(version)
    keep(tmp_path, VERSION, make)
    assert before & {path.name for path in version.iterdir()} == {"contents.json"}


def test_nothing_else_in_the_folder_is_touched(tmp_path: Path, make: Maker) -> None:
    mine = tmp_path / "articles" / "contents.json"
    unfinished, abandoned = tmp_path / ".unfinished-now", tmp_path / ".unfinished-long-ago"
    for folder in (mine.parent, unfinished, abandoned):
        folder.mkdir()
    mine.write_text("{}")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(abandoned, (two_days_ago, two_days_ago))
    keep(tmp_path, VERSION, make)
    assert mine.exists()
    assert unfinished.exists(), "somebody may be writing it"
    assert not abandoned.exists()


@pytest.mark.skipif(os.name != "posix", reason="a file in the place of a folder")
def test_where_nothing_can_be_written_it_is_made_each_time_and_said(
    tmp_path: Path, make: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    for _ in range(2):
        assert same(keep(tmp_path / "file", VERSION, make), ARRAYS)
    assert len(make.befores) == 2
    assert "not kept" in caplog.text


def test_what_is_deleted_goes_on_being_used(tmp_path: Path, make: Maker) -> None:
    kept = keep(tmp_path, VERSION, make)
    shutil.rmtree(tmp_path)
    assert same(kept, ARRAYS)


def kept_in_a_process(folder: Path, number: int) -> int:
    made = {"numbers": np.full(1000, number)}
    return int(keep(folder, IndexVersion.of("form", [str(number)]), lambda _: made)["numbers"].sum())


@pytest.mark.slow
def test_processes_at_once_do_not_break_each_other(tmp_path: Path) -> None:
    numbers = [at % 3 for at in range(30)]
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(kept_in_a_process, [tmp_path] * len(numbers), numbers))
    assert found == [1000 * number for number in numbers]
    assert not list(tmp_path.glob(".unfinished-*"))
