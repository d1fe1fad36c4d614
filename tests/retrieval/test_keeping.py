"""The index in a folder: made once, the same answers, never an error."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from content import Article
from retrieval import Retriever, attributions, gathering, reading, said
from retrieval.indexing import Indexing
from retrieval.language import GERMAN
from retrieval.passages import passages_of
from retrieval.reading import Tongue
from tests.benchmarks.corpus import Generator

QUESTION = "Wer plant die Brücke?"


@pytest.fixture(scope="module")
def many() -> list[Article]:
    return list(Generator().articles(300))


def hits(retriever: Retriever, question: str) -> list[tuple[str, int, int, int, float]]:
    return [
        (hit.article.title, hit.paragraph.number, hit.start, hit.end, hit.score) for hit in retriever.search(question)
    ]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """The articles that were read from now on."""
    articles: list[Article] = []

    def watched(article: Article) -> object:
        articles.append(article)
        return passages_of(article)

    monkeypatch.setattr(reading, "passages_of", watched)
    return articles


def test_the_second_start_reads_no_article(tmp_path: Path, many: list[Article], read: list[Article]) -> None:
    made = Retriever(many, index=tmp_path)
    assert len(read) == len(many)
    read.clear()
    opened = Retriever(many, index=tmp_path)
    assert read == []
    plain = Retriever(many)
    read.clear()
    for question in Generator(3).questions([many[7].text, many[20].text], 2):
        assert hits(opened, question) == hits(made, question) == hits(plain, question) != []
        quotes = [[quote.text for quote in each.answer(question).quotes] for each in (opened, plain)]
        assert quotes[0] == quotes[1]
    assert read == []


def test_an_index_of_few_passages_and_of_two_languages(tmp_path: Path, bridge: Article) -> None:
    english = Article.from_text("The harbour was closed for repairs in May.", title="Harbour", language="en")
    for _ in range(2):
        retriever = Retriever([bridge, english], index=tmp_path)
        assert hits(retriever, QUESTION) == hits(Retriever([bridge, english]), QUESTION) != []
        assert "closed" in retriever.answer("Why was the harbour closed?").quotes[0].text


def test_a_changed_article_is_found_anew_and_the_old_index_goes(tmp_path: Path, bridge: Article) -> None:
    Retriever([bridge], index=tmp_path)
    changed = Article.from_text(f"{bridge.text}\n\nDer Tunnel bleibt.", title=bridge.title, language="de")
    assert Retriever([changed], index=tmp_path).search("Tunnel")
    assert len(list((tmp_path / "de").iterdir())) == 1


def test_only_what_has_changed_is_read_again(tmp_path: Path, many: list[Article], read: list[Article]) -> None:
    Retriever(many, index=tmp_path)
    changed = Article(
        text=f"{many[3].text}\n\nDer Tunnel bleibt.", title=many[3].title, language="de", slug=many[3].slug
    )
    now = [*many[5:], changed, *many[:3]]  # one changed, one gone, all in another order
    read.clear()
    kept = Retriever(now, index=tmp_path)
    assert read == [changed]
    plain = Retriever(now)
    for question in (*Generator(3).questions([many[0].text, many[20].text, many[29].text], 3), "Bleibt der Tunnel?"):
        found = hits(plain, question)
        assert [hit[:4] for hit in hits(kept, question)] == [hit[:4] for hit in found] != []
        assert [hit[4] for hit in hits(kept, question)] == pytest.approx([hit[4] for hit in found])
        answers = [each.answer(question) for each in (kept, plain)]
        assert [quote.text for quote in answers[0].quotes] == [quote.text for quote in answers[1].quotes]


def test_progress_goes_through_what_has_to_be_read(tmp_path: Path, many: list[Article]) -> None:
    told: list[str] = []

    def progress(articles: Sequence[Article]) -> Iterator[Article]:
        for article in articles:
            told.append(article.title)
            yield article
        told.append("end")

    Retriever(many[:9], index=tmp_path, progress=progress)
    assert told == [*(article.title for article in many[:9]), "end"]
    told.clear()
    Retriever(many[:11], index=tmp_path, progress=progress)
    assert told == [many[9].title, many[10].title, "end"]


def test_attributions_are_kept_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Die Brücke bleibt gesperrt, sagte Clara Öztürk.\n\nDer Bus fährt."
    for _ in range(2):
        article = Article.from_text(text, title="Brücke", language="de")
        quote = Retriever([article], index=tmp_path).answer("Was bleibt gesperrt?").quotes[0]
        assert quote.attribution == attributions(article)[0]
        monkeypatch.setattr(said, "attributions", lambda _: pytest.fail("found anew"))
        monkeypatch.setattr(gathering, "attributions", lambda _: pytest.fail("found anew"))


def test_without_fields_only_what_is_said_is_kept(tmp_path: Path, bridge: Article) -> None:
    """How passages rank is known elsewhere then (`retrieval.engine`)."""
    for _ in range(2):
        holdings, catalogue = Indexing([bridge], Tongue(GERMAN), (), iter).kept(tmp_path)
        assert holdings.said(bridge) == attributions(bridge)
        assert catalogue.leading is None
        assert not list(tmp_path.rglob("catalogue.*"))
        assert list(tmp_path.rglob("holdings.wording.words.*"))


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def junk(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


@pytest.mark.parametrize("spoil", [cut_short, emptied, junk, Path.unlink])
@pytest.mark.parametrize(
    "name",
    ["contents.json", "holdings.passages.*npy", "holdings.wording.words.*npy", "catalogue.field-0.of_terms.*npy"],
)
def test_a_broken_index_is_made_anew(
    tmp_path: Path, bridge: Article, read: list[Article], spoil: Callable[[Path], None], name: str
) -> None:
    expected = hits(Retriever([bridge], index=tmp_path), QUESTION)
    (file,) = tmp_path.rglob(name)
    spoil(file)
    read.clear()
    assert hits(Retriever([bridge], index=tmp_path), QUESTION) == expected
    assert read == [bridge]
    read.clear()
    Retriever([bridge], index=tmp_path)
    assert read == []


def test_files_of_two_writings_of_one_version_are_never_mixed(tmp_path: Path, bridge: Article) -> None:
    """One process reads while another takes the version away and writes it again, with other numbers of words."""
    Retriever([bridge], index=tmp_path)
    (version,) = (tmp_path / "de").iterdir()
    before = {path.name for path in version.iterdir()}
    shutil.rmtree(version)
    Retriever([bridge], index=tmp_path)
    assert before & {path.name for path in version.iterdir()} == {"contents.json"}


def test_nothing_else_in_the_folder_is_touched(tmp_path: Path, bridge: Article) -> None:
    mine = tmp_path / "de" / "articles"
    mine.mkdir(parents=True)
    (mine / "contents.json").write_text("{}")
    Retriever([bridge], index=tmp_path)
    assert (mine / "contents.json").exists()


@pytest.mark.skipif(os.name != "posix", reason="a file in the place of a folder")
def test_where_nothing_can_be_written_it_works_and_says_so(
    tmp_path: Path, bridge: Article, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "de").write_text("in the way")
    assert hits(Retriever([bridge], index=tmp_path), QUESTION) == hits(Retriever([bridge]), QUESTION)
    assert "not kept" in caplog.text


def test_an_index_that_is_deleted_goes_on_being_used(tmp_path: Path, bridge: Article) -> None:
    retriever = Retriever([bridge], index=tmp_path)
    shutil.rmtree(tmp_path)
    assert hits(retriever, QUESTION)


def asked_in_a_process(folder: Path, text: str) -> int:
    article = Article.from_text(text, title="Brücke", language="de")
    return len(Retriever([article], index=folder).search("Brücke"))


def test_processes_at_once_do_not_break_each_other(tmp_path: Path, bridge: Article) -> None:
    texts = [f"{bridge.text}\n\nDie Brücke Nummer {at % 2}." for at in range(12)]
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(asked_in_a_process, [tmp_path] * len(texts), texts))
    assert min(found) >= 2
    assert not list((tmp_path / "de").glob(".unfinished-*"))
