"""How long ranking takes, and how much memory, beside other libraries, as the number of passages grows.

Run: pytest tests/benchmarks/test_ranking.py --benchmark-only --benchmark-json=FILE. The peers are in the dependency
group "bench"; a test whose peer is missing is skipped. `python -m tests.benchmarks.growth FILE docs` draws the figures.
All of it takes some ten minutes, most of them for the peers; `-k "not 100000"` leaves out the largest library.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import cycle
from typing import Any

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from retrieval import WORDS_ALONE, Retriever
from retrieval.analysis.analyzer import Analyzer
from retrieval.analysis.terms import terms_of
from retrieval.base.words import words_of
from retrieval.language import rules_of
from retrieval.query.query import Query, analyze_question
from retrieval.query.question import QuestionReader
from retrieval.scoring.searcher import Searcher
from tests.benchmarks.engines import ENGINES, Score, bm25s_numpy, memory_added
from tests.support.retrieval.corpus import library

SIZES = (240, 10_000, 100_000)


@cache
def terms(size: int) -> tuple[list[list[str]], list[list[str]]]:
    """The character 4-grams of the library's passages, and those of its questions, each once."""
    articles, questions = library(size)
    grams = Grams()
    passages = [grams.of(article.text[each.start : each.end]) for article in articles for each in article.paragraphs]
    return passages, [list(dict.fromkeys(grams.of(question))) for question in questions]


class Grams:
    """The character 4-grams of German texts, as passages are searched by them."""

    def __init__(self) -> None:
        self._analyzer = Analyzer(rules_of("de"))
        self._one: dict[str, str] = {}

    def of(self, text: str) -> list[str]:
        """The 4-grams in order. Equal ones are one object, as in a tokenizer's vocabulary."""
        return [self._one.setdefault(gram, gram) for gram in terms_of(self._analyzer.read(words_of(text)))]


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


# What the search of our index and of a peer give for a query: the best ten passages.
Search = Callable[[Query], Any]


def our_search(size: int) -> Search:
    """`Searcher.search` by words alone: candidates by postings, then their shares, and where they stand."""
    searcher = Searcher(library(size)[0], None)
    return lambda query: searcher.search(query, 10)


def bm25s_search(size: int) -> Search:
    """bm25s over the same terms, and the best ten of its scores."""
    score = bm25s_numpy(terms(size)[0])
    return lambda query: np.argpartition(score(list(query.terms)), -10)[-10:]


@pytest.mark.parametrize(("engine", "search"), [("belegbot", our_search), ("bm25s numpy", bm25s_search)])
def test_a_search(benchmark: BenchmarkFixture, size: int, engine: str, search: Callable[[int], Search]) -> None:
    """The best ten passages for a question that is analyzed already; the table of the run has the ratio of the two."""
    reader = QuestionReader([rules_of("de")])
    queries = cycle([analyze_question(reader.read(question)[0], None) for question in library(size)[1]])
    found = search(size)
    told(benchmark, f"{engine}, search", size, "search")
    assert len(benchmark(lambda: found(next(queries)))) == 10


def test_the_whole_search(benchmark: BenchmarkFixture, size: int) -> None:
    """`Retriever.search` by words alone, from the question as it was written."""
    articles, asked = library(size)
    told(benchmark, "belegbot, whole search", size, "search")
    with memory_added(benchmark.extra_info):
        retriever = Retriever(articles, WORDS_ALONE)
    questions = cycle(asked)
    assert benchmark(lambda: retriever.search(next(questions)))
