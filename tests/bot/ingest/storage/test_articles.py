"""Article files are written beside others, never over them, and never elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config.errors import AlreadyThere
from bot.ingest.storage.articles import free_path, save
from content import Draft, InvalidArticles, InvalidText, load_articles

BRIDGE = Draft("Die Brücke ist gesperrt.", "Die Brücke", "de")


def test_it_is_written_under_the_title_s_name_and_read_back(tmp_path: Path) -> None:
    assert save(BRIDGE, tmp_path) == tmp_path / "die-bruecke.md"
    (article,) = load_articles(tmp_path)
    assert (article.slug, article.title, article.text) == ("die-bruecke", BRIDGE.title, BRIDGE.text)


def test_another_article_of_that_name_stays_and_gets_a_neighbour(tmp_path: Path) -> None:
    texts = ["Die Brücke ist gesperrt.", "Die Brücke ist offen.", "Die Brücke ist neu."]
    paths = [save(Draft(text, "Die Brücke"), tmp_path) for text in texts]
    assert [path.name for path in paths] == ["die-bruecke.md", "die-bruecke-2.md", "die-bruecke-3.md"]
    assert sorted(article.text for article in load_articles(tmp_path)) == sorted(texts)


def test_a_name_taken_in_a_folder_below_is_taken(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "Die Brücke.md").write_text("---\ntitle: T\n---\nText.", "utf-8")
    assert save(BRIDGE, tmp_path).name == "die-bruecke-2.md"
    assert len(load_articles(tmp_path)) == 2


def test_a_broken_neighbour_is_no_hindrance_and_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "die-bruecke.md").write_bytes(b"\xff")
    assert save(BRIDGE, tmp_path).name == "die-bruecke-2.md"
    assert (tmp_path / "die-bruecke.md").read_bytes() == b"\xff"


def test_what_would_not_be_read_is_not_written(tmp_path: Path) -> None:
    full = 1_000_000 - len(replace(BRIDGE, text="").file_text().encode())
    with pytest.raises(InvalidText, match=r"^The article has 1\.1 MB, more than 1 MB; divide it into several "):
        save(replace(BRIDGE, text="x" * (full + 1)), tmp_path, largest=1)
    assert save(replace(BRIDGE, text="x" * full), tmp_path, largest=1).stat().st_size == 1_000_000
    assert len(load_articles(tmp_path, largest=1)) == 1


@pytest.mark.parametrize(
    "again",
    [BRIDGE, Draft("Ein anderer Text.", "Anders", url="https://example.org/bruecke")],
)
def test_an_article_that_is_there_already_is_not_added_again(tmp_path: Path, again: Draft) -> None:
    save(Draft(BRIDGE.text, BRIDGE.title, url="https://example.org/bruecke"), tmp_path)
    with pytest.raises(AlreadyThere, match=r"die-bruecke\.md: this article is there already; to change it, edit that"):
        save(again, tmp_path)
    assert len(load_articles(tmp_path)) == 1


@given(st.text() | st.sampled_from(["../../x", "/etc/x", "C:\\x", "..", ".", "CON", "a\0b", "-rf", "~"]))
def test_whatever_the_title_the_file_is_in_the_folder(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    outside = tmp_path_factory.mktemp("outside")
    folder = outside / "articles"
    folder.mkdir()
    path = save(Draft("Text.", f"T {title}"), folder)
    assert path.parent == folder
    assert list(outside.iterdir()) == [folder]
    assert [article.slug for article in load_articles(folder)] == [path.stem]


def test_what_is_no_article_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidText):
        save(Draft("Text."), tmp_path)
    with pytest.raises(InvalidArticles):
        save(Draft("Text.", "T", url="nonsense"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidArticles, match="there is no such folder; create it or set CONTENT_DIR"):
        free_path(BRIDGE, tmp_path / "nowhere")


def test_a_folder_that_cannot_be_written_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # to the superuser, who may run this, every folder is open
    with pytest.raises(InvalidArticles, match=r"die-bruecke\.md: it cannot be written \(Permission denied\); check"):
        save(BRIDGE, tmp_path)
