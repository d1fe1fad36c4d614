"""One process at a time adds articles of feeds to a folder."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bot.config.errors import FolderInUse, UnusableMaterial
from bot.ingest.storage.lock import lock_folder
from content import load_articles


def _wait(folder: Path) -> None:
    with lock_folder(folder):
        pass


def test_two_at_once_wait_for_each_other(tmp_path: Path) -> None:
    with lock_folder(tmp_path):
        with pytest.raises(FolderInUse, match="another `add` is at work in it"), lock_folder(tmp_path, 0.0):
            pass
        waiting = threading.Thread(target=lambda: _wait(tmp_path))
        waiting.start()
    waiting.join()
    with lock_folder(tmp_path, 0.0):
        pass


def test_its_file_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\nText.\n", "utf-8")
    with lock_folder(tmp_path):
        assert len(load_articles(tmp_path)) == 1


def test_a_folder_that_cannot_be_written_into_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(UnusableMaterial, match="cannot be written"), lock_folder(file):
        pass
