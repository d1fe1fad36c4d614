"""How long it takes to find who says what in an article, by its language.

Run: pytest tests/benchmarks/test_attribution.py --benchmark-only
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from content import load_articles
from retrieval import attributions
from tests.support.paths import GOLD

_ARTICLES = 10


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.benchmark(group="who says it, ten articles")
def test_attributions(benchmark: BenchmarkFixture, language: str) -> None:
    articles = [a for a in load_articles(GOLD / "articles") if a.language == language][:_ARTICLES]
    benchmark(lambda: [attributions(article) for article in articles])
