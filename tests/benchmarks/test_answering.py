"""How long an answer takes, beside rank-bm25 alone on the same article.

Run: pytest tests/benchmarks --benchmark-only
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rank_bm25 import BM25Plus

from content import Article, load_articles
from retrieval import Retriever

QUESTIONS = (
    "Was hat Starlink mit Taiwan zu tun?",
    "hallo zusammen, weiß jemand, wer Kirienko ist?",
    "Warum könnte der Kontakt zu Putin ein Sicherheitsrisiko für die USA sein?",
    "Wie viele Einwohner hat Taiwan?",
)


@pytest.fixture(scope="module")
def article() -> Article:
    return load_articles(Path(__file__).parents[2] / "content" / "articles")[0]


@pytest.mark.benchmark(group="one article")
@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer(benchmark: BenchmarkFixture, article: Article, question: str) -> None:
    retriever = Retriever([article])
    assert benchmark(retriever.answer, question)


@pytest.mark.benchmark(group="one article, every question for the first time")
def test_an_answer_to_a_question_never_asked_before(benchmark: BenchmarkFixture, article: Article) -> None:
    """Nothing is remembered from the question before: each round has words of its own."""
    retriever = Retriever([article])
    names = (f"Kontakt{at:05}" for at in range(1_000_000))
    assert benchmark(lambda: retriever.answer(f"Warum ist der Unternehmer Musk wegen {next(names)} ein Risiko?"))


@pytest.mark.benchmark(group="one article")
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_peer_rank_bm25_on_words(benchmark: BenchmarkFixture, article: Article, question: str) -> None:
    """The least that could be asked for: paragraphs ranked by their words, no quote, no refusal."""
    paragraphs = [article.text[each.start : each.end] for each in article.paragraphs]
    peer = BM25Plus([re.findall(r"\w+", text.lower()) for text in paragraphs])
    assert len(benchmark(lambda: peer.get_scores(re.findall(r"\w+", question.lower())))) == len(paragraphs)


@pytest.mark.benchmark(group="start")
def test_reading_an_article(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(Retriever, [article])


@pytest.mark.benchmark(group="one article, with and without reasons")
@pytest.mark.parametrize("way", [Retriever.answer, Retriever.explain], ids=["answer", "explain"])
def test_an_answer_and_its_explanation(
    benchmark: BenchmarkFixture, article: Article, way: Callable[[Retriever, str], object]
) -> None:
    """`explain` gives the same answer; what it tells beside it costs this much more."""
    assert benchmark(way, Retriever([article]), QUESTIONS[0])
