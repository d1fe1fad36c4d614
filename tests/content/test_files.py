"""What a folder's article files are, and that their state tells of every change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from content import folder_state
from content.files import article_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.md", "a/b.md", "a-b.md", "a/.verborgen.md", "a/b.txt", ".ordner/c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Die Brücke ist gesperrt.", "utf-8")
    return tmp_path


def test_articles_are_in_the_order_of_their_paths(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in article_files(folder)]
    assert names == [".ordner/c.md", "a/b.md", "a-b.md", "b.md"]
    assert article_files(folder) == sorted(article_files(folder))


def test_a_link_to_a_folder_is_not_followed(folder: Path) -> None:
    before = article_files(folder)
    (folder / "im-kreis").symlink_to(folder, target_is_directory=True)
    assert article_files(folder) == before


def test_a_folder_that_is_missing_has_no_files(tmp_path: Path) -> None:
    assert article_files(tmp_path / "nirgends") == []
    assert folder_state(tmp_path / "nirgends") == {}


def test_a_link_that_leads_nowhere_is_part_of_the_state(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "nirgends.md")
    assert folder_state(folder)[str(folder / "link.md")] is None


def test_what_is_added_renamed_or_removed_is_seen(folder: Path) -> None:
    states = [folder_state(folder)]
    (folder / "neu.md").write_text("Die Fähre fährt.", "utf-8")
    states.append(folder_state(folder))
    (folder / "neu.md").rename(folder / "faehre.md")
    states.append(folder_state(folder))
    assert states[0] != states[1] != states[2]
    (folder / "faehre.md").unlink()
    assert folder_state(folder) == states[0]


def test_a_change_that_keeps_size_and_time_is_seen(folder: Path) -> None:
    path = folder / "b.md"
    before, times = folder_state(folder), path.stat()
    path.write_text(path.read_text("utf-8").replace("gesperrt", "geöffne"), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert path.stat().st_size == times.st_size
    assert folder_state(folder) != before
