"""How long a check of a message takes: beside one article, and in a library of many.

Run: pytest tests/benchmarks/test_checking.py --benchmark-only. `-k "not 10000"` leaves out the large one.
"""

from __future__ import annotations

from itertools import count
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from content import Article
from retrieval import WORDS_ALONE, QuotationVerdict, Retriever
from tests.support.retrieval.corpus import Generator

PASSAGES_AN_ARTICLE = 10


@pytest.fixture(scope="module", params=(1, 1_000, 10_000))
def library(request: pytest.FixtureRequest) -> Retriever:
    """So many generated articles."""
    return Retriever(list(Generator().articles(int(request.param) * PASSAGES_AN_ARTICLE)), WORDS_ALONE)


def sentence_of(article: Article, random: Random) -> str:
    return random.choice([text for text in article.text.replace("\n", " ").split(".") if len(text.split()) > 7]).strip()


@pytest.mark.parametrize("kind", ["exact", "altered", "absent"])
def test_a_check(benchmark: BenchmarkFixture, library: Retriever, kind: str) -> None:
    """Of a message never checked before, nearly always beside an article that was not looked into before."""
    benchmark.group = f"library of {len(library.articles)} articles"
    random = Random(4)
    numbers = count()
    elsewhere = next(iter(Generator(9).articles(PASSAGES_AN_ARTICLE)))

    def message() -> tuple[tuple[str], dict[str, str]]:
        words = sentence_of(elsewhere if kind == "absent" else random.choice(library.articles), random).split()
        if kind == "altered":
            words[3] = f"anders{next(numbers)}"
        return (f"Wolf sagte heute: „{' '.join(words)}“",), {}

    checks = benchmark.pedantic(library.check, setup=message, rounds=100)  # type: ignore[no-untyped-call]
    assert [check.verdict for check in checks] == [QuotationVerdict(kind)]
