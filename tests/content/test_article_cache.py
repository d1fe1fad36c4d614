"""Articles kept as they were read: the same articles, and only changed files are read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from content import Article, InvalidArticles, load_articles
from content.article_file import read_article_file

ARTICLE = """---
title: "Die Brücke: gesperrt"
language: {language}
authors: [Ida Fechner, "O'Hara"]
published: {published}
url: https://example.org/brücke?a=1
questions: Wann?
---

# Überschrift

Die Brücke ist „gesperrt“ 👍.

Der Bus fährt.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts" / "more").mkdir(parents=True)
    (tmp_path / "texts" / "one.md").write_text(ARTICLE.format(language="de", published="2024-10-25"), "utf-8")
    (tmp_path / "texts" / "more" / "two.md").write_text(
        ARTICLE.format(language="en", published="2024-10-25T10:30:00+02:00"), "utf-8"
    )
    return tmp_path / "texts"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read from now on."""
    names: list[str] = []

    def watched(path: Path, largest: int) -> object:
        names.append(path.name)
        return read_article_file(path, largest)

    monkeypatch.setattr("content.article_cache.read_article_file", watched)
    return names


def known(article: Article) -> dict[str, object]:
    return {**{name: value for name, value in vars(article).items() if name != "paragraphs"}, "all": article.paragraphs}


def test_kept_articles_are_the_same_and_no_file_is_read(folder: Path, tmp_path: Path, read: list[str]) -> None:
    first = load_articles(folder, kept=tmp_path / "kept")
    assert sorted(read) == ["one.md", "two.md"]
    read.clear()
    second = load_articles(folder, kept=tmp_path / "kept")
    assert read == []
    assert [known(article) for article in second] == [known(article) for article in first]
    assert [known(article) for article in second] == [known(article) for article in load_articles(folder)]


def test_a_file_has_so_many_bytes_at_most_and_what_is_kept_of_it_changes_nothing(folder: Path, tmp_path: Path) -> None:
    with (folder / "one.md").open("a") as file:
        file.write("x" * (1_000_000 - (folder / "one.md").stat().st_size))
    kept = tmp_path / "kept"
    assert len(load_articles(folder, kept=kept, largest=1)) == 2
    with (folder / "one.md").open("a") as file:
        file.write("x")
    assert len(load_articles(folder, kept=kept, largest=2)) == 2
    for known in (kept, None):
        with pytest.raises(InvalidArticles, match=r"^\S+one\.md: the file has 1\.1 MB, more than 1 MB; divide [^\n]+$"):
            load_articles(folder, kept=known, largest=1)


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, read: list[str]) -> None:
    load_articles(folder, kept=tmp_path / "kept")
    read.clear()
    one = folder / "one.md"
    before = one.stat()
    one.write_text(one.read_text("utf-8").replace("Bus", "Zug"), "utf-8")
    os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns))  # as a copy that keeps times does
    (folder / "three.md").write_text("---\ntitle: Drei\n---\nText.\n", "utf-8")
    (folder / "more" / "two.md").unlink()
    found = load_articles(folder, kept=tmp_path / "kept")
    assert sorted(read) == ["one.md", "three.md"]
    assert [article.slug for article in found] == ["one", "three"]
    assert "Zug" in found[0].text
    read.clear()
    load_articles(folder, kept=tmp_path / "kept")
    assert read == []


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"reader": 1}', b'{"articles": 3}', b"null"])
def test_what_is_broken_is_read_anew(folder: Path, tmp_path: Path, read: list[str], content: bytes) -> None:
    load_articles(folder, kept=tmp_path / "kept")
    (tmp_path / "kept" / "articles.json").write_bytes(content)
    read.clear()
    assert len(load_articles(folder, kept=tmp_path / "kept")) == 2
    assert len(read) == 2


def test_a_broken_entry_is_read_anew(folder: Path, tmp_path: Path, read: list[str]) -> None:
    load_articles(folder, kept=tmp_path / "kept")
    file = tmp_path / "kept" / "articles.json"
    file.write_text(file.read_text("utf-8").replace('\\"language\\":\\"de\\"', '\\"language\\":\\"xx\\"'), "utf-8")
    read.clear()
    assert len(load_articles(folder, kept=tmp_path / "kept")) == 2
    assert read == ["one.md"]


def test_where_nothing_can_be_written_it_works(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way")
    assert len(load_articles(folder, kept=tmp_path / "kept")) == 2


def test_faults_are_told_each_time(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.md").write_text("no front matter", "utf-8")
    for _ in range(2):
        with pytest.raises(InvalidArticles, match="broken"):
            load_articles(folder, kept=tmp_path / "kept")
