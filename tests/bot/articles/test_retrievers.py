"""The retriever of a folder of articles, as the settings have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.articles import retrievers
from bot.articles.retrievers import RetrieverSource, encode, index_fault, retriever_source
from bot.config.settings import Settings
from content import Article, InvalidArticles
from retrieval import WORDS_ALONE, NothingToSearch
from tests.support.bot.engines import SwitchedEngines
from tests.support.retrieval.fake_encoder import FakeEncoder

QUESTION = "Was ist mit dem Auto?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("alt", "Der Bus fährt."), ("neu", "Der Wagen ist gesperrt.\n\nDie Brücke ist neu.")):
        published = {"alt": "2020-01-01", "neu": "2025-01-01"}[name]
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\npublished: {published}\n---\n\n{text}\n", "utf-8")
    return folder


class Seen:
    """Notes what is gone through."""

    def __init__(self) -> None:
        self.slugs: list[str] = []

    def __call__(self, articles: Sequence[Article]) -> Iterator[Article]:
        for article in articles:
            self.slugs.append(article.slug)
            yield article


def test_it_reads_what_is_in_the_folder_each_time(folder: Path) -> None:
    source = RetrieverSource(folder)
    assert {article.slug for article in source.load().retriever.articles} == {"alt", "neu"}
    (folder / "alt.md").unlink()
    assert [article.slug for article in source.load().retriever.articles] == ["neu"]
    (folder / "neu.md").unlink()
    with pytest.raises(NothingToSearch):
        source.load()
    folder.rmdir()
    with pytest.raises(InvalidArticles):
        source.load()


def test_a_file_that_is_too_large_is_told_and_left_out(folder: Path, tmp_path: Path) -> None:
    with (folder / "alt.md").open("a") as file:
        file.write("x" * 1_000_000)
    settings = Settings(content_dir=folder, index_dir=tmp_path / "index", encoder="off", largest_article=1)
    retriever, faults = retriever_source(settings).load()
    assert [article.slug for article in retriever.articles] == ["neu"]
    assert [fault.what for fault in faults] == ["the file has 1.1 MB, more than 1 MB"]


def test_without_an_encoder_there_are_no_vectors_to_make(folder: Path) -> None:
    seen = Seen()
    retriever = RetrieverSource(folder).load_whole(encoding=seen).retriever
    assert retriever.vectors is None
    assert (retriever.without_vectors, seen.slugs) == (0, [])
    assert not retriever.answer(QUESTION).found


def test_vectors_are_made_when_they_are_asked_for_the_newest_first(folder: Path) -> None:
    encoder, seen = FakeEncoder(synonyms={"Auto": "Wagen"}), Seen()
    source = RetrieverSource(folder, encoder=encoder)
    retriever = source.load().retriever
    assert retriever.without_vectors == 2
    assert encoder.passages == []
    assert source.load_whole(encoding=seen).retriever.without_vectors == 0
    assert seen.slugs == ["neu", "alt"]
    assert "Der Wagen ist gesperrt." in encoder.passages


def test_what_is_kept_is_neither_read_nor_made_again(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    RetrieverSource(folder, index, FakeEncoder()).load_whole()
    (folder / "neu.md").write_text("---\ntitle: neu\n---\n\nDie Brücke ist offen.\n", "utf-8")
    again, read, made = FakeEncoder(), Seen(), Seen()
    retriever = RetrieverSource(folder, index, again).load_whole(read, made).retriever
    assert (read.slugs, made.slugs) == (["neu"], ["neu"])
    assert set(again.passages) == {"Die Brücke ist offen."}
    assert retriever.without_vectors == 0


def test_a_folder_that_cannot_be_written_keeps_nothing_and_does_no_harm(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    encoder = FakeEncoder()
    retriever = RetrieverSource(folder, tmp_path / "file" / "index", encoder).load_whole().retriever
    assert retriever.without_vectors == 0
    assert retriever.answer("Ist die Brücke neu?").found


def test_where_nothing_can_be_kept_one_line_tells_it(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    index = tmp_path / "file" / "index"
    line = f"INDEX_DIR: {index} cannot be written by this user; let it, or name another folder"
    assert index_fault(index) == line
    named = {"content_dir": folder, "index_dir": index, "encoder": "off"}
    source = retriever_source(Settings.model_validate(Settings.model_construct().model_dump() | named))
    assert source.load().retriever.answer("Ist die Brücke neu?").found
    assert [each.getMessage() for each in caplog.records] == [
        f"{line} (Until then, each start reads all articles anew.)"
    ]
    assert index_fault(tmp_path / "a" / "new" / "folder") is None
    assert not (tmp_path / "a").exists()


def test_an_encoder_that_is_away_is_told_and_words_answer(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    encoder = FakeEncoder()
    encoder.down = True
    retriever = RetrieverSource(folder, encoder=encoder).load_whole().retriever
    (told,) = [record.getMessage() for record in caplog.records if record.name == "bot.articles.retrievers"]
    assert told.startswith("Articles without vectors are found by their words alone: ")
    assert retriever.without_vectors == 2
    assert retriever.answer("Ist die Brücke neu?").found
    assert not encode(retriever)
    encoder.down = False
    assert encode(retriever)
    assert retriever.without_vectors == 0


def test_all_of_it_is_as_the_settings_say(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engines = SwitchedEngines()
    monkeypatch.setattr(retrievers, "candidate_finder_factory", lambda _: engines)
    named = {"content_dir": folder, "index_dir": tmp_path / "index", "encoder": "off"}
    source = retriever_source(Settings.model_validate(Settings.model_construct().model_dump() | named))
    assert (source.folder, source.index) == (folder, tmp_path / "index")
    assert (source.encoder, source.engines) == (WORDS_ALONE, engines)
    source.load().retriever.prepare()
    assert sorted(engines.loaded) == ["alt", "neu"]
