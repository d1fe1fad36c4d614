"""A folder of many articles: making its index, opening it, taking up a change, and the first question to an article.

Run: pytest tests/benchmarks/test_archive.py --benchmark-only. `-k "not 10000"` leaves out the large one. All is by
words alone; what the vectors of an article cost is measured in test_answering.py.
"""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from shutil import copytree

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from content import load_articles
from retrieval import WORDS_ALONE, Retriever
from tests.benchmarks.engines import memory_added
from tests.support.retrieval.corpus import Generator

PASSAGES_AN_ARTICLE = 10
QUESTIONS = 400


@pytest.fixture(scope="module", params=(1_000, 10_000))
def size(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def archive(size: int, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder of article files, and questions for them, each for some paragraph."""
    folder = tmp_path_factory.mktemp(f"articles-{size}")
    generator = Generator()
    articles = list(generator.articles(size * PASSAGES_AN_ARTICLE))
    for number, article in enumerate(articles):
        text = f"---\ntitle: {article.title}\nlanguage: de\n---\n{article.text}\n"
        (folder / f"{number:05}.md").write_text(text, "utf-8")
    passages = [article.text[each.start : each.end] for article in articles for each in article.paragraphs]
    return folder, generator.questions(passages, QUESTIONS)


@pytest.fixture(scope="module")
def index(size: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the index is kept, made by the first test."""
    return tmp_path_factory.mktemp(f"index-{size}")


@pytest.fixture
def group(benchmark: BenchmarkFixture, size: int) -> None:
    benchmark.group = f"archive of {size} articles"


def opened(folder: Path, index: Path) -> Retriever:
    """As the bot does it: only what has changed is read."""
    return Retriever(load_articles(folder, kept=index), WORDS_ALONE, index=index)


@pytest.mark.usefixtures("group")
def test_making_the_index(benchmark: BenchmarkFixture, archive: tuple[Path, list[str]], index: Path) -> None:
    assert benchmark.pedantic(opened, (archive[0], index), rounds=1)  # type: ignore[no-untyped-call]
    benchmark.extra_info["index, MB"] = round(sum(file.stat().st_size for file in index.rglob("*.npy")) / 1e6)


@pytest.mark.usefixtures("group")
def test_opening_it(benchmark: BenchmarkFixture, archive: tuple[Path, list[str]], index: Path) -> None:
    with memory_added(benchmark.extra_info):
        assert benchmark.pedantic(opened, (archive[0], index), rounds=3)  # type: ignore[no-untyped-call]


@pytest.mark.usefixtures("group")
def test_taking_up_a_changed_article(
    benchmark: BenchmarkFixture, archive: tuple[Path, list[str]], index: Path, tmp_path: Path
) -> None:
    copied = copytree(index, tmp_path / "index")
    changed = archive[0] / "00003.md"
    before = changed.read_text("utf-8")
    changed.write_text(f"{before}\nDer Tunnel bleibt gesperrt.\n", "utf-8")
    try:
        retriever = benchmark.pedantic(opened, (archive[0], copied), rounds=1)  # type: ignore[no-untyped-call]
    finally:
        changed.write_text(before, "utf-8")
    assert "Tunnel" in retriever.answer("Bleibt der Tunnel gesperrt?").quotes[0].text


@pytest.mark.usefixtures("group")
def test_questions_about_articles_not_asked_about_before(
    benchmark: BenchmarkFixture, archive: tuple[Path, list[str]], index: Path
) -> None:
    """Each question once: nearly all are about articles that were not looked into before."""
    folder, questions = archive
    retriever = opened(folder, index)
    asked = iter(questions)
    assert benchmark.pedantic(lambda: retriever.answer(next(asked)), rounds=QUESTIONS - 1, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.usefixtures("group")
def test_the_same_questions_again(benchmark: BenchmarkFixture, archive: tuple[Path, list[str]], index: Path) -> None:
    retriever = opened(archive[0], index)
    asked = cycle(archive[1][:5])
    for _ in range(5):
        retriever.answer(next(asked))
    assert benchmark(lambda: retriever.answer(next(asked)))
