"""How long ranking takes, and how much memory, beside other libraries, as the number of passages grows.

Run: pytest tests/benchmarks/test_ranking.py --benchmark-only --benchmark-json=FILE. The peers are in the dependency
group "bench"; a test whose peer is missing is skipped. `python -m tests.benchmarks.growth FILE docs` draws the figures.
All of it takes some ten minutes, most of them for the peers; `-k "not 100000"` leaves out the largest library.
"""

from __future__ import annotations

from functools import cache
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from content import Article
from retrieval import Retriever
from retrieval.language import rules_of
from retrieval.lexicon import Lexicon
from retrieval.terms import ngrams_of
from retrieval.words import words_of
from tests.benchmarks.corpus import Generator
from tests.benchmarks.engines import ENGINES, Score, memory_added

SIZES = (240, 10_000, 100_000)
QUESTIONS = 40


@cache
def library(size: int) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """Articles of so many passages together, and questions for them."""
    generator = Generator()
    articles = tuple(generator.articles(size))
    passages = [article.text[each.start : each.end] for article in articles for each in article.paragraphs]
    return articles, tuple(generator.questions(passages, QUESTIONS))


@cache
def terms(size: int) -> tuple[list[list[str]], list[list[str]]]:
    """The character 4-grams of the library's passages, and those of its questions, each once."""
    articles, questions = library(size)
    grams = Grams()
    passages = [grams.of(article.text[each.start : each.end]) for article in articles for each in article.paragraphs]
    return passages, [list(dict.fromkeys(grams.of(question))) for question in questions]


class Grams:
    """The character 4-grams of German texts, as the passages' first field counts them."""

    def __init__(self) -> None:
        self._lexicon = Lexicon(rules_of("de"))
        self._one: dict[str, str] = {}

    def of(self, text: str) -> list[str]:
        """The 4-grams in order. Equal ones are one object, as in a tokenizer's vocabulary."""
        tokens = self._lexicon.read(words_of(text))
        return [self._one.setdefault(gram, gram) for t in tokens if not t.stop for gram in ngrams_of(t.key)]


# What test_building built, test_scores asks: the largest takes a minute to build.
BUILT: dict[tuple[str, int], Score] = {}


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def built(engine: str, size: int) -> Score:
    if (engine, size) not in BUILT:
        BUILT[engine, size] = ENGINES[engine](terms(size)[0])
    return BUILT[engine, size]


def told(benchmark: BenchmarkFixture, engine: str, size: int, measure: str) -> None:
    benchmark.group = f"{measure}, {size} passages"
    benchmark.extra_info |= {"engine": engine, "passages": size, "measure": measure}


def test_building(benchmark: BenchmarkFixture, size: int, engine: str) -> None:
    """An index of the passages' 4-grams."""
    passages, questions = terms(size)
    told(benchmark, engine, size, "build")
    ENGINES[engine]([["warm"]])  # what a library loads and compiles is not what its index takes
    with memory_added(benchmark.extra_info):
        BUILT[engine, size] = benchmark.pedantic(ENGINES[engine], (passages,), rounds=1)  # type: ignore[no-untyped-call]
    assert len(BUILT[engine, size](questions[0]))


def test_scores(benchmark: BenchmarkFixture, size: int, engine: str) -> None:
    """The scores of all passages for a question's 4-grams, another question each round."""
    score, questions = built(engine, size), cycle(terms(size)[1])
    told(benchmark, engine, size, "scores")
    score(next(questions))
    assert len(benchmark(lambda: score(next(questions))))


def test_the_whole_search(benchmark: BenchmarkFixture, size: int) -> None:
    """`Retriever.search` with all its fields, from the question as it was written."""
    articles, asked = library(size)
    told(benchmark, "belegbot, search", size, "scores")
    with memory_added(benchmark.extra_info):
        retriever = Retriever(articles)
    questions = cycle(asked)
    assert benchmark(lambda: retriever.search(next(questions)))
